//! The forms that this build carries, each version compiled once.

use crate::model::Definition;
use kernel::{Error, Result};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// One file per form and version. A published version stays here for as long as a case may refer to it.
const FILES: [&str; 3] = [
    include_str!("../content/childbirth-benefit.json"),
    include_str!("../content/funeral-benefit.json"),
    include_str!("../content/unemployed-status.json"),
];

type Known = BTreeMap<(String, u32), Arc<Definition>>;

static KNOWN: LazyLock<Result<Known>> = LazyLock::new(|| {
    let read = |text: &&str| {
        let definition = Definition::parse(text)?;
        Ok(((definition.key.clone(), definition.version), Arc::new(definition)))
    };
    FILES.iter().map(read).collect()
});

/// The form `key`, in the version asked for or in the newest.
///
/// # Errors
/// Not found `form` when there is no such form or version.
pub fn definition(key: &str, version: Option<u32>) -> Result<Arc<Definition>> {
    let known = known()?;
    let (low, high) = version.map_or((0, u32::MAX), |version| (version, version));
    let mut versions = known.range((key.to_owned(), low)..=(key.to_owned(), high));
    versions.next_back().map(|(_, found)| Arc::clone(found)).ok_or_else(|| Error::not_found("form").arg("form", key))
}

/// Every form in every version.
///
/// # Errors
/// Internal `form-definition` when a file of this build cannot be read: a test keeps that from happening.
pub fn definitions() -> Result<Vec<Arc<Definition>>> {
    Ok(known()?.values().cloned().collect())
}

/// Every form in its newest version, in the order of the keys: what an editor chooses from.
///
/// # Errors
/// As [`definitions`].
pub fn newest() -> Result<Vec<Arc<Definition>>> {
    let newest: BTreeMap<&String, &Arc<Definition>> = known()?.iter().map(|((key, _), found)| (key, found)).collect();
    Ok(newest.into_values().cloned().collect())
}

fn known() -> Result<&'static Known> {
    KNOWN.as_ref().map_err(|error| Error::internal("form-definition").source(error.to_string()))
}
