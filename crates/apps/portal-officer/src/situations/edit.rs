//! `/work/situations/{slug}`: writing at a life situation; when somebody else was quicker, both texts are shown.

use super::form::text_of;
use super::page::EditPage;
use crate::differences::differences;
use axum::extract::Path;
use catalogue::{SaveSituation, SituationText, save_situation, situation_draft};
use http::StatusCode;
use kernel::{ErrorKind, Result};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The form with the newest text.
pub async fn edit(visit: Visit, Path(slug): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, &slug).await?;
    let page = EditPage::read(&visit, &tx, &draft, &draft.situation.text).await?;
    visit.render(&page)
}

/// Keeps what was typed.
pub async fn save(visit: Visit, Path(slug): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&format!("/work/situations/{slug}"));
    let known = situation_draft(&visit.read().await?, &slug).await?;
    let text = text_of(&sent, &known.situation.text);
    let revision = sent.text("revision").parse().unwrap_or_default();
    match keep(&visit, SaveSituation { slug: slug.clone(), revision, text: text.clone() }).await {
        Ok(()) => visit.redirect(&format!("/work/situations/{slug}?done=situation-saved")),
        Err(error) if error.kind() == ErrorKind::Stale => both_texts(&visit, &slug, &text).await,
        Err(error) => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            let draft = situation_draft(&tx, &slug).await?;
            let page = EditPage::read(&visit, &tx, &draft, &text).await?;
            visit.render_invalid(&EditPage { errors, revision, ..page })
        }
    }
}

/// What was typed stays in the form; beside it stands what differs from what somebody else kept. Sending it again replaces
/// the other text knowingly.
async fn both_texts(visit: &Visit, slug: &str, text: &SituationText) -> Answer {
    let tx = visit.read().await?;
    let draft = situation_draft(&tx, slug).await?;
    let page = EditPage::read(visit, &tx, &draft, text).await?;
    let conflict = differences(visit, text, &*draft.situation.text);
    let mut errors = FormErrors::none();
    errors.add(None, visit.text("edit-conflict"));
    visit.render_with(StatusCode::PRECONDITION_FAILED, &EditPage { conflict, errors, ..page })
}

async fn keep(visit: &Visit, input: SaveSituation) -> Result<()> {
    let mut tx = visit.write().await?;
    save_situation(&mut tx, input).await?;
    tx.commit().await
}
