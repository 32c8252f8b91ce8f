//! `/work/services/approval`: the institution approves its list of services, and says whether it asks for four eyes.

use super::people::Names;
use crate::parts::{either, form_errors, institution_name};
use catalogue::{ListStanding, ListedService};
use chrono::{DateTime, Utc};
use kernel::{Error, ErrorKind, Locale, Result, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/approval.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalPage {
    institution: String,
    approved_at: Option<DateTime<Utc>>,
    approved_by: String,
    count: usize,
    digest: String,
    added: Vec<Row>,
    removed: Vec<Row>,
    changed: Vec<Row>,
    /// Whether the caller may approve.
    ruler: bool,
    four_eyes: bool,
    errors: FormErrors,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    href: String,
    code: String,
    name: String,
    state: &'static str,
    /// What its description says differently from the approved one; none where none was approved.
    compare: Option<String>,
}

/// How the list stands.
pub async fn show(visit: Visit) -> Answer {
    visit.render(&page(&visit).await?)
}

/// Approves the list that the page showed.
pub async fn approve(visit: Visit, sent: Fields) -> Answer {
    let holder = visit.caller().require_institution()?;
    let digest = sent.text("digest").to_owned();
    let approved = async {
        let mut tx = visit.write().await?;
        catalogue::approve_list(&mut tx, holder, &digest).await?;
        tx.commit().await
    };
    match approved.await {
        Ok(()) => visit.redirect("/work/services/approval?done=list-approved"),
        Err(error) if matches!(error.kind(), ErrorKind::Stale | ErrorKind::Conflict) => again(visit, error).await,
        Err(error) => Err(error.into()),
    }
}

/// Says whether another contact person reads a text before it is published.
pub async fn four_eyes(visit: Visit, sent: Fields) -> Answer {
    let holder = visit.caller().require_institution()?;
    let mut tx = visit.write().await?;
    catalogue::set_four_eyes(&mut tx, holder, sent.text("four_eyes") == "yes").await?;
    tx.commit().await?;
    visit.redirect("/work/services/approval?done=rule-saved")
}

async fn again(visit: Visit, error: Error) -> Answer {
    let errors = form_errors(&visit, error)?;
    let page = ApprovalPage { errors, ..page(&visit).await? };
    visit.shown_at("/work/services/approval").render_invalid(&page)
}

async fn page(visit: &Visit) -> Result<ApprovalPage> {
    let tx = visit.read().await?;
    let holder = visit.caller().require_institution()?;
    let standing: ListStanding = catalogue::list_standing(&tx, holder).await?;
    let by = standing.approval.as_ref().and_then(|approval| approval.by);
    let row = |one: &ListedService| Row {
        href: visit.url(&format!("/work/services/{}", one.code)),
        code: one.code.clone(),
        name: one.name.get(visit.locale()).to_owned(),
        state: one.state.as_str(),
        compare: None,
    };
    let services = standing.approval.iter().flat_map(|approval| &approval.services);
    let approved: BTreeMap<&str, i32> = services.map(|one| (one.code.as_str(), one.version)).collect();
    let changed = |one: &ListedService| {
        // What was no more than a draft when the list was approved has no text to be compared with.
        let before = approved.get(one.code.as_str()).filter(|before| **before > 0 && one.version > 0);
        let address =
            |before: &i32| format!("/services/{}/versions/compare?from={before}&to={}", one.code, one.version);
        Row { compare: before.map(|before| visit.url(&address(before))), ..row(one) }
    };
    Ok(ApprovalPage {
        institution: institution_name(&tx, visit.locale(), holder).await?,
        approved_at: standing.approval.as_ref().map(|approval| approval.at),
        approved_by: Names::of(&tx, &[by]).await?.get(by),
        count: standing.count,
        digest: standing.digest,
        added: standing.added.iter().map(row).collect(),
        removed: standing.removed.iter().map(row).collect(),
        changed: standing.changed.iter().map(changed).collect(),
        ruler: visit.caller().role == Role::InstitutionAdministrator,
        four_eyes: catalogue::four_eyes(&tx, holder).await?,
        errors: FormErrors::none(),
    })
}

impl Template for ApprovalPage {
    const NAME: &'static str = "work/services/approval.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: &str, state: &'static str| Row {
            href: format!("/{locale}/work/services/{code}"),
            code: code.to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            state,
            compare: None,
        };
        let compare = format!("/{locale}/services/1007/versions/compare?from=1&to=2");
        let page = Self {
            institution: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            approved_at: Some(DateTime::UNIX_EPOCH),
            approved_by: "Māris Eglītis".to_owned(),
            count: 14,
            digest: "0f3a".to_owned(),
            added: vec![row("1018", "draft")],
            removed: vec![row("1017", "closed")],
            changed: vec![Row { compare: Some(compare), ..row("1007", "open") }, row("1019", "open")],
            ruler: true,
            four_eyes: true,
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(None, either(locale, "Saraksts ir mainījies.", "The list has changed."));
        let empty = Vec::new();
        let same = Self { added: empty.clone(), removed: empty.clone(), changed: empty, ruler: false, ..page.clone() };
        let never = Self { approved_at: None, approved_by: String::new(), four_eyes: false, errors, ..page.clone() };
        vec![page, same, never]
    }
}
