//! What is to be checked, and what was.

use super::Quarter;
use crate::policy;
use crate::store::quality::checks;
use crate::store::services;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Cursor, InstitutionId, LangText, Page, PageRequest, Result, ServiceId, riga_date};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use uuid::Uuid;
use worktime::Calendar;

/// A check as a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckLine {
    /// Code of the service.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// The version in force: what a confirmation names.
    pub version: i32,
    /// The version that was confirmed last, in whichever quarter.
    pub confirmed_version: Option<i32>,
    /// Due on.
    pub due_on: NaiveDate,
    /// Whether that day is over and nothing was confirmed.
    pub overdue: bool,
    /// When it was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// Whether the description was corrected in the course of the check.
    pub corrected: bool,
}

/// The checks of an institution in this quarter, in sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HolderChecks {
    /// The quarter, `2026-Q4`.
    pub quarter: String,
    /// Due on.
    pub due_on: NaiveDate,
    /// How many there are.
    pub tasks: i64,
    /// How many are open.
    pub open: i64,
    /// Whether some are open although their day is over.
    pub overdue: bool,
    /// The last reminder, while something is open.
    pub reminder: Option<CheckReminder>,
}

/// That the institution was reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CheckReminder {
    /// So many working days before the day.
    pub days: i32,
    /// When.
    pub at: DateTime<Utc>,
    /// So many working days of the institution are left now: none on the day itself, fewer than none after it.
    pub left: i32,
}

/// The checks of an institution in this quarter, in the order of the codes: open or done ones.
///
/// # Errors
/// Not found for an institution that the caller has nothing to do with; forbidden for those who do not answer for
/// descriptions; invalid `bad-cursor` for a cursor of another list.
pub async fn checks_list(tx: &Read, holder: InstitutionId, done: bool, page: &PageRequest) -> Result<Page<CheckLine>> {
    policy::may_see_quality(tx.caller(), holder)?;
    let after = page.after.as_ref().map(Cursor::one).transpose()?;
    let today = riga_date(tx.now());
    let quarter = Quarter::of(today).to_string();
    let rows = checks::list(tx, holder.uuid(), &quarter, done, after, page.probe()).await?;
    let page = Page::from_probe(rows, page, |row| Cursor::from_parts(&[&row.number.to_string()]));
    let ids: Vec<Uuid> = page.items.iter().map(|row| row.service).collect();
    let mut of: BTreeMap<Uuid, _> = services::by_ids(tx, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
    let confirmed = checks::confirmed_versions(tx, &ids).await?;
    let items = page.items.into_iter().filter_map(|check| Some((of.remove(&check.service)?, check)));
    let line = |(service, check): (crate::store::service_rows::Model, checks::Check)| CheckLine {
        confirmed_version: confirmed.get(&service.id).copied(),
        code: service.code,
        name: LangText::new(service.name_lv, service.name_en),
        version: check.version.unwrap_or(service.version),
        due_on: check.due_on,
        overdue: !check.done && check.due_on < today,
        confirmed_at: check.confirmed_at,
        corrected: check.corrected,
    };
    Ok(Page { items: items.map(line).collect(), next: page.next })
}

/// The checks of an institution in this quarter in sum; none when there are none.
///
/// # Errors
/// As [`checks_list`].
pub async fn holder_checks(tx: &Read, holder: InstitutionId) -> Result<Option<HolderChecks>> {
    policy::may_see_quality(tx.caller(), holder)?;
    let today = riga_date(tx.now());
    let quarter = Quarter::of(today).to_string();
    let Some(sums) = checks::of_holders(tx, &quarter, &[holder.uuid()]).await?.remove(&holder.uuid()) else {
        return Ok(None);
    };
    let reminder = if sums.open > 0 { checks::reminder(tx, holder.uuid(), &quarter).await? } else { None };
    let reminder = match reminder {
        Some(given) => {
            let transfers = institutions::calendar_transfers(tx, holder).await?;
            let left = Calendar::of(transfers.moves_days()).working_days_between(today, sums.due_on);
            Some(CheckReminder { days: given.days, at: given.at, left })
        }
        None => None,
    };
    Ok(Some(HolderChecks { reminder, ..of_row(sums, today) }))
}

pub(crate) fn of_row(sums: checks::HolderChecks, today: NaiveDate) -> HolderChecks {
    HolderChecks {
        overdue: sums.open > 0 && sums.due_on < today,
        quarter: sums.quarter,
        due_on: sums.due_on,
        tasks: sums.tasks,
        open: sums.open,
        reminder: None,
    }
}

/// The day on which the holder last confirmed the description of a service, for everybody to see.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn last_checked(tx: &Read, service: ServiceId) -> Result<Option<NaiveDate>> {
    let confirmed = checks::last_confirmed(tx, service.uuid()).await?;
    Ok(confirmed.and_then(|check| check.confirmed_at).map(riga_date))
}
