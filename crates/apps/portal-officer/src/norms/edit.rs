//! `/work/norms/{point}`: one item of the checklist, with everything that was ever stated about it.

use super::list::{Document, state};
use super::typed::{STATES, TypedNorm, seen_version, shown, states_rules};
use crate::parts::{Asked, Choice, choices, form_errors, refusal};
use crate::quality::{Holder, holder_asked};
use crate::services::Names;
use axum::extract::Path;
use chrono::{DateTime, NaiveDate, Utc};
use institutions::{NormHistory, NormStatement, StateNorm};
use kernel::{InstitutionId, Result, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/norms/edit.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NormPage {
    pub(super) holder: Holder,
    pub(super) back: String,
    pub(super) here: String,
    pub(super) point: String,
    pub(super) title: String,
    pub(super) law: String,
    /// Whether the caller may state something.
    pub(super) states: bool,
    pub(super) choices: Vec<Choice>,
    pub(super) revision: i32,
    pub(super) typed: TypedNorm,
    pub(super) history: Vec<Line>,
    pub(super) errors: FormErrors,
}

/// A statement, newest first.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) version: i32,
    pub(super) state: &'static str,
    pub(super) document: Option<Document>,
    pub(super) note: String,
    pub(super) valid_from: NaiveDate,
    pub(super) stated_at: DateTime<Utc>,
    pub(super) stated_by: String,
}

/// The page.
pub async fn show(visit: Visit, Path(point): Path<String>, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let Some(id) = holder_asked(&visit, &Fields(asked))? else { return visit.redirect("/work/oversight") };
    visit.render(&NormPage::read(&visit, &tx, id, &point).await?)
}

/// States something, and leads back to the checklist.
pub async fn save(visit: Visit, Path(point): Path<String>, sent: Fields) -> Answer {
    let visit = visit.shown_at(&format!("/work/norms/{point}"));
    let institution = visit.caller().require_institution()?;
    let typed = TypedNorm::of(&sent);
    let kept = async {
        let mut tx = visit.write().await?;
        let history = institutions::norm_history(&tx, institution, &point).await?;
        let content = typed.content(riga_date(visit.now()))?;
        let input = StateNorm { institution, point: history.item.point, seen: seen_version(&sent), content };
        institutions::state_norm(&mut tx, input).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect("/work/norms?done=norm-stated"),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = NormPage::read(&visit, &tx, institution, &point).await?;
    visit.render_with(status, &NormPage { typed, errors, ..page })
}

impl NormPage {
    async fn read(visit: &Visit, tx: &Read, id: InstitutionId, point: &str) -> Result<Self> {
        let holder = Holder::read(visit, tx, id).await?;
        let NormHistory { item, statements } = institutions::norm_history(tx, id, point).await?;
        let names = Names::of(tx, &statements.iter().map(|one| one.stated_by).collect::<Vec<_>>()).await?;
        let today = riga_date(visit.now());
        let first = || TypedNorm { valid_from: shown(today), ..TypedNorm::default() };
        Ok(Self {
            back: holder.link(visit, "/work/norms", &[]),
            here: visit.url(&format!("/work/norms/{}", item.point)),
            title: item.title.get(visit.locale()).to_owned(),
            law: item.law.get(visit.locale()).to_owned(),
            point: item.point,
            states: states_rules(visit),
            choices: choices(visit, "norms-state", STATES),
            revision: statements.first().map_or(0, |newest| newest.version),
            typed: statements.first().map_or_else(first, |newest| TypedNorm::known(&newest.content, today)),
            history: statements.iter().map(|one| Line::of(one, &names)).collect(),
            errors: FormErrors::none(),
            holder,
        })
    }
}

impl Line {
    fn of(statement: &NormStatement, names: &Names) -> Self {
        Self {
            version: statement.version,
            state: state(statement),
            document: Document::of(statement),
            note: statement.content.note.clone(),
            valid_from: statement.content.valid_from,
            stated_at: statement.stated_at,
            stated_by: names.get(statement.stated_by),
        }
    }
}
