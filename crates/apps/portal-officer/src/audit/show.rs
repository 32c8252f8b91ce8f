//! `/work/audit`: the chain of a case recomputed, and who viewed the client's data in it. Reading the viewings is on the
//! record as well.

use super::page::{AuditPage, Entry, Report, Viewed};
use crate::cases::{institutions_of, title_of, who};
use crate::parts::{Asked, LINES, Paging, page_asked, service_names};
use audit::Viewing;
use cases::{Case, CaseNumber};
use kernel::{Channel, Error, ErrorKind, InstitutionId, LangText, PageRequest, Party, Result};
use std::collections::BTreeMap;
use storage::{Read, Write};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The report of the case asked for; the empty form when none is.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let number = asked.text("number").to_owned();
    if number.trim().is_empty() {
        // Behind the menu nothing is asked yet; the form sends its field also when it is empty.
        let sent = asked.0.iter().any(|(name, _)| name == "number");
        return if sent {
            refused(&visit, number, "work-audit-number-needed")
        } else {
            visit.render(&AuditPage::default())
        };
    }
    match report(&visit, &number, &page_asked(&asked, LINES)?).await {
        Ok(report) => visit.render(&AuditPage { number, report: Some(report), errors: FormErrors::none() }),
        Err(error) if error.kind() == ErrorKind::NotFound => refused(&visit, number, "work-audit-number"),
        Err(error) => Err(error.into()),
    }
}

/// The form again with what is wrong with the number.
fn refused(visit: &Visit, number: String, wrong: &'static str) -> Answer {
    let errors = visit.form_errors(Error::invalid("form-has-errors").field("number", wrong))?;
    visit.render_invalid(&AuditPage { number, report: None, errors })
}

async fn report(visit: &Visit, number: &str, request: &PageRequest) -> Result<Report> {
    let number: CaseNumber = number.parse()?;
    let mut tx = visit.write().await?;
    let (case, stages) = cases::history(&tx, &number).await?;
    let check = audit::verify_case(&tx, case.id).await?;
    let names = institutions_of(&tx, &stages).await?;
    let officials: Vec<Party> = stages.iter().filter_map(|stage| stage.official).map(Party::Person).collect();
    let officials = identity::names_of(&tx, &officials).await?;
    let entry = |stage: cases::Stage| Entry {
        sequence: stage.sequence,
        title: title_of(visit, &stage),
        at: stage.at,
        recorded_at: stage.recorded_at,
        doer: who(visit, &stage.doer, &names),
        official: stage.official.and_then(|person| officials.get(&Party::Person(person)).cloned()),
        channel: stage.told_channel().map(Channel::as_str),
        hash: stage.hash,
    };
    let stages = stages.into_iter().map(entry).collect();
    let (views, paging) = views(visit, &mut tx, &case, request).await?;
    let services = service_names(&tx, visit.locale(), vec![case.service.clone()]).await?;
    tx.commit().await?;
    Ok(Report {
        href: visit.url(&format!("/work/cases/{}", number.slug())),
        number: number.to_string(),
        service: services.get(&case.service).cloned().unwrap_or_default(),
        state: case.state.as_str(),
        broken: check.breaks.first().map(|broken| broken.sequence),
        stages,
        views,
        paging,
    })
}

/// A page of the viewings of the client's data that belong to this case, with the way to the others.
async fn views(visit: &Visit, tx: &mut Write, case: &Case, request: &PageRequest) -> Result<(Vec<Viewed>, Paging)> {
    let page = audit::viewings_in_case(tx, case.applicant, case.id, request).await?;
    let path = format!("/work/audit?number={}#h-views", case.number.slug());
    let paging = Paging::at(visit, &path, request, &page);
    let names = Names::of(tx, &page.items).await?;
    Ok((page.items.into_iter().map(|viewing| viewed(visit, &names, viewing)).collect(), paging))
}

/// The names of those who looked.
pub(super) struct Names {
    institutions: BTreeMap<InstitutionId, LangText>,
    officials: BTreeMap<Party, String>,
}

impl Names {
    pub(super) async fn of(tx: &Read, viewings: &[Viewing]) -> Result<Self> {
        let ids: Vec<InstitutionId> = viewings.iter().filter_map(|viewing| viewing.institution).collect();
        let officials: Vec<Party> = viewings.iter().filter_map(|viewing| viewing.official).map(Party::Person).collect();
        let officials = identity::names_of(tx, &officials).await?;
        Ok(Self { institutions: institutions::names_of(tx, &ids).await?, officials })
    }
}

/// A viewing in words.
pub(super) fn viewed(visit: &Visit, names: &Names, viewing: Viewing) -> Viewed {
    let institution = |id: InstitutionId| {
        names.institutions.get(&id).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default()
    };
    Viewed {
        at: viewing.at,
        who: viewing.institution.map_or_else(|| visit.text("work-doer-platform"), institution),
        official: viewing.official.and_then(|person| names.officials.get(&Party::Person(person)).cloned()),
        role: viewing.role.as_str(),
        what: visit.text(&format!("viewed-{}", viewing.what)),
        why: visit.text(&format!("purpose-{}", viewing.purpose)),
    }
}
