//! Carrying a change of a template to what is attached to it (UNI-01, UNI-03).

use super::{TemplateState, TemplateText, attach, view};
use crate::TemplateId;
use crate::links;
use crate::store::{service_rows, template_members as members, templates as rows};
use kernel::{ErrorKind, LangText, Result, ServiceId};
use std::collections::BTreeMap;
use storage::Write;

/// Timer: a template changed, and what is attached to it has not all been told.
pub const CARRY_TEMPLATE_TIMER: &str = "catalogue.carry_template";

/// How many services are told in one unit of work.
const BATCH: u64 = 50;

/// Tells the next services of a changed template: the timer [`CARRY_TEMPLATE_TIMER`], which comes again while there are
/// more. A service that followed an earlier name and short description of the template follows the new ones, as a
/// published version of its own; any other keeps its words, and its revision moves because the page of the family
/// changed. Firing twice changes nothing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn carry_template(tx: &mut Write, id: TemplateId) -> Result<()> {
    let Some(row) = rows::by_id(tx, id).await? else { return Ok(()) };
    let revision = row.revision;
    let waiting = members::unseen(tx, id, revision, BATCH).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let ids: Vec<ServiceId> = waiting.iter().map(|member| ServiceId::new(member.service)).collect();
    let template = view::whole(tx, row).await?;
    let history = rows::history(tx, id).await?;
    let former: Vec<TemplateText> = history.into_iter().map(|(_, text)| text).collect();
    let mut services: BTreeMap<_, _> =
        members::services_by_ids(tx, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
    let mut touched = Vec::new();
    for member in waiting {
        let Some(service) = services.remove(&member.service) else { continue };
        let follows = template.state == TemplateState::Published && followed(&service, &former);
        if !(follows && told(tx, &service, &template.text).await?) {
            touched.push(service.code);
        }
    }
    links::touch(tx, &touched).await?;
    members::seen(tx, &ids, revision).await?;
    let now = tx.now();
    tx.schedule(CARRY_TEMPLATE_TIMER, id.uuid(), now).await
}

/// Publishes the new words; `false` when there is nothing new in them, or the service cannot be published as it stands:
/// then it keeps its own and deviates.
async fn told(tx: &mut Write, service: &service_rows::Model, text: &TemplateText) -> Result<bool> {
    match attach::adopt(tx, service, text).await {
        Err(error) if error.kind() == ErrorKind::Invalid => Ok(false),
        other => other,
    }
}

/// Whether a service says what the template once said.
pub(super) fn followed(service: &service_rows::Model, former: &[TemplateText]) -> bool {
    let same = |text: &LangText, lv: &str, en: &str| text.lv == lv && text.en == en;
    former.iter().any(|text| {
        same(&text.name, &service.name_lv, &service.name_en)
            && same(&text.summary, &service.summary_lv, &service.summary_en)
    })
}
