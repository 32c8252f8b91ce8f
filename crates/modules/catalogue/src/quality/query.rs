//! Scores and findings of an institution's services, for those who answer for them.

use super::Finding;
use super::keep::{describe, evaluate};
use crate::store::quality::{course, days, holders, scores};
use crate::store::services;
use crate::{ServiceState, policy};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::{Cursor, Error, InstitutionId, LangText, Page, PageRequest, Result, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::{Read, Write};
use uuid::Uuid;
use worktime::end_of_day;

/// Timer: keeps the sums of the day.
pub const QUALITY_DAY_TIMER: &str = "catalogue.quality_day";

/// Days that a trend goes back at most: a year; as many changes of one score.
const MOST_DAYS: u64 = 366;

/// The mark of a service and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceQuality {
    /// Code of the service.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// Draft, open or closed.
    pub state: ServiceState,
    /// Who answers for it.
    pub holder: InstitutionId,
    /// Which version was judged.
    pub version: i32,
    /// From 0 to 100.
    pub score: i32,
    /// Places that keep it from being published.
    pub blocking: i32,
    /// Places that mislead clients.
    pub warning: i32,
    /// Places that could be better.
    pub hinting: i32,
    /// Links that lead nowhere.
    pub dead_links: i32,
    /// Everything that was found, the most serious first.
    pub findings: Vec<Finding>,
    /// When it was judged.
    pub at: DateTime<Utc>,
}

/// The score of a description from an instant on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ScoreChange {
    /// Since when.
    pub at: DateTime<Utc>,
    /// The version that was judged.
    pub version: i32,
    /// From 0 to 100.
    pub score: i32,
}

/// The services of an institution in sum; closed ones do not count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct HolderQuality {
    /// How many services.
    pub services: i64,
    /// How many of them are published.
    pub open: i64,
    /// How many are drafts.
    pub drafts: i64,
    /// Mean score, rounded; none without services.
    pub mean: Option<i64>,
    /// Services with something that keeps them from being published.
    pub blocking: i64,
    /// Services with something that misleads clients.
    pub warning: i64,
    /// Links that lead nowhere.
    pub dead_links: i64,
    /// Services whose English is not complete.
    pub english_missing: i64,
}

/// The sums at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct QualityDay {
    /// The day.
    pub day: NaiveDate,
    /// How many services.
    pub services: i64,
    /// Mean score, rounded.
    pub mean: i64,
    /// Services with something that keeps them from being published.
    pub blocking: i64,
    /// Services with something that misleads clients.
    pub warning: i64,
}

/// The services of an institution, the worst first; with `rule` only those in which it found something (CAT-18).
///
/// # Errors
/// Not found for an institution that the caller has nothing to do with; forbidden for those who do not answer for
/// descriptions; invalid `bad-cursor` for a cursor of another list.
pub async fn quality_list(
    tx: &Read,
    holder: InstitutionId,
    rule: Option<&str>,
    page: &PageRequest,
) -> Result<Page<ServiceQuality>> {
    policy::may_see_quality(tx.caller(), holder)?;
    let after = page.after.as_ref().map(Cursor::two).transpose()?;
    let rows = match rule {
        Some(rule) => scores::worst_by_rule(tx, holder.uuid(), rule, after, page.probe()).await?,
        None => scores::worst(tx, holder.uuid(), after, page.probe()).await?,
    };
    let page =
        Page::from_probe(rows, page, |row| Cursor::from_parts(&[&row.score.to_string(), &row.number.to_string()]));
    let names = names(tx, &page.items).await?;
    let items = page.items.into_iter().map(|row| line(row, &names)).collect::<Result<_>>()?;
    Ok(Page { items, next: page.next })
}

/// The mark of one service with every finding; judged now where it was not yet.
///
/// # Errors
/// Not found when there is no such service or the caller has nothing to do with its holder.
pub async fn service_quality(tx: &Read, code: &str) -> Result<ServiceQuality> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_see_quality(tx.caller(), InstitutionId::new(row.holder)).map_err(|error| hidden(error, "service"))?;
    let kept = scores::of_services(tx, &[row.id]).await?.pop();
    let rows = [row];
    let kept = match kept {
        Some(kept) => kept,
        None => {
            let judged = evaluate(tx, &describe(tx, &rows).await?).await?;
            judged.into_iter().next().ok_or_else(|| Error::not_found("service"))?.0
        }
    };
    line(kept, &names_of(&rows))
}

