//! Sending what was written: once, however often the form is sent.

use enquiries::{SendEnquiry, Sent, send_enquiry};
use kernel::{Result, Role};
use web_kit::{Answer, Fields, Visit};

use super::ask::{AskPage, Typed};
use crate::names::form_errors;

/// `POST /contact`
pub(crate) async fn send(visit: Visit, fields: Fields) -> Answer {
    // A letter of somebody who was signed in is not sent as one of a visitor.
    visit.still_in_session(&fields)?;
    let typed = Typed::of(&fields);
    match keep(&visit, &typed).await {
        Ok(sent) if visit.caller().role == Role::Client => {
            visit.redirect(&format!("/contact/mine/{}?done=enquiry-sent", sent.id))
        }
        Ok(sent) => visit.redirect(&format!("/contact/answer?reference={}&done=enquiry-sent", sent.reference)),
        Err(error) => {
            let visit = visit.shown_at("/contact");
            let errors = form_errors(&visit, error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&AskPage::read(&visit, &tx, typed, errors).await?)
        }
    }
}

async fn keep(visit: &Visit, typed: &Typed) -> Result<Sent> {
    // What cannot be one counts as not chosen, so that everything that is wrong is told at once.
    let input = SendEnquiry {
        kind: typed.kind.parse().ok(),
        institution: typed.institution.trim().parse().ok(),
        service: Some(typed.service.trim().to_owned()).filter(|code| !code.is_empty()),
        subject: typed.subject.clone(),
        text: typed.text.clone(),
        language: visit.locale(),
        reference: typed.reference.clone(),
    };
    let mut tx = visit.write().await?;
    let sent = send_enquiry(&mut tx, input).await?;
    tx.commit().await?;
    Ok(sent)
}
