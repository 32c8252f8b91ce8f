//! `/work/audit/viewings`: who looked at a person's data, and at whose data an institution or an official looked. It is
//! asked by a form that posts: a personal code stands in no address and in no log.

use super::page::Viewed;
use super::show::{Names, viewed};
use super::viewings_page::{Found, Line, LinkedCase, Typed, ViewingsPage};
use crate::parts::{LINES, page_asked};
use crate::picks::{Among, Meant};
use audit::Viewing;
use catalogue::day_of;
use chrono::{Datelike, NaiveDate};
use identity::PersonalCode;
use kernel::{CaseId, Error, ErrorKind, InstitutionId, Page, PageRequest, PersonId, Result};
use storage::{Looker, Period, Read, Write};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Every institution: also systems of those that hold no service look at cases.
const EVERY: Among = Among::Institutions(&[]);

/// The empty form.
pub async fn ask(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    visit.render(&page(&tx, &visit, Typed::default(), None, FormErrors::none()).await?)
}

/// A page of what is looked for. Reading it is on the record of the person whom it is about.
pub async fn find(visit: Visit, sent: Fields) -> Answer {
    let typed = Typed::of(&sent);
    match look(&visit, &typed, &page_asked(&sent, LINES)?).await {
        Ok(found) => {
            let tx = visit.read().await?;
            visit.render(&page(&tx, &visit, typed, Some(found), FormErrors::none()).await?)
        }
        Err(error) if error.kind() == ErrorKind::Invalid => {
            let errors = visit.form_errors(error)?;
            let tx = visit.read().await?;
            visit.render_invalid(&page(&tx, &visit, typed, None, errors).await?)
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(
    tx: &Read,
    visit: &Visit,
    typed: Typed,
    found: Option<Found>,
    errors: FormErrors,
) -> Result<ViewingsPage> {
    let institution = Meant::read(visit, tx, EVERY, &typed.institution).await?.pick(tx, visit.locale()).await?;
    Ok(ViewingsPage { institution, typed, found, errors })
}

async fn look(visit: &Visit, typed: &Typed, request: &PageRequest) -> Result<Found> {
    let period = period(typed)?;
    let mut tx = visit.write().await?;
    let viewings = viewings(visit, &mut tx, typed, period, request).await?;
    let found = found(&tx, visit, viewings).await?;
    tx.commit().await?;
    Ok(found)
}

/// One of the three ways to ask.
async fn viewings(
    visit: &Visit,
    tx: &mut Write,
    typed: &Typed,
    period: Period,
    request: &PageRequest,
) -> Result<Page<Viewing>> {
    match (typed.code.as_str(), typed.institution.as_str(), typed.official.as_str()) {
        (code, "", "") if !code.is_empty() => {
            let subject = holder_of(tx, "code", code).await?;
            audit::viewings_of(tx, subject, period, request).await
        }
        ("", institution, "") if !institution.is_empty() => {
            let looker = Looker::Institution(chosen(visit, tx, institution).await?);
            audit::viewings_by(tx, looker, period, request).await
        }
        ("", "", official) if !official.is_empty() => {
            let looker = Looker::Person(holder_of(tx, "official", official).await?);
            audit::viewings_by(tx, looker, period, request).await
        }
        _ => Err(wrong("code", "work-viewings-one")),
    }
}

async fn holder_of(tx: &Read, field: &'static str, typed: &str) -> Result<PersonId> {
    let code = PersonalCode::parse(typed).map_err(|error| wrong(field, error.key()))?;
    identity::find_person(tx, &code).await?.ok_or_else(|| wrong(field, "work-viewings-nobody"))
}

async fn chosen(visit: &Visit, tx: &Read, typed: &str) -> Result<InstitutionId> {
    let meant = Meant::read(visit, tx, EVERY, typed).await?;
    meant.only("work-pick-holder").map_err(|key| wrong("institution", key))?;
    meant.id()?.ok_or_else(|| wrong("institution", "work-pick-holder"))
}

fn wrong(field: &'static str, key: &'static str) -> Error {
    Error::invalid("form-has-errors").field(field, key)
}

/// The days that are typed, both included.
fn period(typed: &Typed) -> Result<Period> {
    let (from, to) = (day("from", &typed.from)?, day("to", &typed.to)?);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(wrong("to", "work-viewings-order"));
    }
    let next = to.map(|to| to.succ_opt().unwrap_or(to));
    Ok(Period { from: from.map(worktime::start_of_day), until: next.map(worktime::start_of_day) })
}

fn day(field: &'static str, typed: &str) -> Result<Option<NaiveDate>> {
    if typed.is_empty() {
        return Ok(None);
    }
    // Years that no log has are slips of the keyboard.
    let read = day_of(typed).filter(|day| (2000..2200).contains(&day.year()));
    read.map(Some).ok_or_else(|| wrong(field, "work-day"))
}

async fn found(tx: &Read, visit: &Visit, page: Page<Viewing>) -> Result<Found> {
    let names = Names::of(tx, &page.items).await?;
    let cases: Vec<CaseId> = page.items.iter().filter_map(|viewing| viewing.case).collect();
    let numbers = cases::numbers_of(tx, &cases).await?;
    let next = page.next.map(|cursor| cursor.as_str().to_owned());
    let line = |viewing: Viewing| {
        let number = viewing.case.and_then(|case| numbers.get(&case));
        let case = number.map(|number| LinkedCase {
            number: number.to_string(),
            href: visit.url(&format!("/work/audit?number={}", number.slug())),
        });
        let viewed: Viewed = viewed(visit, &names, viewing);
        Line { viewed, case }
    };
    Ok(Found { lines: page.items.into_iter().map(line).collect(), next })
}