/// How the score of a service went, oldest first: its last changes.
///
/// # Errors
/// As [`service_quality`].
pub async fn score_changes(tx: &Read, code: &str, limit: u64) -> Result<Vec<ScoreChange>> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_see_quality(tx.caller(), InstitutionId::new(row.holder)).map_err(|error| hidden(error, "service"))?;
    let changes = course::of(tx, row.id, limit.min(MOST_DAYS)).await?;
    let change = |row: course::Model| ScoreChange { at: row.at, version: row.version, score: row.score };
    Ok(changes.into_iter().map(change).collect())
}

/// The sums of an institution now.
///
/// # Errors
/// As [`quality_list`].
pub async fn holder_quality(tx: &Read, holder: InstitutionId) -> Result<HolderQuality> {
    policy::may_see_quality(tx.caller(), holder)?;
    let sums = holders::of(tx, &[holder.uuid()]).await?;
    Ok(sums.get(&holder.uuid()).map(HolderQuality::from).unwrap_or_default())
}

/// The sums of an institution at the end of each day, oldest first; a year at most.
///
/// # Errors
/// As [`quality_list`].
pub async fn quality_days(tx: &Read, holder: InstitutionId, limit: u64) -> Result<Vec<QualityDay>> {
    policy::may_see_quality(tx.caller(), holder)?;
    let rows = days::of(tx, holder.uuid(), limit.min(MOST_DAYS)).await?;
    let day = |row: days::Day| QualityDay {
        day: row.day,
        services: row.services,
        mean: mean(row.score_sum, row.services).unwrap_or_default(),
        blocking: row.blocking,
        warning: row.warning,
    };
    Ok(rows.into_iter().map(day).collect())
}

/// Keeps the sums of every institution as those of today: the timer [`QUALITY_DAY_TIMER`]. Once more on the same day
/// takes the place of before.
///
/// # Errors
/// Forbidden for everybody but the platform; unavailable when the database cannot be reached.
pub async fn keep_quality_day(tx: &mut Write) -> Result<()> {
    policy::may_import(tx.caller())?;
    let today = riga_date(tx.now());
    let mut last = None;
    loop {
        let sums = holders::after(tx, last, 500).await?;
        days::keep(tx, today, &sums).await?;
        match sums.last() {
            Some(sums) => last = Some(sums.holder),
            None => break,
        }
    }
    // Shortly before the end of the day; after it, of the next one.
    let evening = end_of_day(today) - TimeDelta::minutes(30);
    let next = if tx.now() < evening { evening } else { evening + TimeDelta::days(1) };
    tx.schedule(QUALITY_DAY_TIMER, Uuid::nil(), next).await
}

impl From<&holders::Sums> for HolderQuality {
    fn from(sums: &holders::Sums) -> Self {
        Self {
            services: sums.services,
            open: sums.open,
            drafts: sums.drafts,
            mean: mean(sums.score_sum, sums.services),
            blocking: sums.blocking,
            warning: sums.warning,
            dead_links: sums.dead_links,
            english_missing: sums.english_missing,
        }
    }
}

/// Rounded half up; none of nothing.
fn mean(sum: i64, count: i64) -> Option<i64> {
    (count > 0).then(|| (2 * sum + count) / (2 * count))
}

/// What the caller has nothing to do with looks like a missing thing.
fn hidden(error: Error, key: &'static str) -> Error {
    if error.kind() == kernel::ErrorKind::NotFound { Error::not_found(key) } else { error }
}

async fn names(tx: &Read, rows: &[scores::Row]) -> Result<BTreeMap<Uuid, (String, LangText)>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.service).collect();
    Ok(names_of(&services::by_ids(tx, &ids).await?))
}

fn names_of(rows: &[crate::store::service_rows::Model]) -> BTreeMap<Uuid, (String, LangText)> {
    let name = |row: &crate::store::service_rows::Model| LangText::new(row.name_lv.clone(), row.name_en.clone());
    rows.iter().map(|row| (row.id, (row.code.clone(), name(row)))).collect()
}

fn line(row: scores::Row, names: &BTreeMap<Uuid, (String, LangText)>) -> Result<ServiceQuality> {
    let (code, name) =
        names.get(&row.service).cloned().unwrap_or_else(|| (row.number.to_string(), LangText::default()));
    Ok(ServiceQuality {
        code,
        name,
        state: row.state.parse()?,
        holder: InstitutionId::new(row.holder),
        version: row.version,
        score: row.score,
        blocking: row.blocking,
        warning: row.warning,
        hinting: row.hinting,
        dead_links: row.dead_links,
        findings: serde_json::from_str(&row.findings)?,
        at: row.at,
    })
}
