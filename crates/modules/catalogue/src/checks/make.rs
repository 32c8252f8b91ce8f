//! Makes the checks of a quarter and reminds of them: a timer that runs every day.

use super::Quarter;
use crate::ServiceState;
use crate::policy;
use crate::quality::refresh;
use crate::store::quality::checks::{self, Check};
use crate::store::services;
use chrono::{NaiveDate, TimeDelta};
use kernel::{InstitutionId, Result, riga_date};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use storage::{Read, Write};
use uuid::Uuid;
use worktime::{Calendar, start_of_day};

/// Timer: makes the checks of the quarter, then reminds of them day by day.
pub const CHECKS_TIMER: &str = "catalogue.checks";

/// A check is due this many working days after the first of its quarter: two months of three, so that a description that
/// turns out to be wrong is right before the quarter ends (decision 0010).
const DUE_AFTER: i32 = 40;

/// Working days before the due day on which a holder is reminded, the most urgent first.
const REMIND_BEFORE: [i32; 2] = [3, 10];

/// Services for which checks are made in one unit of work.
const BATCH: u64 = 200;

/// Makes the next checks of this quarter, or, when all are made, reminds the holders whose day comes near: the timer
/// [`CHECKS_TIMER`]. Running it again makes and reminds nothing twice.
///
/// # Errors
/// Forbidden for everybody but the platform; unavailable when the database cannot be reached.
pub async fn run_checks(tx: &mut Write) -> Result<()> {
    policy::may_import(tx.caller())?;
    let today = riga_date(tx.now());
    let quarter = Quarter::of(today);
    let (through, complete) = checks::progress(tx, &quarter.to_string()).await?;
    if complete {
        remind(tx, quarter, today).await?;
        let tomorrow = today.succ_opt().unwrap_or(today);
        return tx.schedule(CHECKS_TIMER, Uuid::nil(), start_of_day(tomorrow) + TimeDelta::hours(5)).await;
    }
    make(tx, quarter, through).await?;
    tx.schedule(CHECKS_TIMER, Uuid::nil(), tx.now()).await
}

async fn make(tx: &mut Write, quarter: Quarter, through: i64) -> Result<()> {
    let rows = services::after_number(tx, through, BATCH).await?;
    let last = rows.last().map(|row| row.number);
    let mut calendars = Calendars::default();
    let mut new = Vec::new();
    for row in rows.into_iter().filter(|row| row.state == ServiceState::Open.as_str()) {
        let calendar = calendars.of(tx, row.holder).await?;
        new.push(Check {
            service: row.id,
            quarter: quarter.to_string(),
            holder: row.holder,
            number: row.number,
            due_on: calendar.add_working_days(quarter.first_day(), DUE_AFTER),
            made_at: tx.now(),
            done: false,
            confirmed_at: None,
            confirmed_by: None,
            version: None,
            corrected: false,
        });
    }
    let ids = new.iter().map(|check| check.service).collect();
    checks::make(tx, new).await?;
    checks::set_progress(tx, &quarter.to_string(), last.unwrap_or(through), last.is_none()).await?;
    refresh(tx, ids).await
}

async fn remind(tx: &Write, quarter: Quarter, today: NaiveDate) -> Result<()> {
    let mut calendars = Calendars::default();
    let mut last = None;
    loop {
        let holders = checks::holders_after(tx, &quarter.to_string(), last, 500).await?;
        for holder in holders.iter().filter(|holder| holder.open > 0 && today <= holder.due_on) {
            let left = calendars.of(tx, holder.holder).await?.working_days_between(today, holder.due_on);
            if let Some(days) = REMIND_BEFORE.into_iter().find(|days| left <= *days) {
                checks::remind(tx, holder, days).await?;
            }
        }
        match holders.last() {
            Some(holder) => last = Some(holder.holder),
            None => return Ok(()),
        }
    }
}

/// The calendars of some holders.
#[derive(Default)]
struct Calendars(BTreeMap<Uuid, Calendar>);

impl Calendars {
    async fn of(&mut self, tx: &Read, holder: Uuid) -> Result<&Calendar> {
        let place = match self.0.entry(holder) {
            Entry::Occupied(known) => return Ok(known.into_mut()),
            Entry::Vacant(place) => place,
        };
        let institution = institutions::find(tx, InstitutionId::new(holder)).await?;
        Ok(place.insert(Calendar::of(institution.calendar_transfers.moves_days())))
    }
}
