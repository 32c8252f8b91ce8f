//! `/work/contacts` and `/work/institutions/{code}`: the record of an institution, for its own people and for the platform.
//! What was typed stays in the form when it is wrong, and when somebody else was quicker both texts are shown.

use super::page::{Known, RecordPage, is_platform, path_of};
use super::typed::{TypedInstitution, in_order};
use crate::differences::differences;
use crate::parts::{Asked, form_errors, refusal, seen_revision};
use axum::extract::{Path, Query};
use http::StatusCode;
use institutions::{ChangeInstitution, change_institution, institution_to_edit};
use kernel::{ErrorKind, InstitutionId, Result};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The record of the caller's own institution.
pub async fn own(visit: Visit, Query(asked): Asked) -> Answer {
    let own = visit.caller().require_institution()?;
    let tx = visit.read().await?;
    let code = institutions::find(&tx, own).await?.code;
    let page = RecordPage::read(&visit, &tx, &code, &Fields(asked)).await?;
    visit.render(&page)
}

/// The record of any institution.
pub async fn show(visit: Visit, Path(code): Path<String>, Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let page = RecordPage::read(&visit, &tx, &code, &Fields(asked)).await?;
    visit.render(&page)
}

/// Changes it, and leads back to it.
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let path = path_of(&visit, &code);
    let visit = visit.shown_at(&path);
    let (institution, known) = {
        let tx = visit.read().await?;
        institution_to_edit(&tx, &code).await?
    };
    let typed = TypedInstitution::of(&sent);
    let typed = if is_platform(&visit) { typed } else { typed.of_known(&known) };
    let seen = seen_revision(&sent);
    let error = match keep(&visit, institution.id, seen, &typed).await {
        Ok(()) => return visit.redirect(&format!("{path}?done=institution-changed")),
        Err(error) => in_order(error),
    };
    let page = {
        let tx = visit.read().await?;
        RecordPage::read(&visit, &tx, &code, &Fields(Vec::new())).await?
    };
    if error.kind() == ErrorKind::Stale {
        // Sending it again replaces the other text knowingly: the form carries the revision that is shown beside it.
        let conflict = differences(&visit, &typed.labelled(&visit), &page.typed.labelled(&visit));
        let mut errors = FormErrors::none();
        errors.add(None, visit.text("edit-conflict"));
        let page = RecordPage { typed, conflict, errors, ..page };
        return visit.render_with(StatusCode::PRECONDITION_FAILED, &page);
    }
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    // What somebody else kept meanwhile was not seen yet.
    let known = page.known.map(|known| Known { revision: seen, ..known });
    visit.render_with(status, &RecordPage { typed, errors, known, ..page })
}

async fn keep(visit: &Visit, institution: InstitutionId, revision: i64, typed: &TypedInstitution) -> Result<()> {
    let (identity, contacts) = if is_platform(visit) {
        let record = typed.record()?;
        (Some(record.identity), record.contacts)
    } else {
        (None, typed.contacts_alone()?)
    };
    let mut tx = visit.write().await?;
    change_institution(&mut tx, ChangeInstitution { institution, revision, identity, contacts }).await?;
    tx.commit().await
}
