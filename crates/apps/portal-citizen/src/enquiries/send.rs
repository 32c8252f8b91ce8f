//! Sending what was written: once, however often the form is sent.

use enquiries::{SendEnquiry, Sent, send_enquiry};
use kernel::{Error, ErrorKind, Result, Role};
use web_kit::{Answer, Form, Visit};

use super::ask::{AskPage, Typed};

/// `POST /contact`
pub(crate) async fn send(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match keep(&visit, &typed).await {
        Ok(sent) if visit.caller().role == Role::Client => {
            visit.redirect(&format!("/contact/mine/{}?done=enquiry-sent", sent.id))
        }
        Ok(sent) => visit.redirect(&format!("/contact/answer?reference={}&done=enquiry-sent", sent.reference)),
        Err(error) if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::RateLimited) => {
            let visit = visit.shown_at("/contact");
            // Too many is told above the form as well: what was typed stays.
            let error = if error.kind() == ErrorKind::RateLimited { Error::invalid(error.key()) } else { error };
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&AskPage::read(&visit, &tx, typed, errors).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn keep(visit: &Visit, typed: &Typed) -> Result<Sent> {
    let unknown = |field: &'static str, key: &'static str| Error::invalid("form-has-errors").field(field, key);
    let institution = match typed.institution.trim() {
        "" => None,
        id => Some(id.parse().map_err(|_| unknown("institution", "enquiry-institution"))?),
    };
    let input = SendEnquiry {
        kind: typed.kind.parse().map_err(|_| unknown("kind", "enquiry-kind"))?,
        institution,
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
