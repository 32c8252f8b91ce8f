//! Cases and events of a source that are here already.

use super::entities::{imported_cases, imported_events};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use std::collections::{HashMap, HashSet};
use storage::{Db as _, Read, Write};

/// Rows of one statement.
const ROWS: usize = 1_000;

/// A case that is here already.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) case: Option<CaseId>,
    pub(crate) fingerprint: String,
    pub(crate) events: HashSet<String>,
}

/// What is to be kept of a case.
pub(crate) struct Row<'c> {
    pub(crate) case: CaseId,
    pub(crate) is_new: bool,
    /// Whether events were added.
    pub(crate) is_longer: bool,
    pub(crate) is_corrected: bool,
    /// Values that are others here than in the file and stay so.
    pub(crate) kept: Vec<&'static str>,
    /// Its first line in the file.
    pub(crate) line: u64,
    pub(crate) external_id: &'c str,
    pub(crate) fingerprint: String,
    pub(crate) responsible: Option<&'c str>,
    pub(crate) planned_end_at: Option<DateTime<Utc>>,
    pub(crate) new_events: Vec<&'c str>,
}

impl Row<'_> {
    /// Whether the file told anything of the case that was not here.
    pub(crate) fn says_something(&self) -> bool {
        self.is_new || self.is_longer || self.is_corrected || !self.kept.is_empty()
    }
}

/// Those of the cases that were imported before, by their id in the source.
pub(crate) async fn known(tx: &Read, source: &str, external_ids: &[&str]) -> Result<HashMap<String, Known>> {
    let cases = imported_cases::Entity::find()
        .filter(imported_cases::Column::Source.eq(source))
        .filter(imported_cases::Column::ExternalId.is_in(external_ids.iter().copied()))
        .all(tx.conn())
        .await
        .db()?;
    let ids: Vec<_> = cases.iter().map(|case| case.case_id).collect();
    let mut events: HashMap<_, HashSet<String>> = HashMap::new();
    if !ids.is_empty() {
        let rows = imported_events::Entity::find()
            .filter(imported_events::Column::CaseId.is_in(ids))
            .all(tx.conn())
            .await
            .db()?;
        for row in rows {
            events.entry(row.case_id).or_default().insert(row.external_id);
        }
    }
    let known = cases.into_iter().map(|case| {
        let events = events.remove(&case.case_id).unwrap_or_default();
        let case_id = Some(CaseId::new(case.case_id));
        (case.external_id, Known { case: case_id, fingerprint: case.fingerprint, events })
    });
    Ok(known.collect())
}

/// Keeps what was imported of some cases.
pub(crate) async fn keep(tx: &Write, source: &str, rows: &[Row<'_>]) -> Result<()> {
    let new = rows.iter().filter(|row| row.is_new).map(|row| imported_cases::ActiveModel {
        case_id: Set(row.case.uuid()),
        source: Set(source.to_owned()),
        external_id: Set(row.external_id.to_owned()),
        fingerprint: Set(row.fingerprint.clone()),
        responsible: Set(row.responsible.map(ToOwned::to_owned)),
        planned_end_at: Set(row.planned_end_at),
    });
    imported_cases::Entity::insert_many(new).exec_without_returning(tx.conn()).await.db()?;
    for row in rows.iter().filter(|row| !row.is_new && row.kept.is_empty()) {
        update(tx, row).await?;
    }
    let events: Vec<_> = rows
        .iter()
        .flat_map(|row| row.new_events.iter().map(|event| (row.case, *event)))
        .map(|(case, event)| imported_events::ActiveModel {
            case_id: Set(case.uuid()),
            external_id: Set(event.to_owned()),
        })
        .collect();
    for events in events.chunks(ROWS) {
        imported_events::Entity::insert_many(events.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

async fn update(tx: &Write, row: &Row<'_>) -> Result<()> {
    use imported_cases::Column;
    imported_cases::Entity::update_many()
        .col_expr(Column::Fingerprint, Expr::value(&row.fingerprint))
        .col_expr(Column::Responsible, Expr::value(row.responsible))
        .col_expr(Column::PlannedEndAt, Expr::value(row.planned_end_at))
        .filter(Column::CaseId.eq(row.case.uuid()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}
