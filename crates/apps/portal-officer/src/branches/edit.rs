//! `/work/branches/new` and `/work/branches/{code}`: the form of a branch. What was typed stays in it when it is wrong.

use super::typed::TypedBranch;
use crate::parts::{form_errors, refusal, seen_revision};
use axum::extract::Path;
use chrono::{DateTime, Utc};
use institutions::ChangeBranch;
use kernel::{Error, ErrorKind, Result};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/branches/edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BranchPage {
    /// Where the form is sent.
    pub(super) action: String,
    /// The branch, where it is there already.
    pub(super) known: Option<Known>,
    pub(super) typed: TypedBranch,
    /// What is stored, where something else was typed upon what is no longer so: changed or closed meanwhile.
    pub(super) stored: Option<TypedBranch>,
    pub(super) errors: FormErrors,
}

/// A branch that is there.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Known {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) revision: i64,
    pub(super) closed_at: Option<DateTime<Utc>>,
    /// Where closing is sent.
    pub(super) close: String,
}

/// The empty form.
pub async fn begin(visit: Visit) -> Answer {
    visit.render(&BranchPage::blank(&visit))
}

/// Adds a branch, and leads back to the list.
pub async fn add(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/branches/new");
    let institution = visit.caller().require_institution()?;
    let typed = TypedBranch::of(&sent);
    let kept = async {
        let text = typed.text()?;
        let mut tx = visit.write().await?;
        institutions::add_branch(&mut tx, institution, text).await?;
        tx.commit().await
    };
    let done = kept.await;
    match done {
        Ok(()) => visit.redirect("/work/branches?done=branch-added"),
        Err(error) => refused(&visit, BranchPage { typed, ..BranchPage::blank(&visit) }, error),
    }
}

/// A branch of the institution.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    visit.render(&BranchPage::read(&visit, &tx, &code).await?)
}

/// Changes it, and leads back to the list.
pub async fn change(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&format!("/work/branches/{code}"));
    let (typed, seen) = (TypedBranch::of(&sent), seen_revision(&sent));
    let kept = async {
        let input = ChangeBranch { code: code.clone(), revision: seen, text: typed.text()? };
        let mut tx = visit.write().await?;
        institutions::change_branch(&mut tx, input).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect("/work/branches?done=branch-changed"),
        Err(error) => error,
    };
    let page = {
        let tx = visit.read().await?;
        BranchPage::read(&visit, &tx, &code).await?
    };
    // A closed branch has no form in which anything could be put right.
    let error = match error.kind() {
        ErrorKind::Invalid | ErrorKind::Stale if page.is_closed() => {
            Error::conflict("branch-closed").arg("code", &code)
        }
        _ => error,
    };
    refused(&visit, page.with(typed, seen), error)
}

/// Closes it, and leads back to the list.
pub async fn close(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&format!("/work/branches/{code}"));
    let kept = async {
        let mut tx = visit.write().await?;
        institutions::close_branch(&mut tx, &code, seen_revision(&sent)).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect("/work/branches?done=branch-closed"),
        // Nothing was typed here that could be kept.
        Err(error) if error.kind() == ErrorKind::Stale => Error::stale("branch-not-closed").arg("code", &code),
        Err(error) => error,
    };
    let page = {
        let tx = visit.read().await?;
        BranchPage::read(&visit, &tx, &code).await?
    };
    refused(&visit, page, error)
}

/// The page with what is wrong above its form.
fn refused(visit: &Visit, page: BranchPage, error: Error) -> Answer {
    let (status, error) = refusal(error)?;
    let errors = form_errors(visit, error)?;
    visit.render_with(status, &BranchPage { errors, ..page })
}

impl BranchPage {
    fn blank(visit: &Visit) -> Self {
        let action = visit.url("/work/branches");
        Self { action, known: None, typed: TypedBranch::default(), stored: None, errors: FormErrors::none() }
    }

    async fn read(visit: &Visit, tx: &Read, code: &str) -> Result<Self> {
        let branch = institutions::branch_to_edit(tx, code).await?;
        let action = visit.url(&format!("/work/branches/{code}"));
        let known = Known {
            name: branch.text.name.get(visit.locale()).to_owned(),
            revision: branch.revision,
            closed_at: branch.closed_at,
            close: format!("{action}/close"),
            code: branch.code,
        };
        let typed = TypedBranch::known(&branch.text);
        Ok(Self { action, known: Some(known), typed, stored: None, errors: FormErrors::none() })
    }

    fn is_closed(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.closed_at.is_some())
    }

    /// The same with what was typed by somebody who had seen this revision: where that is not the stored one any more,
    /// what is stored stands beside it, so that nobody replaces it unseen.
    fn with(self, typed: TypedBranch, seen: i64) -> Self {
        let meanwhile = self.is_closed() || self.known.as_ref().is_some_and(|known| known.revision != seen);
        let stored = meanwhile.then_some(self.typed);
        Self { typed, stored, ..self }
    }
}
