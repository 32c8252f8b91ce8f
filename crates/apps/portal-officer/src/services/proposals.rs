//! What providers propose to the holder of a service, and what the holder answers.

use crate::parts::{Asked, LINES, Paging, either, form_errors, page_asked};
use axum::extract::Path;
use catalogue::{Proposal, ServiceListItem};
use chrono::{DateTime, Utc};
use kernel::{Error, ErrorKind, InstitutionId, LangText, Locale, Result, ServiceId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use storage::Read;
use uuid::Uuid;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/proposals.html`: those about one service, or those to the caller's institution.
#[derive(Debug, Clone, Serialize)]
pub struct ProposalsPage {
    /// The service they are about; all of the institution's when none.
    code: Option<String>,
    name: String,
    answered: bool,
    rows: Vec<Row>,
    paging: Paging,
    /// Whether the caller may send one, or answer.
    sender: bool,
    holder: bool,
    /// How many instructions of the holder the caller has not read.
    unread: usize,
    text: String,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    id: String,
    service: String,
    from: String,
    text: String,
    at: DateTime<Utc>,
    answer: Option<String>,
    answered_at: Option<DateTime<Utc>>,
}

/// Proposals to the caller's institution.
pub async fn to_us(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    visit.render(&ProposalsPage::to_us(&visit, &Fields(asked)).await?)
}

/// Proposals about one service.
pub async fn about(visit: Visit, Path(code): Path<String>) -> Answer {
    visit.render(&ProposalsPage::about(&visit, &code).await?)
}

/// Sends a proposal.
pub async fn send(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let text = sent.text("text").to_owned();
    let mut tx = visit.write().await?;
    match catalogue::send_proposal(&mut tx, &code, &text).await {
        Ok(_) => {
            tx.commit().await?;
            visit.redirect(&format!("/work/services/{code}/proposals?done=proposal-sent"))
        }
        Err(error) if error.kind() == ErrorKind::Invalid => {
            drop(tx);
            let errors = visit.form_errors(error)?;
            let page = ProposalsPage { text, errors, ..ProposalsPage::about(&visit, &code).await? };
            visit.render_invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Answers one.
pub async fn answer(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let id = Uuid::parse_str(&id).map_err(|_| Error::not_found("proposal"))?;
    let mut tx = visit.write().await?;
    match catalogue::answer_proposal(&mut tx, id, sent.text("answer")).await {
        Ok(()) => {
            tx.commit().await?;
            visit.redirect("/work/services/proposals?done=proposal-answered")
        }
        Err(error) if matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Conflict) => {
            drop(tx);
            let errors = form_errors(&visit, error)?.renamed(|_| format!("answer-{id}"));
            let page = ProposalsPage { errors, ..ProposalsPage::to_us(&visit, &Fields::default()).await? };
            visit.shown_at("/work/services/proposals").render_invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

impl ProposalsPage {
    async fn to_us(visit: &Visit, asked: &Fields) -> Result<Self> {
        let tx = visit.read().await?;
        let answered = asked.text("answered") == "yes";
        let request = page_asked(asked, LINES)?;
        let page = catalogue::proposals_to(&tx, answered, &request).await?;
        let path = format!("/work/services/proposals?answered={}", if answered { "yes" } else { "no" });
        let paging = Paging::at(visit, &path, &request, &page);
        Ok(Self {
            code: None,
            name: String::new(),
            answered,
            rows: rows(visit, &tx, page.items).await?,
            paging,
            sender: false,
            holder: visit.caller().role == kernel::Role::ContactPerson,
            unread: 0,
            text: String::new(),
            errors: FormErrors::none(),
        })
    }

    async fn about(visit: &Visit, code: &str) -> Result<Self> {
        let tx = visit.read().await?;
        let service = catalogue::service(&tx, code).await?;
        let found = catalogue::proposals_about(&tx, code).await?;
        Ok(Self {
            code: Some(code.to_owned()),
            name: service.name().get(visit.locale()).to_owned(),
            answered: false,
            rows: rows(visit, &tx, found).await?,
            paging: Paging::default(),
            sender: visit.caller().institution != Some(service.holder),
            holder: false,
            unread: catalogue::instructions_about(&tx, code).await?.unread(),
            text: String::new(),
            errors: FormErrors::none(),
        })
    }
}

async fn rows(visit: &Visit, tx: &Read, items: Vec<Proposal>) -> Result<Vec<Row>> {
    let senders: Vec<InstitutionId> = items.iter().map(|one| one.sender).collect();
    let names = institutions::names_of(tx, &senders).await?;
    let named: BTreeSet<ServiceId> = items.iter().map(|one| one.service).collect();
    let found = catalogue::services_by_ids(tx, &named.into_iter().collect::<Vec<_>>()).await?;
    let called = |item: ServiceListItem| (item.id, format!("{} {}", item.code, item.name.get(visit.locale())));
    let services: BTreeMap<ServiceId, String> = found.into_iter().map(called).collect();
    let name = |id: &InstitutionId| names.get(id).map(|name: &LangText| name.get(visit.locale()).to_owned());
    let row = |one: Proposal| Row {
        id: one.id.to_string(),
        service: services.get(&one.service).cloned().unwrap_or_default(),
        from: name(&one.sender).unwrap_or_default(),
        text: one.text,
        at: one.sent_at,
        answer: one.answer,
        answered_at: one.answered_at,
    };
    Ok(items.into_iter().map(row).collect())
}

impl Template for ProposalsPage {
    const NAME: &'static str = "work/services/proposals.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |id: &str, answer: Option<&str>| Row {
            id: id.to_owned(),
            service: either(locale, "1007 Bērna piedzimšanas pabalsts", "1007 Childbirth benefit"),
            from: either(locale, "Cēsu VPVKAC", "Cēsis service centre"),
            text: either(locale, "Klienti jautā par <termiņu>.", "Clients ask about the <deadline>."),
            at: DateTime::UNIX_EPOCH,
            answer: answer.map(str::to_owned),
            answered_at: answer.map(|_| DateTime::UNIX_EPOCH),
        };
        let to_us = Self {
            code: None,
            name: String::new(),
            answered: false,
            rows: vec![row("1", None), row("2", Some("Labosim."))],
            paging: Paging { first: None, next: Some(format!("/{locale}/work/services/proposals?after=1")) },
            sender: false,
            holder: true,
            unread: 0,
            text: String::new(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(Some("text"), either(locale, "Ierakstiet priekšlikumu.", "Write the proposal."));
        let about = Self {
            code: Some("1007".to_owned()),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            sender: true,
            holder: false,
            unread: 2,
            errors,
            ..to_us.clone()
        };
        let none = Self { rows: Vec::new(), answered: true, holder: false, ..to_us.clone() };
        vec![to_us, about, none]
    }
}
