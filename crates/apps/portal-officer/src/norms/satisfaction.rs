//! `/work/norms/satisfaction`: the last measurement of clients' satisfaction.

use super::list::Measured;
use super::typed::{TypedMeasurement, seen_version, states_rules};
use crate::parts::{Asked, form_errors, refusal};
use crate::quality::{Holder, holder_asked};
use crate::services::Names;
use chrono::{DateTime, NaiveDate, Utc};
use institutions::{MeasurementStatement, StateMeasurement};
use kernel::{InstitutionId, Result, riga_date};
use serde::Serialize;
use storage::Read;
use web_kit::{Answer, Fields, FormErrors, Visit};

/// Context of `work/norms/satisfaction.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SatisfactionPage {
    pub(super) holder: Holder,
    pub(super) back: String,
    /// Whether the caller may state something.
    pub(super) states: bool,
    pub(super) measured: Measured,
    pub(super) revision: i32,
    pub(super) typed: TypedMeasurement,
    pub(super) history: Vec<Line>,
    pub(super) errors: FormErrors,
}

/// A statement, newest first.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) version: i32,
    pub(super) ended_on: NaiveDate,
    pub(super) published_on: Option<NaiveDate>,
    pub(super) link: String,
    pub(super) stated_at: DateTime<Utc>,
    pub(super) stated_by: String,
}

/// The page.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let Some(id) = holder_asked(&visit, &Fields(asked))? else { return visit.redirect("/work/oversight") };
    visit.render(&SatisfactionPage::read(&visit, &tx, id).await?)
}

/// States the last measurement, and leads back to the checklist.
pub async fn save(visit: Visit, sent: Fields) -> Answer {
    let visit = visit.shown_at("/work/norms/satisfaction");
    let institution = visit.caller().require_institution()?;
    let typed = TypedMeasurement::of(&sent);
    let kept = async {
        let measurement = typed.measurement(riga_date(visit.now()))?;
        let mut tx = visit.write().await?;
        let input = StateMeasurement { institution, seen: seen_version(&sent), measurement };
        institutions::state_measurement(&mut tx, input).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect("/work/norms?done=measurement-stated"),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = SatisfactionPage::read(&visit, &tx, institution).await?;
    visit.render_with(status, &SatisfactionPage { typed, errors, ..page })
}

impl SatisfactionPage {
    async fn read(visit: &Visit, tx: &Read, id: InstitutionId) -> Result<Self> {
        let holder = Holder::read(visit, tx, id).await?;
        let satisfaction = institutions::satisfaction(tx, id, riga_date(visit.now())).await?;
        let statements = &satisfaction.statements;
        let names = Names::of(tx, &statements.iter().map(|one| one.stated_by).collect::<Vec<_>>()).await?;
        let newest = statements.first();
        Ok(Self {
            back: holder.link(visit, "/work/norms", &[]),
            states: states_rules(visit),
            measured: Measured::of(visit, &holder, &satisfaction),
            revision: newest.map_or(0, |newest| newest.version),
            typed: newest.map(|newest| TypedMeasurement::known(&newest.measurement)).unwrap_or_default(),
            history: statements.iter().map(|one| Line::of(one, &names)).collect(),
            errors: FormErrors::none(),
            holder,
        })
    }
}

impl Line {
    fn of(statement: &MeasurementStatement, names: &Names) -> Self {
        Self {
            version: statement.version,
            ended_on: statement.measurement.ended_on,
            published_on: statement.measurement.published_on,
            link: statement.measurement.link.clone(),
            stated_at: statement.stated_at,
            stated_by: names.get(statement.stated_by),
        }
    }
}
