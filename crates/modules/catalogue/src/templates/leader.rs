//! Which service of a family is its line in lists, and how many stand behind a line.

use super::TemplateState;
use crate::ServiceState;
use crate::TemplateId;
use crate::store::{category_behind, template_members as members, templates as rows};
use kernel::{Result, ServiceId};
use storage::Write;

/// Chooses the line anew: the open service with the lowest code while the template is in use; otherwise each service is
/// a line of its own. Counts too how many services stand behind others in the lists of categories. To be called whenever
/// the template, what is attached to it, or the state of an attached service changes; who comes second waits, and sees
/// what the first did.
pub(crate) async fn choose_leader(tx: &Write, template: TemplateId) -> Result<()> {
    let Some(row) = rows::by_id_for_update(tx, template).await? else { return Ok(()) };
    let services = match row.state.parse()? {
        TemplateState::Published => members::services(tx, template).await?,
        TemplateState::Draft | TemplateState::Withdrawn => Vec::new(),
    };
    let numbers: Vec<i64> = services.iter().map(|service| service.number).collect();
    category_behind::put(tx, template, &numbers).await?;
    let open = ServiceState::Open.as_str();
    let leader = services.into_iter().find(|service| service.state == open && !service.internal);
    members::set_leader(tx, template, leader.map(|service| ServiceId::new(service.id))).await
}
