//! Complete, valid applications of invented people: what the API's description shows and tests send.

use crate::model::Answers;
use kernel::{Error, Result};

const EXAMPLES: [(&str, &str); 3] = [
    ("childbirth-benefit", include_str!("../content/examples/childbirth-benefit.json")),
    ("funeral-benefit", include_str!("../content/examples/funeral-benefit.json")),
    ("unemployed-status", include_str!("../content/examples/unemployed-status.json")),
];

/// The example of a form.
///
/// # Errors
/// Not found `form` for a form without one.
pub fn example(key: &str) -> Result<Answers> {
    let found = EXAMPLES.iter().find(|(name, _)| *name == key);
    let (_, text) = found.ok_or_else(|| Error::not_found("form").arg("form", key))?;
    Ok(serde_json::from_str(text)?)
}

#[cfg(test)]
mod tests {
    use crate::{Files, definitions, example};
    use chrono::NaiveDate;

    // req: EFR-03, OPN-01
    #[test]
    fn every_form_has_an_example_that_is_valid() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for definition in definitions().unwrap() {
            let answers = example(&definition.key).unwrap();
            let valid = definition.validate_all(&answers, &Files::new(), today);
            assert_eq!(valid.unwrap(), answers, "{}", definition.key);
        }
    }
}
