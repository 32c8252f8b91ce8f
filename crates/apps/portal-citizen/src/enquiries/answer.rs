//! One enquiry, as its writer sees it.

use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use chrono::{DateTime, Utc};
use enquiries::{Enquiry, EnquiryState, enquiry_by_reference, own_enquiry};
use http::header::CACHE_CONTROL;
use kernel::{Error, ErrorKind, Locale, Result};
use serde::{Deserialize, Serialize};
use storage::Read;
use web_kit::{Answer, Template, Visit};

use super::key;
use crate::names::{Link, Names, service_names};

/// `?reference=…`: not in the path, which logs hold.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    reference: Option<String>,
}

/// Context of `enquiries/answer.html`.
#[derive(Debug, Serialize)]
pub(crate) struct AnswerPage {
    number: String,
    kind: &'static str,
    state: &'static str,
    overdue: bool,
    institution: String,
    service: Option<Link>,
    subject: String,
    text: String,
    language: Locale,
    received_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    forwarded: Option<Forwarded>,
    answer: Option<String>,
    answered_at: Option<DateTime<Utc>>,
    helpful: Option<bool>,
    /// Where a rating is sent.
    rate: String,
    /// Of somebody unknown: what the answer is read with, and the address to keep.
    reference: Option<String>,
    address: String,
}

#[derive(Debug, Serialize)]
struct Forwarded {
    from: String,
    reason: String,
}

/// `GET /contact/answer`: the letter, or the question for its key.
pub(crate) async fn answer(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let Some(typed) = asked.reference else { return key::ask(&visit) };
    // A key that was copied or written down may be broken into pieces; a phone begins what is typed with a capital.
    let signs = typed.chars().filter(|sign| !sign.is_whitespace());
    let reference: String = signs.map(|sign| sign.to_ascii_lowercase()).collect();
    if reference.is_empty() {
        return key::missing(&visit);
    }
    let tx = visit.read().await?;
    let found = match enquiry_by_reference(&tx, &reference).await {
        Err(error) if error.kind() == ErrorKind::NotFound => return key::unknown(&visit, typed),
        found => found?,
    };
    let page = AnswerPage::read(&visit, &tx, found, Some(reference)).await?;
    // Whoever comes to the device later, or to a cache on the way, is not to find the letter there.
    Ok(([(CACHE_CONTROL, "no-store")], visit.render(&page)?).into_response())
}

/// `GET /contact/mine/{id}`
pub(crate) async fn own_answer(visit: Visit, Path(id): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let id = id.parse().map_err(|_| Error::not_found("enquiry"))?;
    let found = own_enquiry(&tx, id).await?;
    let page = AnswerPage::read(&visit, &tx, found, None).await?;
    visit.render(&page)
}

impl AnswerPage {
    async fn read(visit: &Visit, tx: &Read, found: Enquiry, reference: Option<String>) -> Result<Self> {
        let line = &found.line;
        let from = found.forwarded.as_ref().map(|(from, _)| *from);
        let names = Names::of(tx, visit, from.into_iter().chain([line.institution])).await?;
        let services = service_names(tx, visit, line.service.clone()).await?;
        let service = line.service.as_ref().map(|code| Link {
            href: visit.url(&format!("/services/{code}")),
            name: services.get(code).unwrap_or(code).clone(),
        });
        let rate = match reference {
            Some(_) => visit.url("/contact/answer/rate"),
            None => visit.url(&format!("/contact/mine/{}/rate", line.id)),
        };
        let path = reference.as_ref().map(|reference| visit.url(&format!("/contact/answer?reference={reference}")));
        Ok(Self {
            number: line.number.clone(),
            kind: line.kind.as_str(),
            state: line.state.as_str(),
            overdue: line.is_overdue(visit.now()),
            institution: names.get(line.institution),
            service,
            received_at: line.received_at,
            due_at: line.due_at,
            forwarded: found.forwarded.map(|(from, reason)| Forwarded { from: names.get(from), reason }),
            subject: found.subject,
            text: found.text,
            language: found.language,
            answer: found.answer,
            answered_at: found.answered_at,
            helpful: found.helpful,
            rate,
            reference,
            address: path.map(|path| format!("{}{path}", visit.state().settings().base_url)).unwrap_or_default(),
        })
    }
}

impl Template for AnswerPage {
    const NAME: &'static str = "citizen/enquiries/answer.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let open = || Self {
            number: "26".to_owned(),
            kind: "question",
            state: EnquiryState::Open.as_str(),
            overdue: false,
            institution: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            service: Some(Link { href: format!("/{locale}/services/1007"), name: "Pabalsts".to_owned() }),
            subject: "Termiņš".to_owned(),
            text: "Kad saņemšu atbildi?\n<b>".to_owned(),
            language: Locale::Lv,
            received_at: DateTime::UNIX_EPOCH,
            due_at: DateTime::UNIX_EPOCH,
            forwarded: None,
            answer: None,
            answered_at: None,
            helpful: None,
            rate: format!("/{locale}/contact/answer/rate"),
            reference: Some("0".repeat(32)),
            address: format!("https://durvis.example.lv/{locale}/contact/answer"),
        };
        let forwarded = Forwarded { from: "VID".to_owned(), reason: "Uz to atbild VSAA.".to_owned() };
        let answered = |helpful| Self {
            state: EnquiryState::Answered.as_str(),
            answer: Some("Desmit darba dienās.".to_owned()),
            answered_at: Some(DateTime::UNIX_EPOCH),
            reference: None,
            helpful,
            ..open()
        };
        vec![
            open(),
            Self { overdue: true, service: None, forwarded: Some(forwarded), ..open() },
            answered(None),
            answered(Some(true)),
        ]
    }
}
