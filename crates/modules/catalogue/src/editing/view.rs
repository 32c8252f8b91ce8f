//! Reading a working copy: as a whole, and one section to write in.

use super::assemble::{Base, assemble, base_of, content_of, of_version, typed_of};
use super::sent::{sent, sent_after, written};
use super::{forms, remark, review};
use crate::store::editing::sections::Written;
use crate::store::editing::{drafts, sections};
use crate::store::{service_rows, services};
use crate::{
    Description, Draft, QualityContext, Remark, Section, SectionState, SectionText, Service, WorkingCopy, compare,
    policy, view,
};
use kernel::{Error, InstitutionId, Result, ServiceId};
use std::sync::Arc;
use storage::Read;

/// A service with its working copy.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn working_copy(tx: &Read, code: &str) -> Result<WorkingCopy> {
    let row = watched(tx, code).await?;
    let id = ServiceId::new(row.id);
    let draft = drafts::find(tx, id).await?;
    let base = base_of(tx, &row).await?;
    let written = written(tx, &row, draft.as_ref(), &base).await?;
    let description = assemble(&base.description, &written)?;
    let overtaken = match &draft {
        Some(draft) => overtaken(tx, id, draft, &base, &written).await?,
        None => Vec::new(),
    };
    // Without a working copy, what was sent is what is shown.
    let sent = match &draft {
        Some(draft) => sent_after(tx, &row, &base, draft).await?,
        None => Vec::new(),
    };
    Ok(WorkingCopy {
        service: view::service(tx, code).await?,
        alone: review::may_publish_alone(tx, InstitutionId::new(row.holder)).await?,
        reviewer: draft.as_ref().is_some_and(|draft| review::is_second_reader(tx, draft)),
        sections: states(&base.description, &description, &remark::known_of(tx, &row, &description).await?, &written)?,
        changes: compare(&base.description, &description)?,
        refused: sections::refused(tx, id).await?,
        description: Arc::new(description),
        base: base.version,
        draft,
        overtaken,
        sent: sent.iter().map(|text| text.section).collect(),
    })
}

/// One section to write in: what was typed last, or what the description says that an edit starts from.
///
/// # Errors
/// As [`working_copy`].
pub async fn section_text(tx: &Read, code: &str, section: Section) -> Result<SectionText> {
    let row = watched(tx, code).await?;
    let id = ServiceId::new(row.id);
    let draft = drafts::find(tx, id).await?;
    let base = base_of(tx, &row).await?;
    let written = match &draft {
        Some(_) => sections::find(tx, id, section).await?,
        None => sent(tx, &row, &base).await?.into_iter().find(|one| one.section == section),
    };
    let service = view::service(tx, code).await?;
    let state = draft.map(|draft| draft.state);
    let Some(written) = written else {
        let typed = typed_of(tx, section, &base.description).await?;
        let findings = remark::findings_in(tx, section, &base.description, &row).await?;
        let nobody = (None, None);
        let (updated_by, updated_at) = nobody;
        return Ok(SectionText {
            service,
            state,
            base: base.version,
            revision: 0,
            typed,
            findings,
            updated_by,
            updated_at,
        });
    };
    let description = assemble(&base.description, std::slice::from_ref(&written))?;
    let findings = [written.errors, remark::findings_in(tx, section, &description, &row).await?].concat();
    Ok(SectionText {
        service,
        state,
        base: base.version,
        revision: written.revision,
        typed: written.typed,
        findings,
        updated_by: written.updated_by,
        updated_at: Some(written.updated_at),
    })
}

/// The service as its public page would show it if the working copy were published now.
///
/// # Errors
/// As [`working_copy`].
pub async fn preview(tx: &Read, code: &str) -> Result<Arc<Service>> {
    let row = watched(tx, code).await?;
    let service = view::service(tx, code).await?;
    let draft = drafts::find(tx, ServiceId::new(row.id)).await?;
    let base = base_of(tx, &row).await?;
    let written = written(tx, &row, draft.as_ref(), &base).await?;
    let description = assemble(&base.description, &written)?;
    let form_key = description.usable_form(service.form_key.as_deref());
    let service = Service { description: Arc::new(description), form_key, ..(*service).clone() };
    Ok(Arc::new(service.on(kernel::riga_date(tx.now()))))
}

/// The row of a service whose working copy the caller may see.
pub(crate) async fn watched(tx: &Read, code: &str) -> Result<service_rows::Model> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_watch_editing(tx.caller(), InstitutionId::new(row.holder))?;
    Ok(row)
}

/// Sections that both the working copy and a later publication changed.
pub(crate) async fn overtaken(
    tx: &Read,
    id: ServiceId,
    draft: &Draft,
    base: &Base,
    written: &[Written],
) -> Result<Vec<Section>> {
    if draft.base_version == base.version {
        return Ok(Vec::new());
    }
    let before = of_version(tx, id, draft.base_version).await?;
    let mut found = Vec::new();
    for section in written.iter().map(|written| written.section) {
        if content_of(section, &before)? != content_of(section, &base.description)? {
            found.push(section);
        }
    }
    Ok(found)
}

fn states(
    base: &Description,
    whole: &Description,
    context: &QualityContext,
    written: &[Written],
) -> Result<Vec<SectionState>> {
    let all = remark::findings_of(whole, context);
    let mut states = Vec::new();
    for section in Section::ALL.iter().copied() {
        let own = written.iter().find(|written| written.section == section);
        let errors = own.map(|written| written.errors.clone()).unwrap_or_default();
        let of_section = all.iter().filter(|finding| Section::of(&finding.path) == Some(section)).cloned();
        let findings: Vec<Remark> = errors.into_iter().chain(of_section).collect();
        states.push(SectionState {
            section,
            revision: own.map_or(0, |written| written.revision),
            updated_by: own.and_then(|written| written.updated_by),
            updated_at: own.map(|written| written.updated_at),
            changed: match own {
                Some(own) if section == Section::Plan => own.typed != forms::write(section, &Default::default(), base),
                Some(own) => content_of(section, base)? != own.content,
                None => false,
            },
            findings,
        });
    }
    Ok(states)
}
