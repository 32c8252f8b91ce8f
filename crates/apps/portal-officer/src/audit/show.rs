//! `/work/audit`: the chain of a case recomputed, and who viewed the client's data in it. Reading the viewings is on the
//! record as well.

use super::page::{AuditPage, Entry, Report, Viewed};
use crate::cases::{institutions_of, title_of, who};
use crate::parts::{Asked, institution_name, service_names};
use audit::Viewing;
use cases::{Case, CaseNumber};
use kernel::{Error, ErrorKind, PageRequest, Result};
use storage::Write;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The report of the case asked for; the empty form when none is.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let number = Fields(asked).text("number").to_owned();
    if number.is_empty() {
        return visit.render(&AuditPage::default());
    }
    match report(&visit, &number).await {
        Ok(report) => visit.render(&AuditPage { number, report: Some(report), errors: FormErrors::none() }),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let wrong = Error::invalid("form-has-errors").field("number", "work-audit-number");
            let errors = visit.form_errors(wrong)?;
            visit.render_invalid(&AuditPage { number, report: None, errors })
        }
        Err(error) => Err(error.into()),
    }
}

async fn report(visit: &Visit, number: &str) -> Result<Report> {
    let number: CaseNumber = number.parse()?;
    let mut tx = visit.write().await?;
    let (case, stages) = cases::history(&tx, &number).await?;
    let check = audit::verify_case(&tx, case.id).await?;
    let names = institutions_of(&tx, &stages).await?;
    let entry = |stage: cases::Stage| Entry {
        sequence: stage.sequence,
        title: title_of(visit, &stage),
        at: stage.at,
        recorded_at: stage.recorded_at,
        doer: who(visit, &stage.doer, &names),
        channel: stage.channel.as_str(),
        hash: stage.hash,
    };
    let stages = stages.into_iter().map(entry).collect();
    let views = views(visit, &mut tx, &case).await?;
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
    })
}

/// The last viewings of the client's data that belong to this case.
async fn views(visit: &Visit, tx: &mut Write, case: &Case) -> Result<Vec<Viewed>> {
    let Some(subject) = case.applicant else { return Ok(Vec::new()) };
    let page = audit::viewings_of(tx, subject, &PageRequest::first(PageRequest::MAX)).await?;
    let mut views = Vec::new();
    for viewing in page.items.into_iter().filter(|viewing| viewing.case == Some(case.id)) {
        views.push(viewed(visit, tx, viewing).await?);
    }
    Ok(views)
}

async fn viewed(visit: &Visit, tx: &Write, viewing: Viewing) -> Result<Viewed> {
    Ok(Viewed {
        at: viewing.at,
        who: match viewing.institution {
            Some(institution) => institution_name(tx, visit.locale(), institution).await?,
            None => visit.text("work-doer-platform"),
        },
        role: viewing.role.as_str(),
        what: visit.text(&format!("viewed-{}", viewing.what)),
        why: visit.text(&format!("purpose-{}", viewing.purpose)),
    })
}
