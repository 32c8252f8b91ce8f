//! Which service of a family is its line in lists.

use super::TemplateState;
use crate::ServiceState;
use crate::TemplateId;
use crate::store::{template_members as members, templates as rows};
use kernel::{Result, ServiceId};
use storage::Write;

/// Chooses the line anew: the open service with the lowest code while the template is in use; otherwise each service is
/// a line of its own. To be called whenever the template, what is attached to it, or the state of an attached service
/// changes.
pub(crate) async fn choose_leader(tx: &Write, template: TemplateId) -> Result<()> {
    let Some(row) = rows::by_id(tx, template).await? else { return Ok(()) };
    let leader = match row.state.parse()? {
        TemplateState::Published => {
            let open = ServiceState::Open.as_str();
            let services = members::services(tx, template).await?;
            services.into_iter().find(|service| service.state == open && !service.internal)
        }
        TemplateState::Draft | TemplateState::Withdrawn => None,
    };
    members::set_leader(tx, template, leader.map(|service| ServiceId::new(service.id))).await
}
