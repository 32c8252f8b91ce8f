//! A new service of one's own, begun from a template (UNI-02).

use super::{AttachService, TemplateText, attach_service, view};
use crate::TemplateId;
use crate::{
    Contact, Description, ProviderStage, RegisterService, Signature, Stage, Territory, policy, register_service,
};
use institutions::Institution;
use kernel::{Assurance, Error, InstitutionId, LangText, Result};
use storage::Write;

/// Registers a draft of the holder that says what the template says, attaches it, and returns its code. What is local
/// (fee, deadline, channels) is left to be described before it is published.
///
/// # Errors
/// As [`crate::register_service`] and [`attach_service`]; nothing is kept then.
pub async fn create_service_from_template(tx: &mut Write, template: &str, holder: InstitutionId) -> Result<String> {
    policy::may_edit(tx.caller(), holder)?;
    let row = view::visible(tx, template).await?;
    let family = TemplateId::new(row.id);
    if crate::store::template_members::in_template(tx, family, holder).await?.is_some() {
        return Err(Error::conflict("template-holder-twice").arg("code", template));
    }
    let found = view::whole(tx, row).await?;
    let institution = institutions::find(tx, holder).await?;
    let input = RegisterService {
        id: None,
        holder,
        pilot: None,
        external_id: None,
        description: description(&found.text, &institution),
    };
    let service = register_service(tx, input).await?;
    let attach = AttachService {
        template: template.to_owned(),
        service: service.clone(),
        adopt: false,
        deviation: LangText::default(),
    };
    attach_service(tx, attach).await?;
    Ok(service)
}

/// What a template and its holder say of a service; fee, deadline and channels are missing.
pub(super) fn description(text: &TemplateText, holder: &Institution) -> Description {
    let contact = Contact {
        phone: holder.phone.clone(),
        email: holder.email.clone(),
        address: holder.address.clone(),
        website: holder.website.clone(),
    };
    let provider = |stage: &Stage| ProviderStage { stage: *stage, institution: holder.id, contact: contact.clone() };
    Description {
        name: text.name.clone(),
        summary: text.summary.clone(),
        cofog: text.cofog.clone(),
        client_circle: text.client_circle,
        audience: text.audience.clone(),
        territory: holder.atvk.clone().map_or(Territory::WholeCountry, |atvk| Territory::Municipalities(vec![atvk])),
        steps: text.steps.clone(),
        documents: text.documents.clone(),
        conditions: text.conditions.clone(),
        legal_basis: text.legal_basis.clone(),
        appeal: text.appeal.clone(),
        providers: Stage::ALL.iter().map(provider).collect(),
        identification: Assurance::Substantial,
        signature: Signature::IdentificationSuffices,
        life_events: text.life_events.clone(),
        keywords: text.keywords.clone(),
        ..Description::empty()
    }
}
