//! Attaching a service to a template (UNI-02, UNI-08).

use super::events::{AttachFact, TEMPLATE_ATTACHED};
use super::{choose_leader, fit, view};
use crate::TemplateId;
use crate::alike::Told;
use crate::editing::keep_sent;
use crate::store::{cache, service_rows, services, similar, template_members as members, templates as rows};
use crate::{Description, PublishService, ServiceState, TemplateState, TemplateText, links, policy, publish};
use kernel::{Error, InstitutionId, LangText, Result, ServiceId};
use storage::{Expected, Write};

/// Longest note about a deviation, in characters.
const LONGEST_DEVIATION: usize = 500;

/// What to attach to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachService {
    /// Code of the template.
    pub template: String,
    /// Code of the service.
    pub service: String,
    /// Take over name and short description of the template as a new version of the service.
    pub adopt: bool,
    /// What the holder says about being different; shown to the public and listed for the platform.
    pub deviation: LangText,
}

/// Attaches a service. Fee, deadline, channels, contacts and conditions stay the holder's; name and short description
/// become those of the template with `adopt`, otherwise the difference is shown.
///
/// # Errors
/// Not found for an unknown service or a template the caller may not see; forbidden for everybody but the holder's
/// contact person and the platform; conflict `template-withdrawn`, `template-scope` (of another kind of holder),
/// `template-service-attached` (already, here or elsewhere), `template-holder-twice` (the holder has one there); invalid
/// `service-incomplete` when the service cannot be published under the new name, `template-deviation-long`.
pub async fn attach_service(tx: &mut Write, input: AttachService) -> Result<()> {
    let service = services::by_code(tx, &input.service).await?.ok_or_else(|| Error::not_found("service"))?;
    let holder = InstitutionId::new(service.holder);
    policy::may_edit(tx.caller(), holder)?;
    let template = view::visible(tx, &input.template).await?;
    if input.deviation.languages().any(|(_, text)| text.chars().count() > LONGEST_DEVIATION) {
        return Err(Error::invalid("form-has-errors").field("deviation", "template-deviation-long"));
    }
    require_free(tx, &template, &service, holder).await?;
    let institution = institutions::find(tx, holder).await?;
    fit::require_scope(template.scope.parse()?, &institution)?;

    let (id, family) = (ServiceId::new(service.id), TemplateId::new(template.id));
    let new = members::NewMember {
        service: id,
        template: family,
        holder,
        atvk: institution.atvk,
        deviation: &input.deviation,
        seen: template.revision,
    };
    members::insert(tx, new).await?;
    let fact = AttachFact { code: template.code.clone(), service: id, service_code: service.code.clone(), holder };
    tx.append(family.stream(), Expected::Any, vec![fact.event(TEMPLATE_ATTACHED)?]).await?;
    let told = Told::of(tx, &[id.uuid()]).await?;
    similar::merge(tx, id, family).await?;
    told.tell(tx, &[id.uuid()]).await?;
    let text = rows::text(tx, family, template.version).await?;
    let adopted = input.adopt && adopt(tx, &service, &text).await?;
    if !adopted {
        links::touch(tx, &[service.code]).await?;
    }
    choose_leader(tx, family).await
}

async fn require_free(
    tx: &Write,
    template: &rows::Row,
    service: &service_rows::Model,
    holder: InstitutionId,
) -> Result<()> {
    if template.state.parse::<TemplateState>()? == TemplateState::Withdrawn {
        return Err(Error::conflict("template-withdrawn").arg("code", &template.code));
    }
    if members::of_service(tx, ServiceId::new(service.id)).await?.is_some() {
        return Err(Error::conflict("template-service-attached").arg("code", &service.code));
    }
    if members::in_template(tx, TemplateId::new(template.id), holder).await?.is_some() {
        return Err(Error::conflict("template-holder-twice").arg("code", &template.code));
    }
    Ok(())
}

/// Publishes the service under the name and short description of the template; `false` when it is not public or has
/// them already.
pub(super) async fn adopt(tx: &mut Write, service: &service_rows::Model, text: &TemplateText) -> Result<bool> {
    if service.state.parse::<ServiceState>()? != ServiceState::Open {
        return Ok(false);
    }
    let present = cache::description(tx, service).await?;
    let Some(description) = renamed(&present, text) else { return Ok(false) };
    keep_sent(tx, service).await?;
    let input = PublishService::now(&service.code, service.latest, Some(description));
    publish(tx, input).await.map(|_| true)
}

/// A description under the name and short description of the template; none when it has them already.
pub(super) fn renamed(description: &Description, text: &TemplateText) -> Option<Description> {
    let same = description.name == text.name && description.summary == text.summary;
    let new = || Description { name: text.name.clone(), summary: text.summary.clone(), ..description.clone() };
    (!same).then(new)
}
