//! Branches of the demonstration: invented, in real towns, at the centre of each as the list of municipalities has it.

use super::model::{Branch, BranchText};
use crate::{OpeningHours, Origin, policy, store};
use kernel::{Error, LangText, Result};
use serde::Deserialize;
use storage::Write;

const FILE: &str = include_str!("../../content/branches.json");

/// An entry of the content file. Institution and municipality are codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    institution: String,
    number: i32,
    municipality: String,
    name: LangText,
    address: String,
    phone: Option<String>,
    hours: LangText,
    opening: Vec<OpeningHours>,
}

/// Adds the example branches that are not there yet and returns how many were added. What an institution changed or
/// closed since stays so. Needs the reference institutions.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when the reference institutions are not installed.
pub async fn install_example_branches(tx: &mut Write) -> Result<usize> {
    policy::may_install(tx.caller())?;
    let entries: Vec<Entry> = serde_json::from_str(FILE)?;
    let mut added = 0;
    for entry in entries {
        let code = format!("{}-{}", entry.institution, entry.number);
        if store::branches::find(tx, &code).await?.is_none() {
            let branch = made(tx, code, entry).await?;
            store::branches::insert(tx, &branch).await?;
            added += 1;
        }
    }
    Ok(added)
}

async fn made(tx: &Write, code: String, entry: Entry) -> Result<Branch> {
    let missing = |code: &str| Error::not_found("institution").arg("code", code);
    let institution = crate::by_code(tx, &entry.institution).await?;
    let institution = institution.ok_or_else(|| missing(&entry.institution))?.id;
    let municipality = crate::by_code(tx, &entry.municipality).await?;
    let position = municipality.and_then(|one| one.position).ok_or_else(|| missing(&entry.municipality))?;
    let text = BranchText {
        name: entry.name,
        address: entry.address,
        position,
        phone: entry.phone,
        hours: entry.hours,
        opening: entry.opening,
    };
    Ok(Branch { code, institution, number: entry.number, text, origin: Origin::Example, closed_at: None, revision: 1 })
}
