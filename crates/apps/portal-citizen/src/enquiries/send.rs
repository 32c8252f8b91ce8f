//! Sending what was written: once, however often the form is sent.

use enquiries::{SendEnquiry, Sent, enquiry_faults, send_enquiry};
use kernel::{Error, ErrorKind, InstitutionId, Result, Role};
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
    // An address of nobody is none: the use case says that one is missing.
    let institution: Option<InstitutionId> = typed.institution.trim().parse().ok();
    let service = Some(typed.service.trim().to_owned()).filter(|code| !code.is_empty());
    let Ok(kind) = typed.kind.parse() else {
        let unaddressed = institution.is_none() && service.is_none();
        let known = visit.caller().role == Role::Client;
        let rest = enquiry_faults(unaddressed, &typed.subject, &typed.text, known);
        let error = Error::invalid("form-has-errors").field("kind", "enquiry-kind");
        return Err(error.fields(rest.field_errors().iter().cloned()));
    };
    let input = SendEnquiry {
        kind,
        institution,
        service,
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
