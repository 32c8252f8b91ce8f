//! Putting a working copy together: the description in force with the sections that somebody wrote in.

use crate::editing::forms::{self, Known};
use crate::store::editing::sections::Written;
use crate::store::{cache, service_rows, services, versions};
use crate::{Description, Remark, Section, Typed, Version};
use kernel::{Error, Result, ServiceId, riga_date};
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::Arc;
use storage::Read;
use uuid::Uuid;

/// What an edit starts from.
pub(crate) struct Base {
    /// Its number.
    pub version: i32,
    pub description: Arc<Description>,
}

/// What an edit of a service starts from: the version in force. What waits for its day, was taken back, or was sent and not
/// published is no part of it. A service that was never public has none in force; its newest text that was not taken back
/// serves then.
pub(crate) async fn base_of(tx: &Read, row: &service_rows::Model) -> Result<Base> {
    let present = starts_from_present(row);
    let newest = if present { None } else { versions::newest_kept(tx, ServiceId::new(row.id)).await? };
    match newest {
        Some(found) => Ok(Base { version: found.line.version, description: found.description }),
        None => Ok(Base { version: row.version, description: cache::description(tx, row).await? }),
    }
}

/// The same of many services, by service.
pub(crate) async fn bases_of(tx: &Read, rows: &[service_rows::Model]) -> Result<HashMap<Uuid, Base>> {
    let unpublished = rows.iter().filter(|row| !starts_from_present(row)).map(|row| row.id);
    let newest = versions::newest_of(tx, &unpublished.collect::<Vec<_>>()).await?;
    let present: Vec<_> = rows.iter().filter(|row| !newest.contains_key(&row.id)).collect();
    let descriptions = cache::descriptions(tx, &present).await?;
    let newest = newest
        .into_iter()
        .map(|(service, found)| (service, Base { version: found.line.version, description: found.description }));
    let present = present.into_iter().zip(descriptions);
    let present = present.map(|(row, description)| (row.id, Base { version: row.version, description }));
    Ok(newest.chain(present).collect())
}

/// Whether there is no newer text than the present one that an edit could start from.
fn starts_from_present(row: &service_rows::Model) -> bool {
    row.was_public() || row.latest == row.version
}

/// The description of a version.
pub(crate) async fn of_version(tx: &Read, id: ServiceId, version: i32) -> Result<Arc<Description>> {
    let found = versions::find(tx, id, version).await?;
    Ok(found.ok_or_else(|| Error::not_found("service-version"))?.description)
}

/// The description with what was understood of the written sections in place of its own elements.
pub(crate) fn assemble(base: &Description, written: &[Written]) -> Result<Description> {
    if written.is_empty() {
        return Ok(base.clone());
    }
    let mut whole = elements(base)?;
    for section in written {
        for element in section.section.elements() {
            whole.remove(*element);
        }
        whole.extend(section.content.clone());
    }
    let description: Description = serde_json::from_value(Value::Object(whole))?;
    Ok(Description { form: description.form.clone().or(&base.form), ..description })
}

/// The elements of one section.
pub(crate) fn content_of(section: Section, description: &Description) -> Result<Map<String, Value>> {
    let mut whole = elements(description)?;
    whole.retain(|element, _| section.elements().contains(&element.as_str()));
    Ok(whole)
}

/// The elements of a description by their names.
pub(crate) fn elements(description: &Description) -> Result<Map<String, Value>> {
    match serde_json::to_value(description)? {
        Value::Object(whole) => Ok(whole),
        _ => Err(Error::internal("service-document")),
    }
}

/// What a section's words may name: institutions and services that are there.
pub(crate) async fn known(tx: &Read, section: Section, typed: &Typed, description: &Description) -> Result<Known> {
    let mut known = Known::default();
    match section {
        Section::Providers => {
            for provider in &description.providers {
                if !known.institutions.values().any(|id| *id == provider.institution) {
                    let found = institutions::find(tx, provider.institution).await?;
                    known.institutions.insert(found.code.to_uppercase(), found.id);
                }
            }
            for place in 0..typed.items("providers") {
                let code = typed.get(&format!("providers/{place}/institution")).trim().to_uppercase();
                if !code.is_empty() && !known.institutions.contains_key(&code) {
                    let found = institutions::by_code(tx, &code).await?;
                    known.institutions.extend(found.map(|institution| (code, institution.id)));
                }
            }
        }
        Section::Links => {
            let said = typed.all("related").flat_map(str::lines);
            let mut codes: Vec<String> = said.map(|code| code.trim().to_owned()).collect();
            codes.extend(description.related.iter().cloned());
            codes.truncate(200);
            known.services = services::by_codes(tx, &codes).await?.into_iter().map(|row| row.code).collect();
        }
        Section::Channels => {
            let named = |name: &str| name.ends_with("/places") || name.contains("/elsewhere/");
            let said = typed.pairs().iter().filter(|(name, _)| named(name));
            let said = said.flat_map(|(_, value)| value.split_whitespace().map(str::to_uppercase));
            known.places = Known::places_of(tx, said.chain(Known::named_places(description)).collect()).await?;
        }
        Section::Plan => known.today = Some(riga_date(tx.now())),
        Section::Basics => {
            known.today = Some(riga_date(tx.now()));
            if typed.get("territory") == "municipalities" {
                known.municipalities = Some(Known::municipalities(tx).await?);
            }
        }
        _ => {}
    }
    Ok(known)
}

/// A whole text as somebody wrote it who started from `base`: the sections in which it says something else.
pub(crate) async fn as_written(tx: &Read, base: &Description, text: &Version) -> Result<Vec<Written>> {
    let mut written = Vec::new();
    for section in Section::DESCRIPTION {
        let content = content_of(section, &text.description)?;
        if content != content_of(section, base)? {
            written.push(Written {
                section,
                typed: typed_of(tx, section, &text.description).await?,
                content,
                errors: Vec::new(),
                revision: 1,
                updated_by: text.line.author,
                updated_at: text.line.created_at,
            });
        }
    }
    Ok(written)
}

/// What the inputs of a section say of a description when nobody has typed.
pub(crate) async fn typed_of(tx: &Read, section: Section, description: &Description) -> Result<Typed> {
    let known = known(tx, section, &Typed::default(), description).await?;
    Ok(forms::write(section, &known, description))
}

/// Reads what was typed on top of a description: the description with it, and what could not be understood.
pub(crate) async fn understood(
    tx: &Read,
    section: Section,
    typed: &Typed,
    base: &Description,
) -> Result<(Description, Vec<Remark>)> {
    let known = known(tx, section, typed, base).await?;
    let mut description = base.clone();
    let wrong = forms::understand(section, typed, &known, &mut description);
    Ok((description, wrong))
}
