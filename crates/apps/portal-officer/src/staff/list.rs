//! `/work/staff`: who works where, by name, role and institution (POR-14). Names and roles at work, and the contact data
//! of the institution; nothing else is told of a person, so no access record is due.

use crate::parts::{Asked, Choice, LINES, Paging, choices, page_asked, word};
use crate::picks::{Among, Meant, Pick};
use identity::{FindStaff, StaffMember, find_staff};
use institutions::Institution;
use kernel::{Error, InstitutionId, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit, percent};

/// What is typed beyond so many characters is passed over.
const LONGEST: usize = 100;

/// Context of `work/staff/list.html`.
#[derive(Debug, Clone, Serialize)]
pub struct StaffPage {
    pub(super) q: String,
    pub(super) roles: Vec<Choice>,
    pub(super) role: &'static str,
    pub(super) institution: Pick,
    pub(super) errors: FormErrors,
    /// Whether enough was said to look for somebody.
    pub(super) looked: bool,
    pub(super) rows: Vec<Row>,
    pub(super) paging: Paging,
}

/// Somebody in a role.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) role: &'static str,
    pub(super) unit: Option<String>,
    pub(super) institution: String,
    /// The public page of the institution.
    pub(super) href: String,
    pub(super) phone: Option<String>,
    pub(super) email: Option<String>,
}

/// A page of those who fit.
pub async fn list(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = Fields(asked);
    let q: String = asked.text("q").trim().chars().take(LONGEST).collect();
    let role: Option<Role> = word(&asked, "role")?;
    let request = page_asked(&asked, LINES)?;
    let tx = visit.read().await?;
    let meant = Meant::read(&visit, &tx, Among::Institutions(&[]), asked.text("institution")).await?;
    let (institution, said) = (meant.id()?, meant.text().to_owned());
    let errors = errors(&visit, &meant)?;
    let looked = !q.is_empty() || institution.is_some();
    let find = FindStaff { words: q.clone(), institution, role };
    let page = find_staff(&tx, &find, &request).await?;
    let role = role.map_or("", Role::as_str);
    let paging = Paging::at(&visit, &here(&q, role, &said), &request, &page);
    let institution = meant.pick(&tx, visit.locale()).await?;
    visit.render(&StaffPage {
        institution: institution.linked(|value| visit.url(&here(&q, role, value))),
        roles: choices(&visit, "role", Role::ALL.iter().filter(|role| role.is_staff()).map(|role| role.as_str())),
        rows: rows(&tx, &visit, page.items).await?,
        looked,
        errors,
        paging,
        role,
        q,
    })
}

/// The address that asks for the same.
fn here(q: &str, role: &str, institution: &str) -> String {
    format!("/work/staff?q={}&role={role}&institution={}", percent(q), percent(institution))
}

fn errors(visit: &Visit, meant: &Meant) -> Result<FormErrors> {
    if meant.is_nothing() {
        visit.form_errors(Error::invalid("form-has-errors").field("institution", "work-pick-holder"))
    } else {
        Ok(FormErrors::none())
    }
}

async fn rows(tx: &Read, visit: &Visit, found: Vec<StaffMember>) -> Result<Vec<Row>> {
    let ids: Vec<InstitutionId> = found.iter().map(|member| member.institution).collect();
    let known = institutions::of_ids(tx, &ids).await?;
    Ok(found.into_iter().filter_map(|member| row(visit, &known, member)).collect())
}

fn row(visit: &Visit, known: &BTreeMap<InstitutionId, Institution>, member: StaffMember) -> Option<Row> {
    let institution = known.get(&member.institution)?;
    Some(Row {
        name: member.name,
        role: member.role.as_str(),
        unit: member.unit,
        institution: institution.name.get(visit.locale()).to_owned(),
        href: visit.url(&format!("/institutions/{}", percent(&institution.code))),
        phone: institution.phone.clone(),
        email: institution.email.clone(),
    })
}
