//! `/work/candidates/{id}` and `/work/candidates/withdrawn`: who wants a service to be an e-service, and why.

use crate::parts::{either, form_errors, refusal, service_names};
use axum::extract::Path;
use chrono::{DateTime, Utc};
use indicators::{
    Nomination, WithdrawNomination, nomination, nominations_of_service, withdraw_nomination, withdrawn_nominations,
    withdraws,
};
use kernel::{Error, InstitutionId, Locale, NominationId, Party, PersonId, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// A nomination as pages show it.
#[derive(Debug, Clone, Serialize)]
pub struct NominationLine {
    href: String,
    service: String,
    /// The institution.
    who: String,
    person: String,
    at: DateTime<Utc>,
    criteria: Vec<&'static str>,
    reason: String,
    withdrawn: Option<Ended>,
}

/// That it was withdrawn.
#[derive(Debug, Clone, Serialize)]
struct Ended {
    at: DateTime<Utc>,
    person: String,
    reason: String,
}

/// Context of `work/oversight/nomination.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NominationPage {
    here: String,
    title: String,
    public: String,
    one: NominationLine,
    /// What else was said of the service, withdrawn ones too.
    others: Vec<NominationLine>,
    withdraws: bool,
    reason: String,
    errors: FormErrors,
}

/// Context of `work/oversight/withdrawn.html`.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawnPage {
    rows: Vec<NominationLine>,
}

/// One nomination.
pub async fn show_nomination(visit: Visit, Path(id): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let page = NominationPage::read(&visit, &tx, id_of(&id)?).await?;
    visit.render(&page)
}

/// Withdraws a nomination.
pub async fn withdraw(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let id = id_of(&id)?;
    let path = format!("/work/candidates/{id}");
    let visit = visit.shown_at(&path);
    let reason = sent.text("reason").to_owned();
    let done = async {
        let mut tx = visit.write().await?;
        withdraw_nomination(&mut tx, WithdrawNomination { id, reason: reason.clone() }).await?;
        tx.commit().await
    };
    let error = match done.await {
        Ok(()) => return visit.redirect(&format!("{path}?done=nomination-withdrawn")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = NominationPage::read(&visit, &tx, id).await?;
    visit.render_with(status, &NominationPage { errors, reason, ..page })
}

/// The nominations that were withdrawn last.
pub async fn withdrawn(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let all = withdrawn_nominations(&tx).await?;
    let rows = lines(&visit, &tx, &all.iter().collect::<Vec<_>>()).await?;
    visit.render(&WithdrawnPage { rows })
}

/// What cannot be an id is no nomination.
fn id_of(text: &str) -> Result<NominationId> {
    text.parse().map_err(|_| Error::not_found("nomination"))
}

/// These nominations with the names of services, institutions and people, in the same order.
pub async fn lines(visit: &Visit, tx: &Read, all: &[&Nomination]) -> Result<Vec<NominationLine>> {
    let locale = visit.locale();
    let services = service_names(tx, locale, all.iter().map(|one| one.service.clone()).collect()).await?;
    let ids: Vec<InstitutionId> = all.iter().map(|one| one.institution).collect();
    let institutions = institutions::names_of(tx, &ids).await?;
    let withdrawing = all.iter().filter_map(|one| one.withdrawn.as_ref()).filter_map(|end| end.person);
    let people: Vec<Party> = all.iter().filter_map(|one| one.person).chain(withdrawing).map(Party::Person).collect();
    let people = identity::names_of(tx, &people).await?;
    let person = |id: Option<PersonId>| id.and_then(|id| people.get(&Party::Person(id)).cloned()).unwrap_or_default();
    let line = |one: &&Nomination| NominationLine {
        href: visit.url(&format!("/work/candidates/{}", one.id)),
        service: services.get(&one.service).cloned().unwrap_or_default(),
        who: institutions.get(&one.institution).map(|name| name.get(locale).to_owned()).unwrap_or_default(),
        person: person(one.person),
        at: one.at,
        criteria: one.criteria.iter().map(|criterion| criterion.as_str()).collect(),
        reason: one.reason.clone(),
        withdrawn: one.withdrawn.as_ref().map(|end| Ended {
            at: end.at,
            person: person(end.person),
            reason: end.reason.clone(),
        }),
    };
    Ok(all.iter().map(line).collect())
}

impl NominationPage {
    async fn read(visit: &Visit, tx: &Read, id: NominationId) -> Result<Self> {
        let found = nomination(tx, id).await?;
        let mut others = nominations_of_service(tx, &found.service).await?;
        others.retain(|other| other.id != id);
        let all: Vec<&Nomination> = [&found].into_iter().chain(&others).collect();
        let mut lines = lines(visit, tx, &all).await?;
        let one = lines.remove(0);
        Ok(Self {
            here: visit.url(&format!("/work/candidates/{id}")),
            title: one.service.clone(),
            public: visit.url(&format!("/services/{}", found.service)),
            one,
            others: lines,
            withdraws: withdraws(visit.caller(), &found),
            reason: String::new(),
            errors: FormErrors::none(),
        })
    }
}

impl NominationLine {
    /// One that stands and one that was withdrawn: for samples of pages.
    pub fn samples(locale: Locale) -> Vec<Self> {
        let standing = Self {
            href: format!("/{locale}/work/candidates/1"),
            service: either(locale, "Vecāku pabalsts", "Parental benefit"),
            who: either(locale, "Izdomāta iestāde", "Invented institution"),
            person: "Dace Zariņa".to_owned(),
            at: DateTime::UNIX_EPOCH,
            criteria: vec!["access", "cost-and-time"],
            reason: "Klienti brauc uz <Rīgu>.".to_owned(),
            withdrawn: None,
        };
        let (at, person) = (standing.at, standing.person.clone());
        let ended = Ended { at, person, reason: "Pārāk <dārgi>.".to_owned() };
        let withdrawn = Self { withdrawn: Some(ended), person: String::new(), ..standing.clone() };
        vec![standing, withdrawn]
    }
}

impl Template for NominationPage {
    const NAME: &'static str = "work/oversight/nomination.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let lines = NominationLine::samples(locale);
        let standing = Self {
            here: format!("/{locale}/work/candidates/1"),
            title: either(locale, "Vecāku pabalsts", "Parental benefit"),
            public: format!("/{locale}/services/1009"),
            one: lines[0].clone(),
            others: lines.clone(),
            withdraws: true,
            reason: String::new(),
            errors: FormErrors::none(),
        };
        let withdrawn = Self { one: lines[1].clone(), others: Vec::new(), withdraws: false, ..standing.clone() };
        let mut errors = FormErrors::none();
        errors.add(Some("reason"), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        vec![standing.clone(), withdrawn, Self { errors, reason: "<īss>".to_owned(), ..standing }]
    }
}

impl Template for WithdrawnPage {
    const NAME: &'static str = "work/oversight/withdrawn.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![Self { rows: NominationLine::samples(locale).split_off(1) }, Self { rows: Vec::new() }]
    }
}
