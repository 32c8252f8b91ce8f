//! The unified services that come with the demonstration: templates, and invented services of municipalities.

use super::{AttachService, TemplateText, attach_service, change, local::Local, publish_template};
use crate::TemplateId;
use crate::store::templates as rows;
use crate::{PublishService, RegisterService, policy, publish, register_service};
use kernel::{Error, Result, ServiceId, digest_hex};
use serde::Deserialize;
use storage::Write;

/// The content files with their labels, in the order in which codes are given: `V101`…
const FILES: [(&str, &str); 9] = [
    ("preschool", include_str!("../../content/templates/preschool.json")),
    ("building-permit", include_str!("../../content/templates/building-permit.json")),
    ("street-trade", include_str!("../../content/templates/street-trade.json")),
    ("minimum-income", include_str!("../../content/templates/minimum-income.json")),
    ("grave", include_str!("../../content/templates/grave.json")),
    ("tree-felling", include_str!("../../content/templates/tree-felling.json")),
    ("municipal-housing", include_str!("../../content/templates/municipal-housing.json")),
    ("property-tax-relief", include_str!("../../content/templates/property-tax-relief.json")),
    ("public-information", include_str!("../../content/templates/public-information.json")),
];

/// A content file. Holders stand in it as codes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: TemplateId,
    minutes: u16,
    minimum_basket: bool,
    text: TemplateText,
    holders: Vec<Local>,
}

/// Makes the templates that are not there yet, with the invented services of their holders; returns how many services
/// were added. Needs the reference institutions; the pilot services should be there before, so that they keep their
/// codes.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when the reference institutions are not installed.
pub async fn install_template_services(tx: &mut Write) -> Result<usize> {
    policy::may_import(tx.caller())?;
    let mut added = 0;
    for (_, file) in FILES {
        let entry: Entry = serde_json::from_str(file)?;
        if rows::by_id(tx, entry.id).await?.is_some() {
            continue;
        }
        let template = change::create_with(tx, entry.id, &entry.text).await?;
        for (place, local) in entry.holders.iter().enumerate() {
            install(tx, &entry, &template, place, local).await?;
            added += 1;
        }
        publish_template(tx, &template, 1).await?;
    }
    Ok(added)
}

async fn install(tx: &mut Write, entry: &Entry, template: &str, place: usize, local: &Local) -> Result<()> {
    let holder = institutions::by_code(tx, &local.code).await?;
    let holder = holder.ok_or_else(|| Error::not_found("institution").arg("code", &local.code))?;
    let description = local.description(&entry.text, &holder, place, entry.minutes, entry.minimum_basket);
    let input = RegisterService {
        id: Some(service_id(entry.id, &local.code)?),
        holder: holder.id,
        pilot: None,
        external_id: None,
        description,
    };
    let service = register_service(tx, input).await?;
    publish(tx, PublishService::now(service.clone(), 1, None)).await?;
    let own = local.own.as_ref();
    if own.is_some_and(|own| !own.attached) {
        return Ok(());
    }
    let deviation = own.and_then(|own| own.note.clone()).unwrap_or_default();
    attach_service(tx, AttachService { template: template.to_owned(), service, adopt: false, deviation }).await
}

/// The template that the program brings in under a label: `preschool`.
///
/// # Errors
/// Internal for a label that no content file has.
pub(crate) fn labelled(label: &str) -> Result<TemplateId> {
    let file = FILES.iter().find(|(known, _)| *known == label);
    let (_, file) = file.ok_or_else(|| Error::internal("template-label").arg("label", label))?;
    Ok(serde_json::from_str::<Entry>(file)?.id)
}

/// The same id in every installation.
fn service_id(template: TemplateId, holder: &str) -> Result<ServiceId> {
    let digest = digest_hex(format!("{template}/{holder}").as_bytes());
    let (hex, _) = digest.split_at(32);
    hex.parse().map_err(|error| Error::internal("service-id").source(error))
}
