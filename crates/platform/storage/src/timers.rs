//! Timers: something to be done at an instant, claimed in the database so that any number of processes may run.

use crate::{
    Read, Write,
    entities::timers,
    errors::{Db as _, is_own_outage},
};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, LockBehavior, LockType, OnConflict},
};
use uuid::Uuid;

/// After so many failures a timer stays in the table as dead, where an operator sees it.
const ATTEMPTS: i32 = 8;

/// A timer that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// What is to be done: `case.overdue`.
    pub kind: String,
    /// With what.
    pub subject: Uuid,
    /// When.
    pub due_at: DateTime<Utc>,
    attempts: i32,
}

/// A timer that failed too often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimerState {
    /// What was to be done.
    pub kind: String,
    /// With what.
    pub subject: Uuid,
    /// What the last failure said.
    pub last_error: String,
}

impl Write {
    /// Sets the timer `kind` of `subject`, or moves it.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn schedule(&mut self, kind: &str, subject: Uuid, due_at: DateTime<Utc>) -> Result<()> {
        let row = timers::ActiveModel {
            kind: Set(kind.to_owned()),
            subject: Set(subject),
            due_at: Set(kernel::whole_micros(due_at)),
            attempts: Set(0),
            dead: Set(false),
            last_error: Set(None),
        };
        let moved = OnConflict::columns([timers::Column::Kind, timers::Column::Subject])
            .update_columns([timers::Column::DueAt, timers::Column::Attempts, timers::Column::Dead])
            .to_owned();
        self.put(timers::Entity::insert_many([row]).on_conflict(moved)).await
    }

    /// Removes a timer; a missing one is no error.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn cancel_timer(&mut self, kind: &str, subject: Uuid) -> Result<()> {
        timers::Entity::delete_by_id((kind.to_owned(), subject)).exec(self.conn()).await.db()?;
        Ok(())
    }

    /// One timer of one of the `kinds` that is due, locked until the unit of work ends.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn claim_timer(&mut self, kinds: &[&str]) -> Result<Option<Timer>> {
        let row = due(kinds, self.now())
            .order_by_asc(timers::Column::DueAt)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .one(self.conn())
            .await
            .db()?;
        Ok(row.map(|row| Timer { kind: row.kind, subject: row.subject, due_at: row.due_at, attempts: row.attempts }))
    }

    /// Notes that a timer failed: it is tried again later, and after several failures given up. An outage of the platform's
    /// own storage is waited for. One that was set anew since it failed stays as it was set.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn timer_failed(&mut self, timer: &Timer, error: &Error) -> Result<()> {
        let attempts = timer.attempts + i32::from(!is_own_outage(error));
        tracing::warn!(kind = %timer.kind, attempts, %error, "timer failed");
        timers::Entity::update_many()
            .col_expr(timers::Column::Attempts, Expr::value(attempts))
            .col_expr(timers::Column::Dead, Expr::value(attempts >= ATTEMPTS))
            .col_expr(timers::Column::DueAt, Expr::value(self.now() + TimeDelta::seconds(1 << attempts.clamp(1, 9))))
            .col_expr(timers::Column::LastError, Expr::value(Some(error.to_string())))
            .filter(timers::Column::Kind.eq(&timer.kind))
            .filter(timers::Column::Subject.eq(timer.subject))
            .filter(timers::Column::DueAt.eq(timer.due_at))
            .exec(self.conn())
            .await
            .db()?;
        Ok(())
    }
}

impl Read {
    /// Whether a timer of one of the `kinds` is due: a cheap look that takes no lock.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn timer_due(&self, kinds: &[&str]) -> Result<bool> {
        Ok(due(kinds, self.now()).one(self.conn()).await.db()?.is_some())
    }

    /// Timers that failed too often.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn dead_timers(&self) -> Result<Vec<TimerState>> {
        let rows =
            timers::Entity::find().filter(timers::Column::Dead.eq(true)).limit(100).all(self.conn()).await.db()?;
        let state = |row: timers::Model| TimerState {
            kind: row.kind,
            subject: row.subject,
            last_error: row.last_error.unwrap_or_default(),
        };
        Ok(rows.into_iter().map(state).collect())
    }
}

/// One of the timers of the `kinds` that are due.
fn due(kinds: &[&str], now: DateTime<Utc>) -> Select<timers::Entity> {
    timers::Entity::find()
        .filter(timers::Column::Dead.eq(false))
        .filter(timers::Column::DueAt.lte(now))
        .filter(timers::Column::Kind.is_in(kinds.iter().copied()))
        .limit(1)
}
