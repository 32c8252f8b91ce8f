//! Reading who somebody is from a provider's claims.

use super::settings::OidcSettings;
use crate::personal_code::PersonalCode;
use crate::recognise::Identified;
use chrono::NaiveDate;
use kernel::{Error, Result};
use serde_json::{Map, Value};

/// The person that `claims` tell of.
///
/// # Errors
/// Invalid `sign-in-no-code` without a valid personal code, `sign-in-no-name` without a name.
pub fn identified(claims: &Map<String, Value>, settings: &OidcSettings) -> Result<Identified> {
    let names = &settings.claims;
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let codes = texts(claims.get(&names.personal_code));
    let codes: Result<Vec<_>> = codes.iter().map(|code| PersonalCode::parse(bare(code))).collect();
    let codes = codes.map_err(|error| Error::invalid("sign-in-no-code").source(error))?;
    if codes.is_empty() {
        return Err(Error::invalid("sign-in-no-code"));
    }
    let name = |claim: &str| text(claim).map(str::to_owned).ok_or_else(|| Error::invalid("sign-in-no-name"));
    Ok(Identified {
        codes,
        given_name: name(&names.given_name)?,
        family_name: name(&names.family_name)?,
        birth_date: text(&names.birth_date).and_then(|date| date.parse::<NaiveDate>().ok()),
        email: text(&names.email).map(str::to_owned),
    })
}

/// A code without the prefix that certificates and sign-in gateways put before it.
fn bare(code: &str) -> &str {
    ["PNOLV-", "PK:", "LV/LV/"].iter().find_map(|prefix| code.strip_prefix(prefix)).unwrap_or(code)
}

/// One text or a list of texts.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
