//! The institutions that come with the program: real state institutions and municipalities, example service centres.

use crate::{CalendarTransfers, Institution, InstitutionKind, OpeningHours, Origin, Position, policy, store};
use kernel::{Error, InstitutionId, LangText, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use storage::Write;

/// The content files, in an order in which parents come first.
const FILES: [&str; 3] = [
    include_str!("../content/state.json"),
    include_str!("../content/municipalities.json"),
    include_str!("../content/centres.json"),
];

/// An entry of a content file. `parent` is a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: InstitutionId,
    code: String,
    kind: InstitutionKind,
    name: LangText,
    registration_number: Option<String>,
    atvk: Option<String>,
    iso3166_2: Option<String>,
    planning_region: Option<String>,
    parent: Option<String>,
    phone: Option<String>,
    email: Option<String>,
    address: Option<String>,
    website: Option<String>,
    #[serde(default)]
    opening_hours: LangText,
    calendar_transfers: CalendarTransfers,
    #[serde(default)]
    opening: Vec<OpeningHours>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    #[serde(default = "reference")]
    origin: Origin,
}

const fn reference() -> Origin {
    Origin::Reference
}

/// Installs or refreshes the reference institutions and returns how many there are. Ids never change.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn install_reference_data(tx: &mut Write) -> Result<usize> {
    policy::may_install(tx.caller())?;
    let institutions = reference_institutions()?;
    store::institutions::upsert(tx, &institutions).await?;
    Ok(institutions.len())
}

/// The content files, read and linked.
pub(crate) fn reference_institutions() -> Result<Vec<Institution>> {
    let mut ids = BTreeMap::new();
    let mut institutions = Vec::new();
    for file in FILES {
        let entries: Vec<Entry> = serde_json::from_str(file)?;
        ids.extend(entries.iter().map(|entry| (entry.code.clone(), entry.id)));
        for entry in entries {
            institutions.push(linked(entry, &ids)?);
        }
    }
    Ok(institutions)
}

fn linked(entry: Entry, ids: &BTreeMap<String, InstitutionId>) -> Result<Institution> {
    let parent = entry.parent.map(|code| ids.get(&code).copied().ok_or(code));
    let parent = parent.transpose().map_err(|code| Error::internal("institution-parent").arg("code", code))?;
    Ok(Institution {
        id: entry.id,
        code: entry.code,
        kind: entry.kind,
        registration_number: entry.registration_number,
        name: entry.name,
        atvk: entry.atvk,
        iso3166_2: entry.iso3166_2,
        planning_region: entry.planning_region,
        parent,
        phone: entry.phone,
        email: entry.email,
        address: entry.address,
        website: entry.website,
        opening_hours: entry.opening_hours,
        calendar_transfers: entry.calendar_transfers,
        opening: entry.opening,
        position: entry.latitude.zip(entry.longitude).map(|(north, east)| Position::new(north, east)).transpose()?,
        origin: entry.origin,
    })
}
