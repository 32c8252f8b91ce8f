//! `/work/enquiries/{id}`: one enquiry, opened on the record, with what can be done about it.

use super::list::badge;
use crate::parts::{Badge, Choice, either, service_names};
use axum::extract::Path;
use chrono::{DateTime, Utc};
use enquiries::{Enquiry, EnquiryState, addressees, open_enquiry};
use kernel::{EnquiryId, Error, Locale, Result, Role};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, FormErrors, Template, Visit};

/// Context of `work/enquiries/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EnquiryPage {
    pub(super) here: String,
    pub(super) number: String,
    pub(super) kind: &'static str,
    pub(super) subject: String,
    pub(super) text: String,
    pub(super) language: Locale,
    /// Whether the writer was signed in: then opening the page was recorded.
    pub(super) known: bool,
    pub(super) institution: String,
    pub(super) service: Option<ServiceLink>,
    pub(super) received_at: DateTime<Utc>,
    pub(super) badge: Badge,
    pub(super) forwarded: Option<Forwarded>,
    pub(super) answered: Option<Answered>,
    /// Whether the caller may answer and pass on.
    pub(super) may_answer: bool,
    pub(super) revision: i64,
    pub(super) institutions: Vec<Choice>,
    pub(super) typed: Typed,
    pub(super) errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct ServiceLink {
    href: String,
    name: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Forwarded {
    from: String,
    reason: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Answered {
    text: String,
    at: Option<DateTime<Utc>>,
    helpful: Option<bool>,
}

/// What was typed into one of the forms.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Typed {
    pub(super) answer: String,
    pub(super) institution: String,
    pub(super) reason: String,
}

impl Typed {
    /// Whether somebody wrote something, and not only chose.
    pub(super) fn has_text(&self) -> bool {
        !(self.answer.is_empty() && self.reason.is_empty())
    }
}

/// One enquiry.
pub async fn show(visit: Visit, Path(id): Path<String>) -> Answer {
    let page = EnquiryPage::open(&visit, id_of(&id)?).await?;
    visit.render(&page)
}

/// What cannot be an id is no enquiry.
pub(super) fn id_of(text: &str) -> Result<EnquiryId> {
    text.parse().map_err(|_| Error::not_found("enquiry"))
}

impl EnquiryPage {
    /// On the record: when the record cannot be kept there is no page (PRF-03).
    pub(super) async fn open(visit: &Visit, id: EnquiryId) -> Result<Self> {
        let mut tx = visit.write().await?;
        let found = open_enquiry(&mut tx, id).await?;
        let page = Self::read(visit, &tx, found).await?;
        tx.commit().await?;
        Ok(page)
    }

    async fn read(visit: &Visit, tx: &Read, found: Enquiry) -> Result<Self> {
        let (line, locale) = (&found.line, visit.locale());
        let from = found.forwarded.as_ref().map(|(from, _)| *from);
        let ids: Vec<_> = from.into_iter().chain([line.institution]).collect();
        let names = institutions::names_of(tx, &ids).await?;
        let name = |id| names.get(&id).map(|name| name.get(locale).to_owned()).unwrap_or_default();
        let may_answer = line.state == EnquiryState::Open && visit.caller().role != Role::Auditor;
        let service = match &line.service {
            Some(code) => {
                let known = service_names(tx, locale, vec![code.clone()]).await?;
                let name = known.get(code).unwrap_or(code).clone();
                Some(ServiceLink { href: visit.url(&format!("/services/{code}")), name })
            }
            None => None,
        };
        Ok(Self {
            here: visit.url(&format!("/work/enquiries/{}", line.id)),
            number: line.number.clone(),
            kind: line.kind.as_str(),
            known: found.person.is_some(),
            institution: name(line.institution),
            service,
            received_at: line.received_at,
            badge: badge(visit, line),
            forwarded: found
                .forwarded
                .as_ref()
                .map(|(from, reason)| Forwarded { from: name(*from), reason: reason.clone() }),
            answered: found.answer.clone().map(|text| Answered { text, at: found.answered_at, helpful: found.helpful }),
            may_answer,
            institutions: if may_answer { others(tx, visit).await? } else { Vec::new() },
            subject: found.subject,
            text: found.text,
            language: found.language,
            revision: found.revision,
            typed: Typed::default(),
            errors: FormErrors::none(),
        })
    }
}

/// To whom it can be passed on: everybody but the caller's own institution.
async fn others(tx: &Read, visit: &Visit) -> Result<Vec<Choice>> {
    let own = visit.caller().institution;
    let others = addressees(tx).await?.into_iter().filter(|one| Some(one.id) != own);
    Ok(others.map(|one| Choice::new(one.id.to_string(), one.name.get(visit.locale()))).collect())
}

impl Template for EnquiryPage {
    const NAME: &'static str = "work/enquiries/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let open = Self {
            here: format!("/{locale}/work/enquiries/1"),
            number: "26".to_owned(),
            kind: "question",
            subject: either(locale, "Termiņš", "Term"),
            text: "Kad saņemšu atbildi?\n<a>".to_owned(),
            language: Locale::Lv,
            known: true,
            institution: "VSAA".to_owned(),
            service: Some(ServiceLink { href: format!("/{locale}/services/1007"), name: "1007".to_owned() }),
            received_at: DateTime::UNIX_EPOCH,
            badge: Badge { kind: "late", days: 2 },
            forwarded: Some(Forwarded { from: "VID".to_owned(), reason: "Uz to atbild VSAA.".to_owned() }),
            answered: None,
            may_answer: true,
            revision: 1,
            institutions: vec![Choice::new("1", "NVA")],
            typed: Typed::default(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["answer", "institution", "reason"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let answered = Self {
            known: false,
            service: None,
            forwarded: None,
            answered: Some(Answered { text: "Rīt.".to_owned(), at: Some(DateTime::UNIX_EPOCH), helpful: Some(true) }),
            may_answer: false,
            badge: Badge { kind: "done", days: 0 },
            ..open.clone()
        };
        let typed = Typed { answer: "Parīt.\n<b>".to_owned(), ..Typed::default() };
        let late = Self { typed, ..answered.clone() };
        vec![open.clone(), answered, late, Self { errors, ..open }]
    }
}
