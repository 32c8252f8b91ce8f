//! `/work/templates/coverage`: which holder has attached a service to which template (UNI-04).

use super::coverage_page::{Alone, CoveragePage};
use crate::parts::{Asked, Choice, LINES, Paging, page_asked};
use axum::body::Bytes;
use catalogue::{Coverage, ServiceListItem};
use kernel::{Error, InstitutionId, Result, Role};
use storage::Read;
use web_kit::{Answer, Fields, Visit, attachment};

/// The matrix, and a page of the services that are attached to nothing.
pub async fn coverage(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let matrix = catalogue::coverage(&tx).await?;
    let all = matches!(visit.caller().role, Role::PlatformAdministrator | Role::Auditor);
    let code = asked.text("holder");
    let holder = holder(&matrix, code)?;
    let request = page_asked(&asked, LINES)?;
    let alone = catalogue::unattached(&tx, holder, &request).await?;
    let path = if code.is_empty() { String::new() } else { format!("holder={code}&") };
    let here = |after: Option<&kernel::Cursor>| {
        let after = after.map(|after| format!("after={}", after.as_str())).unwrap_or_default();
        visit.url(&format!("/work/templates/coverage?{path}{after}#alone"))
    };
    let choice = |row: &catalogue::CoverageRow| Choice::new(&row.code, row.name.get(visit.locale()));
    visit.render(&CoveragePage {
        paging: Paging::new(&request, &alone, here),
        alone: lines(&visit, &tx, alone.items).await?,
        holders: matrix.rows.iter().map(choice).collect(),
        holder: code.to_owned(),
        ..CoveragePage::of(&visit, &matrix, all)
    })
}

/// The holder with this code; none when nobody is asked for.
fn holder(matrix: &Coverage, code: &str) -> Result<Option<InstitutionId>> {
    if code.is_empty() {
        return Ok(None);
    }
    let row = matrix.rows.iter().find(|row| row.code == code);
    row.map(|row| Some(row.holder)).ok_or_else(|| Error::not_found("institution"))
}

async fn lines(visit: &Visit, tx: &Read, items: Vec<ServiceListItem>) -> Result<Vec<Alone>> {
    let holders: Vec<InstitutionId> = items.iter().map(|item| item.holder).collect();
    let names = institutions::names_of(tx, &holders).await?;
    let line = |item: ServiceListItem| Alone {
        name: item.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/services/{}", item.code)),
        holder: names.get(&item.holder).map(|name| name.get(visit.locale()).to_owned()).unwrap_or_default(),
        code: item.code,
    };
    Ok(items.into_iter().map(line).collect())
}

/// The matrix for other programs.
pub async fn csv(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let table = catalogue::coverage_csv(&tx).await?;
    let name = format!("coverage-{}.csv", kernel::riga_date(visit.now()));
    Ok(attachment(&name, "text/csv; charset=utf-8", Bytes::from(table)))
}
