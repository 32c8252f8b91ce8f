//! A template made from services that are the same (UNI-01, UNI-05).

use crate::store::{cache, service_rows, services, template_members as members};
use crate::templates::{begin_template, policy};
use crate::{AttachService, Description, TemplateScope, TemplateText, attach_service};
use institutions::InstitutionKind;
use kernel::{Error, InstitutionId, LangText, Result, ServiceId};
use storage::Write;

/// Begins a draft template with what the first of these services says and attaches all of them, one of each holder;
/// their own words stay. Returns the code of the template. The platform then makes the words fit everybody and publishes.
///
/// # Errors
/// Forbidden for everybody but the platform; not found for an unknown service; invalid `similar-none` without any;
/// conflict `template-service-attached` when one belongs to a template already.
pub async fn create_template_from_services(tx: &mut Write, codes: &[String]) -> Result<String> {
    policy::may_manage(tx.caller())?;
    let mut rows: Vec<service_rows::Model> = Vec::new();
    for code in codes {
        let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
        if members::of_service(tx, ServiceId::new(row.id)).await?.is_some() {
            return Err(Error::conflict("template-service-attached").arg("code", code));
        }
        if rows.iter().all(|known| known.holder != row.holder) {
            rows.push(row);
        }
    }
    let first = rows.first().ok_or_else(|| Error::invalid("similar-none"))?;
    let description = cache::description(tx, first).await?;
    let template = begin_template(tx, text(&description, scope(tx, &rows).await?)).await?;
    for row in rows {
        let attach = AttachService {
            template: template.clone(),
            service: row.code,
            adopt: false,
            deviation: LangText::default(),
        };
        attach_service(tx, attach).await?;
    }
    Ok(template)
}

async fn scope(tx: &Write, rows: &[service_rows::Model]) -> Result<TemplateScope> {
    let mut municipal = Vec::new();
    for row in rows {
        let holder = institutions::find(tx, InstitutionId::new(row.holder)).await?;
        municipal.push(holder.kind == InstitutionKind::Municipality);
    }
    Ok(match (municipal.contains(&true), municipal.contains(&false)) {
        (true, false) => TemplateScope::Municipalities,
        (false, true) => TemplateScope::State,
        _ => TemplateScope::Both,
    })
}

fn text(description: &Description, scope: TemplateScope) -> TemplateText {
    let description = description.clone();
    TemplateText {
        name: description.name,
        summary: description.summary,
        audience: description.audience,
        client_circle: description.client_circle,
        cofog: description.cofog,
        scope,
        conditions: description.conditions,
        steps: description.steps,
        documents: description.documents,
        legal_basis: description.legal_basis,
        appeal: description.appeal,
        local: Vec::new(),
        life_events: description.life_events,
        keywords: description.keywords,
    }
}
