//! The institutions that come with the program: real state institutions and municipalities, example service centres.

use crate::{CalendarTransfers, Institution, InstitutionKind, OpeningHours, Origin, Position, policy, record, store};
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

/// Installs the reference institutions and returns how many there are. Ids never change.
///
/// Done again, after an update of the program, it brings those up to date that still are as the list had them. Who wrote a
/// record last stands in it (`origin`): what the institution's own people or the platform changed since stays as they left
/// it, whatever the list says now, and so does an institution that the platform added before the list had one with its
/// code. What is refreshed is a change like any other, with a revision, the texts before and after, and an event, so that
/// search and open data follow, and somebody who has the form open is told.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn install_reference_data(tx: &mut Write) -> Result<usize> {
    policy::may_install(tx.caller())?;
    let shipped = reference_institutions()?;
    let codes: Vec<String> = shipped.iter().map(|one| one.code.clone()).collect();
    let ids: Vec<InstitutionId> = shipped.iter().map(|one| one.id).collect();
    let by_id: BTreeMap<InstitutionId, Institution> = crate::of_ids(tx, &ids).await?;
    // Another id under a code of the list: the platform added it by hand.
    let by_code = store::institutions::of_codes(tx, &codes).await?;
    let own: BTreeMap<String, InstitutionId> = by_code.into_iter().map(|one| (one.code, one.id)).collect();
    let ids: BTreeMap<InstitutionId, &String> = shipped.iter().map(|one| (one.id, &one.code)).collect();
    let there = |id: InstitutionId| ids.get(&id).and_then(|code| own.get(*code)).copied().unwrap_or(id);
    let mut missing = Vec::new();
    let mut changed = Vec::new();
    for one in &shipped {
        let one = Institution { parent: one.parent.map(there), ..one.clone() };
        match by_id.get(&one.id) {
            None if own.contains_key(&one.code) => {}
            None => missing.push(one),
            Some(known) if known.origin.is_written() => {}
            Some(known) => {
                let one = Institution { revision: known.revision, ..one };
                if one != *known {
                    changed.push((known, one));
                }
            }
        }
    }
    store::institutions::insert_missing(tx, &missing).await?;
    for (known, one) in changed {
        // Somebody who is quicker keeps what was written.
        record::put(tx, known, one).await?;
    }
    Ok(shipped.len())
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
        revision: 1,
    })
}
