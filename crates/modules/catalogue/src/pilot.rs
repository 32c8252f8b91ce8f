//! The pilot services of the concept (CSS-11) and one closed service, which come with the program.

use crate::store::services;
use crate::{
    CloseService, Description, FormChoice, PublishService, RegisterService, ServiceState, close_service, policy,
    publish, register_service,
};
use kernel::{Error, InstitutionId, Result, ServiceId};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use storage::Write;

/// The content files in the order in which codes are given.
const FILES: [&str; 17] = [
    include_str!("../content/services/p-02.json"),
    include_str!("../content/services/p-05.json"),
    include_str!("../content/services/p-06.json"),
    include_str!("../content/services/p-08.json"),
    include_str!("../content/services/p-09.json"),
    include_str!("../content/services/p-10.json"),
    include_str!("../content/services/p-11.json"),
    include_str!("../content/services/p-12.json"),
    include_str!("../content/services/p-13.json"),
    include_str!("../content/services/p-14.json"),
    include_str!("../content/services/p-15.json"),
    include_str!("../content/services/p-16.json"),
    include_str!("../content/services/p-17.json"),
    include_str!("../content/services/p-18.json"),
    include_str!("../content/services/p-19.json"),
    include_str!("../content/services/p-20.json"),
    include_str!("../content/services/covid-family-support.json"),
];

/// What only a demonstration has: services of kinds that the pilots lack, one for staff of other institutions (CAT-22) and
/// one of several institutions together (CAT-24).
const DEMO: [&str; 2] =
    [include_str!("../content/services/internal-data.json"), include_str!("../content/services/newborn-family.json")];

/// A content file. Institutions stand in it as codes, related services as pilot labels.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    id: ServiceId,
    pub(crate) pilot: Option<String>,
    pub(crate) state: ServiceState,
    holder: String,
    form_key: Option<String>,
    description: Value,
}

/// Registers and publishes the pilot services that are not there yet; returns how many were added. Needs the
/// reference institutions.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when the reference institutions are not installed.
pub async fn install_pilot_services(tx: &mut Write) -> Result<usize> {
    install(tx, entries()?).await
}

/// The institutions that come with the program, and the pilot services: the smallest register in which something can be
/// asked for. Returns how many services were added.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn install_pilot_register(tx: &mut Write) -> Result<usize> {
    institutions::install_reference_data(tx).await?;
    install_pilot_services(tx).await
}

/// Registers and publishes what only a demonstration has, as [`install_pilot_services`].
///
/// # Errors
/// As [`install_pilot_services`].
pub async fn install_demo_services(tx: &mut Write) -> Result<usize> {
    install(tx, read(&DEMO)?).await
}

async fn install(tx: &mut Write, entries: Vec<Entry>) -> Result<usize> {
    policy::may_import(tx.caller())?;
    let mut missing = Vec::new();
    for entry in entries {
        if services::by_id(tx, entry.id).await?.is_none() {
            missing.push(entry);
        }
    }
    let added = missing.len();
    let mut registered = Vec::new();
    for entry in missing {
        registered.push(register(tx, entry).await?);
    }
    let codes = codes_by_pilot(tx).await?;
    for (code, state, mut description) in registered {
        description.related = description.related.iter().filter_map(|pilot| codes.get(pilot).cloned()).collect();
        let version = publish(tx, PublishService::now(code.clone(), 1, Some(description))).await?;
        if state == ServiceState::Closed {
            close_service(tx, CloseService { code, version }).await?;
        }
    }
    Ok(added)
}

/// The content files, read.
pub(crate) fn entries() -> Result<Vec<Entry>> {
    read(&FILES)
}

fn read(files: &[&str]) -> Result<Vec<Entry>> {
    files.iter().map(|file| Ok(serde_json::from_str(file)?)).collect()
}

/// Ids of the pilot services by their labels.
pub(crate) fn labels() -> Result<Vec<(ServiceId, String)>> {
    Ok(entries()?.into_iter().filter_map(|entry| Some((entry.id, entry.pilot?))).collect())
}

/// Registers an entry as a draft; the related services get their codes in the same pass, so links come afterwards.
async fn register(tx: &mut Write, entry: Entry) -> Result<(String, ServiceState, Description)> {
    let holder = institution(tx, &entry.holder).await?;
    let form = entry.form_key.map_or(FormChoice::Unsaid, FormChoice::Key);
    let description = Description { form, ..description(tx, entry.description).await? };
    let input = RegisterService {
        id: Some(entry.id),
        holder,
        pilot: entry.pilot,
        external_id: None,
        description: Description { related: Vec::new(), ..description.clone() },
    };
    Ok((register_service(tx, input).await?, entry.state, description))
}

/// The description with ids in place of the codes of institutions.
async fn description(tx: &Write, mut content: Value) -> Result<Description> {
    for provider in content.get_mut("providers").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(place) = provider.get_mut("institution") {
            let id = institution(tx, place.as_str().unwrap_or_default()).await?;
            *place = Value::String(id.to_string());
        }
    }
    Ok(serde_json::from_value(content)?)
}

async fn institution(tx: &Write, code: &str) -> Result<InstitutionId> {
    let found = institutions::by_code(tx, code).await?;
    found.map(|institution| institution.id).ok_or_else(|| Error::not_found("institution").arg("code", code))
}

async fn codes_by_pilot(tx: &Write) -> Result<BTreeMap<String, String>> {
    let mut codes = BTreeMap::new();
    for entry in entries()? {
        if let (Some(pilot), Some(row)) = (entry.pilot, services::by_id(tx, entry.id).await?) {
            codes.insert(pilot, row.code);
        }
    }
    Ok(codes)
}
