//! What a new text of a template would change, before it is kept (UNI-01, UNI-03).

use super::change::{self, Changeable};
use super::{ChangeTemplate, PlanTemplate, TemplateState, TemplateText, attach, carry, join, plan, policy};
use crate::compare::{ElementChange, compare_templates};
use crate::store::{cache, service_rows, template_members as members, templates as rows};
use crate::{ServiceListItem, ServiceState, TemplateId, quality};
use chrono::{DateTime, Utc};
use kernel::{Result, digest_hex};
use storage::Read;

/// What a new text of a template in use would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateEffect {
    /// What the template says differently, word by word.
    pub changes: Vec<ElementChange>,
    /// The services that would be published under the new name and short description, in the order of their codes: at
    /// once, or, as things stand now, on the day.
    pub follow: Vec<ServiceListItem>,
    /// How many services are attached.
    pub attached: usize,
    /// The day of the text that waits and gets the change too; none when nothing waits.
    pub joins: Option<DateTime<Utc>>,
    /// A mark of the new text, its day and these services: what somebody who confirms the change has seen.
    pub digest: String,
}

/// What [`crate::change_template`] would change: the public page of the unified service, and the descriptions that
/// [`crate::carry_template`] would publish anew. None when the public would see no difference: for a draft, or the same
/// text. A template has one service of a holder at most, so the cost does not grow with the register.
///
/// # Errors
/// As [`crate::change_template`].
pub async fn template_effect(tx: &Read, input: &ChangeTemplate) -> Result<Option<TemplateEffect>> {
    policy::may_manage(tx.caller())?;
    let found = change::changeable(tx, input).await?;
    if found.state != TemplateState::Published || found.before == input.text {
        return Ok(None);
    }
    let joined = join::joined(tx, TemplateId::new(found.row.id), &found.before, &input.text).await?;
    let effect = effect(tx, &found, &input.text, None).await?;
    Ok(Some(TemplateEffect { joins: joined.map(|joined| joined.day()), ..effect }))
}

/// What [`crate::plan_template`] would change on its day, as things stand now.
///
/// # Errors
/// As [`crate::plan_template`].
pub async fn plan_effect(tx: &Read, input: &PlanTemplate) -> Result<TemplateEffect> {
    policy::may_manage(tx.caller())?;
    let found = plan::plannable(tx, input).await?;
    effect(tx, &found.change, &input.change.text, Some(found.from)).await
}

async fn effect(
    tx: &Read,
    found: &Changeable,
    text: &TemplateText,
    from: Option<DateTime<Utc>>,
) -> Result<TemplateEffect> {
    let id = TemplateId::new(found.row.id);
    let mut former: Vec<TemplateText> = rows::history(tx, id).await?.into_iter().map(|(_, text)| text).collect();
    former.push(text.clone());
    let attached = members::services(tx, id).await?;
    let count = attached.len();
    let open = ServiceState::Open.as_str();
    let mut followers = attached;
    followers.retain(|service| service.state == open && carry::followed(service, &former));
    let follow = renamed(tx, followers, text).await?;
    let codes: Vec<&str> = follow.iter().map(|service| service.code.as_str()).collect();
    let digest = digest_hex(serde_json::to_string(&(found.row.revision, text, from, &codes))?.as_bytes());
    let changes = compare_templates(&found.before, text)?;
    Ok(TemplateEffect { changes, follow, attached: count, joins: None, digest })
}

/// Those that would say something else and could be published so.
async fn renamed(tx: &Read, followers: Vec<service_rows::Model>, text: &TemplateText) -> Result<Vec<ServiceListItem>> {
    let descriptions = cache::descriptions(tx, &followers.iter().collect::<Vec<_>>()).await?;
    let mut found = Vec::new();
    for (service, description) in followers.into_iter().zip(descriptions) {
        let new = attach::renamed(&description, text);
        if new.is_some_and(|new| quality::require_publishable(&new).is_ok()) {
            found.push(ServiceListItem::try_from(service)?);
        }
    }
    Ok(found)
}
