//! `/work/branches`: where the institution serves people.

use crate::parts::{Asked, LINES, Paging, institution_name, page_asked};
use chrono::{DateTime, Utc};
use institutions::Branch;
use serde::Serialize;
use web_kit::{Answer, Fields, Visit};

/// Context of `work/branches/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BranchesPage {
    pub(super) institution: String,
    pub(super) rows: Vec<Row>,
    pub(super) paging: Paging,
}

/// A branch in the list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) address: String,
    pub(super) hours: String,
    pub(super) phone: Option<String>,
    /// Where the entry comes from, where the institution did not write it.
    pub(super) origin: Option<&'static str>,
    pub(super) closed_at: Option<DateTime<Utc>>,
}

/// A page of the list, closed ones too.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let institution = visit.caller().require_institution()?;
    let request = page_asked(&Fields(asked), LINES)?;
    let tx = visit.read().await?;
    let page = institutions::branches_to_edit(&tx, institution, &request).await?;
    let paging = Paging::at(&visit, "/work/branches", &request, &page);
    visit.render(&BranchesPage {
        institution: institution_name(&tx, visit.locale(), institution).await?,
        rows: page.items.into_iter().map(|branch| row(&visit, branch)).collect(),
        paging,
    })
}

fn row(visit: &Visit, branch: Branch) -> Row {
    Row {
        name: branch.text.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/work/branches/{}", branch.code)),
        address: branch.text.address,
        hours: branch.text.hours.get(visit.locale()).to_owned(),
        phone: branch.text.phone,
        origin: Some(branch.origin).filter(|origin| *origin != institutions::Origin::Own).map(|origin| origin.as_str()),
        closed_at: branch.closed_at,
        code: branch.code,
    }
}
