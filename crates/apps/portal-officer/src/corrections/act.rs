//! Passing a reported mistake on, and ending it.

use super::show::{CorrectionPage, id_of};
use crate::parts::{form_errors, refusal};
use axum::extract::Path;
use catalogue::{ForwardCorrection, ResolveCorrection, forward_correction, resolve_correction};
use kernel::{CorrectionId, Error, Result};
use web_kit::{Answer, Fields, Visit};

/// `POST /work/corrections/{id}/forward`
pub async fn forward(visit: Visit, Path(id): Path<String>, _: Fields) -> Answer {
    let id = id_of(&id)?;
    let done = async {
        let mut tx = visit.write().await?;
        forward_correction(&mut tx, ForwardCorrection { id }).await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, id, done, "correction-forwarded", &Fields::default()).await
}

/// `POST /work/corrections/{id}/resolve`
pub async fn resolve(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let id = id_of(&id)?;
    let done = async {
        let resolution = sent.text("resolution").parse();
        let resolution =
            resolution.map_err(|_| Error::invalid("form-has-errors").field("resolution", "work-choose"))?;
        let mut tx = visit.write().await?;
        resolve_correction(&mut tx, ResolveCorrection { id, resolution, answer: sent.text("answer").to_owned() })
            .await?;
        tx.commit().await
    };
    let done = done.await;
    after(visit, id, done, "correction-resolved", &sent).await
}

/// Back to the report; what stands in the way is told above its form, which keeps what was typed.
async fn after(visit: Visit, id: CorrectionId, done: Result<()>, word: &str, sent: &Fields) -> Answer {
    let path = format!("/work/corrections/{id}");
    let visit = visit.shown_at(&path);
    let error: Error = match done {
        Ok(()) => return visit.redirect(&format!("{path}?done={word}")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = CorrectionPage::read(&visit, &tx, id).await?;
    let (answer, resolution) = (sent.text("answer").to_owned(), sent.text("resolution").to_owned());
    // Of a report that somebody else ended meanwhile only the kept answer is shown: it is no form any more.
    let answer = if answer.is_empty() || !page.open { page.answer.clone() } else { answer };
    visit.render_with(status, &CorrectionPage { errors, answer, resolution, ..page })
}
