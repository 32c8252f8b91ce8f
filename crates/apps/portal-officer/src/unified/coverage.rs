//! `/work/templates/coverage`: which holder has attached a service to which template (UNI-04).

use super::coverage_page::{Alone, CoveragePage};
use crate::parts::{Asked, Choice, LINES, Paging, page_asked, page_asked_by};
use catalogue::{Coverage, ServiceListItem};
use kernel::{Cursor, Error, InstitutionId, Result, Role};
use storage::Read;
use web_kit::{Answer, Fields, Visit, csv_attachment, percent};

const PATH: &str = "/work/templates/coverage";

/// How many templates stand side by side.
const COLUMNS: u64 = 25;

/// A page of the matrix, and a page of the services that are attached to nothing.
pub async fn coverage(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let tx = visit.read().await?;
    let columns = page_asked_by(&asked, "templates", COLUMNS)?;
    let matrix = catalogue::coverage(&tx, &columns).await?;
    let all = matches!(visit.caller().role, Role::PlatformAdministrator | Role::Auditor);
    let code = asked.text("holder");
    let holder = holder(&matrix, code)?;
    let request = page_asked(&asked, LINES)?;
    let alone = catalogue::unattached(&tx, holder, &request).await?;
    // Each of the two lists is read on where the other one stays.
    let to_columns = |templates: Option<&Cursor>| visit.url(&here(templates, code, request.after.as_ref()));
    let to_alone = |after: Option<&Cursor>| format!("{}#alone", visit.url(&here(columns.after.as_ref(), code, after)));
    let choice = |row: &catalogue::CoverageRow| Choice::new(&row.code, row.name.get(visit.locale()));
    visit.render(&CoveragePage {
        columns_paging: Paging::new(&columns, &matrix.templates, to_columns),
        templates: asked.text("templates").to_owned(),
        paging: Paging::new(&request, &alone, to_alone),
        alone: lines(&visit, &tx, alone.items).await?,
        holders: matrix.rows.iter().map(choice).collect(),
        holder: code.to_owned(),
        ..CoveragePage::of(&visit, &matrix, all)
    })
}

/// The address of these two pages of lists.
fn here(templates: Option<&Cursor>, holder: &str, after: Option<&Cursor>) -> String {
    let cursor = |name: &str, at: Option<&Cursor>| at.map(|at| format!("{name}={}", at.as_str()));
    let holder = Some(holder).filter(|code| !code.is_empty()).map(|code| format!("holder={}", percent(code)));
    let asked: Vec<String> =
        [cursor("templates", templates), holder, cursor("after", after)].into_iter().flatten().collect();
    let asked = asked.join("&");
    if asked.is_empty() { PATH.to_owned() } else { format!("{PATH}?{asked}") }
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
    Ok(csv_attachment(&name, &table))
}
