//! Detaching a service from its template.

use super::events::{AttachFact, TEMPLATE_DETACHED};
use super::{choose_leader, view};
use crate::TemplateId;
use crate::alike::Told;
use crate::store::{services, similar, template_members as members};
use crate::{links, policy};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Expected, Write};

/// What to detach from what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetachService {
    /// Code of the template.
    pub template: String,
    /// Code of the service.
    pub service: String,
}

/// Detaches a service; its description stays as it is.
///
/// # Errors
/// Not found for an unknown service, a template the caller may not see, or a service that is not attached to it;
/// forbidden for everybody but the holder's contact person and the platform.
pub async fn detach_service(tx: &mut Write, input: DetachService) -> Result<()> {
    let service = services::by_code(tx, &input.service).await?.ok_or_else(|| Error::not_found("service"))?;
    let holder = InstitutionId::new(service.holder);
    policy::may_edit(tx.caller(), holder)?;
    let template = view::visible(tx, &input.template).await?;
    let (id, family) = (ServiceId::new(service.id), TemplateId::new(template.id));
    let member = members::of_service(tx, id).await?.filter(|member| member.template == template.id);
    member.ok_or_else(|| Error::not_found("template-service"))?;
    members::delete(tx, id).await?;
    let fact = AttachFact { code: template.code, service: id, service_code: service.code.clone(), holder };
    tx.append(family.stream(), Expected::Any, vec![fact.event(TEMPLATE_DETACHED)?]).await?;
    let told = Told::of(tx, &[id.uuid()]).await?;
    similar::reopen(tx, id).await?;
    told.tell(tx, &[id.uuid()]).await?;
    links::touch(tx, &[service.code]).await?;
    choose_leader(tx, family).await
}
