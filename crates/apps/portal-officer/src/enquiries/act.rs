//! Answering an enquiry, and passing it on.

use super::gone::GonePage;
use super::show::{EnquiryPage, Typed, id_of};
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use enquiries::{AnswerEnquiry, ForwardEnquiry, answer_enquiry, forward_enquiry};
use http::StatusCode;
use kernel::{EnquiryId, Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// `POST /work/enquiries/{id}/answer`
pub async fn answer(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let id = id_of(&id)?;
    let input = AnswerEnquiry { id, revision: seen_revision(&sent), answer: sent.text("answer").to_owned() };
    let done = async {
        let mut tx = visit.write().await?;
        answer_enquiry(&mut tx, input).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => visit.redirect(&format!("/work/enquiries/{id}?done=enquiry-answered")),
        Err(error) => again(visit, id, error, &sent).await,
    }
}

/// `POST /work/enquiries/{id}/forward`
pub async fn forward(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let id = id_of(&id)?;
    let input = ForwardEnquiry {
        id,
        revision: seen_revision(&sent),
        to: sent.text("institution").parse().ok(),
        reason: sent.text("reason").to_owned(),
    };
    let done = async {
        let mut tx = visit.write().await?;
        forward_enquiry(&mut tx, input).await?;
        tx.commit().await
    };
    match done.await {
        // It belongs to others now.
        Ok(()) => visit.redirect("/work/enquiries?done=enquiry-forwarded"),
        Err(error) => again(visit, id, error, &sent).await,
    }
}

/// What stands in the way is told above the forms, which keep what was typed. A letter that a colleague passed on
/// meanwhile is no letter of the institution any more, but what was typed about it is the typist's.
async fn again(visit: Visit, id: EnquiryId, error: Error, sent: &Fields) -> Answer {
    let typed = typed(sent);
    let visit = visit.shown_at(&format!("/work/enquiries/{id}"));
    match refused(&visit, id, error, typed.clone()).await {
        Ok((status, page)) => visit.render_with(status, &page),
        Err(error) if error.kind() == ErrorKind::NotFound && typed.has_text() => {
            visit.shown_at("/work/enquiries").render_with(StatusCode::NOT_FOUND, &GonePage::of(typed))
        }
        Err(error) => Err(error.into()),
    }
}

async fn refused(visit: &Visit, id: EnquiryId, error: Error, typed: Typed) -> Result<(StatusCode, EnquiryPage)> {
    let (status, error) = refusal(error)?;
    let errors = form_errors(visit, error)?;
    let page = EnquiryPage::open(visit, id).await?;
    Ok((status, EnquiryPage { errors, typed, ..page }))
}

fn typed(sent: &Fields) -> Typed {
    let text = |name| sent.text(name).to_owned();
    Typed { answer: text("answer"), institution: text("institution"), reason: text("reason") }
}
