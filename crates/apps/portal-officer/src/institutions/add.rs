//! `/work/institutions/new`: the platform adds an institution or a service centre (AUT-06).

use super::page::{RecordPage, path_of};
use super::typed::{TypedInstitution, in_order};
use crate::parts::{form_errors, refusal};
use institutions::{AddInstitution, add_institution};
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// The empty form.
pub async fn begin(visit: Visit) -> Answer {
    visit.render(&RecordPage::blank(&visit))
}

/// Adds it, and leads to its record.
pub async fn add(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/institutions/new");
    let typed = TypedInstitution::of(&sent);
    let error = match keep(&visit, &typed).await {
        Ok(()) => return visit.redirect(&format!("{}?done=institution-added", path_of(&visit, &typed.code))),
        Err(error) => in_order(error),
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    visit.render_with(status, &RecordPage { typed, errors, ..RecordPage::blank(&visit) })
}

async fn keep(visit: &Visit, typed: &TypedInstitution) -> Result<()> {
    let input = AddInstitution { code: typed.code.clone(), record: typed.record()? };
    let mut tx = visit.write().await?;
    add_institution(&mut tx, input).await?;
    tx.commit().await
}
