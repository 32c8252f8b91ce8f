//! Cursors of the readers of the log: where each one stands, and what it could not digest.

use crate::{
    Event, LogPosition, Read, Write,
    entities::{dead_letters, readers},
    errors::{Db as _, is_own_outage},
    log::{events_after, events_between, head_of_log},
};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType, OnConflict},
};

/// After so many failures an event is set aside as a dead letter and the reader goes on.
const ATTEMPTS: i32 = 8;

/// Where a reader stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderState {
    /// Its name.
    pub name: String,
    /// The last event it has digested.
    pub at: LogPosition,
    /// Failures at the next event.
    pub attempts: i32,
    /// Not before this instant.
    pub retry_at: Option<DateTime<Utc>>,
    /// What the failure at the next event said; none when the last pass went well.
    pub last_error: Option<String>,
    /// Events set aside.
    pub dead_letters: u64,
}

/// An event that a reader could not digest and that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// Whose.
    pub reader: String,
    /// Its place in the log.
    pub position: i64,
    /// What happened.
    pub kind: String,
    /// What the last failure said.
    pub error: String,
    /// When it was set aside.
    pub at: DateTime<Utc>,
}

/// A batch handed to a reader; its cursor is locked until the unit of work ends.
#[derive(Debug)]
pub struct Delivery {
    /// The reader.
    pub reader: &'static str,
    /// What to digest, in order; nothing when all that is new is of other kinds.
    pub events: Vec<Event>,
    /// Where the reader stands when it has digested them.
    pub through: LogPosition,
    from: LogPosition,
    attempts: i32,
}

/// What waits for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// When the oldest event that it has not digested was written down; none when it has digested all.
    pub since: Option<DateTime<Utc>>,
    /// Whether it may go on now: something waits, and no failure holds it up.
    pub has_work: bool,
}

/// Every reader that ever ran.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn reader_states(tx: &Read) -> Result<Vec<ReaderState>> {
    use sea_orm::PaginatorTrait as _;
    let rows = readers::Entity::find().order_by_asc(readers::Column::Name).all(tx.conn()).await.db()?;
    let mut states = Vec::with_capacity(rows.len());
    for row in rows {
        let dead = dead_letters::Entity::find().filter(dead_letters::Column::Reader.eq(&row.name));
        states.push(ReaderState {
            dead_letters: dead.count(tx.conn()).await.db()?,
            at: LogPosition { tx: row.tx, position: row.position },
            name: row.name,
            attempts: row.attempts,
            retry_at: row.retry_at,
            last_error: row.last_error,
        });
    }
    Ok(states)
}

/// What readers set aside, the newest first, at most `limit`.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn dead_letters(tx: &Read, limit: u64) -> Result<Vec<DeadLetter>> {
    let rows = dead_letters::Entity::find()
        .order_by_desc(dead_letters::Column::At)
        .order_by_desc(dead_letters::Column::Position)
        .order_by_asc(dead_letters::Column::Reader)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    let letter = |row: dead_letters::Model| DeadLetter {
        reader: row.reader,
        position: row.position,
        kind: row.kind,
        error: row.error,
        at: row.at,
    };
    Ok(rows.into_iter().map(letter).collect())
}

impl Read {
    /// What waits for a reader: a cheap look that takes no lock.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn waiting(&self, reader: &str) -> Result<Waiting> {
        let row = readers::Entity::find_by_id(reader.to_owned()).one(self.conn()).await.db()?;
        let (at, retry_at) = row.map_or((LogPosition::default(), None), |row| {
            (LogPosition { tx: row.tx, position: row.position }, row.retry_at)
        });
        let since = events_after(self, at, 1).await?.first().map(|event| event.recorded_at);
        let rests = retry_at.is_some_and(|retry_at| retry_at > self.now());
        Ok(Waiting { since, has_work: since.is_some() && !rests })
    }

    /// Whether something waits for a reader that it may digest now.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn has_work(&self, reader: &str) -> Result<bool> {
        Ok(self.waiting(reader).await?.has_work)
    }
}

impl Write {
    /// The next batch of a reader, of the kinds that matter to it; none when another process holds its cursor, when it
    /// must wait, or when nothing is new.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn deliver(&mut self, reader: &'static str, kinds: &[&str], limit: u64) -> Result<Option<Delivery>> {
        self.ensure_reader(reader).await?;
        let found = readers::Entity::find_by_id(reader.to_owned())
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .one(self.conn())
            .await
            .db()?;
        let Some(row) = found else { return Ok(None) };
        if row.retry_at.is_some_and(|at| at > self.now()) {
            return Ok(None);
        }
        let at = LogPosition { tx: row.tx, position: row.position };
        // The head first: what commits from here on lies beyond it, and nobody passes what nobody has seen.
        let head = head_of_log(self).await?;
        if head <= at {
            return Ok(None);
        }
        let events = events_between(self, (at, head), kinds, limit).await?;
        let full = u64::try_from(events.len()).is_ok_and(|count| count >= limit);
        let through = events.last().filter(|_| full).map_or(head, |last| last.place);
        Ok(Some(Delivery { reader, events, through, from: at, attempts: row.attempts }))
    }

    /// Moves a reader's cursor behind `at`; what it failed at before is forgotten.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn delivered(&mut self, reader: &str, at: LogPosition) -> Result<()> {
        readers::Entity::update_many()
            .col_expr(readers::Column::Tx, Expr::value(at.tx))
            .col_expr(readers::Column::Position, Expr::value(at.position))
            .col_expr(readers::Column::Attempts, Expr::value(0))
            .col_expr(readers::Column::RetryAt, Expr::value(None::<DateTime<Utc>>))
            .col_expr(readers::Column::LastError, Expr::value(None::<String>))
            .col_expr(readers::Column::UpdatedAt, Expr::value(self.now()))
            .filter(readers::Column::Name.eq(reader))
            .exec(self.conn())
            .await
            .db()?;
        Ok(())
    }

    /// Notes that a reader failed at the first event of `delivery`: it is tried again later, and after several
    /// failures set aside where an operator sees it. An outage of the platform's own storage is waited for: no event is
    /// lost to a reader because a disk was full for an hour. A failure that is noted after another process has digested the
    /// event is none: moved back, the reader would digest what follows twice.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn not_delivered(&mut self, delivery: &Delivery, error: &Error) -> Result<()> {
        let Some(event) = delivery.events.first() else { return Ok(()) };
        if self.lock_reader(delivery.reader).await? != delivery.from {
            return Ok(());
        }
        let attempts = delivery.attempts + i32::from(!is_own_outage(error));
        if attempts >= ATTEMPTS {
            self.set_aside(delivery.reader, event, attempts, error).await?;
            return self.delivered(delivery.reader, event.place).await;
        }
        let wait = TimeDelta::seconds(1 << attempts.clamp(1, 9));
        readers::Entity::update_many()
            .col_expr(readers::Column::Attempts, Expr::value(attempts))
            .col_expr(readers::Column::RetryAt, Expr::value(Some(self.now() + wait)))
            .col_expr(readers::Column::LastError, Expr::value(Some(error.to_string())))
            .filter(readers::Column::Name.eq(delivery.reader))
            .exec(self.conn())
            .await
            .db()?;
        Ok(())
    }

    async fn set_aside(&self, reader: &str, event: &Event, attempts: i32, error: &Error) -> Result<()> {
        use dead_letters::Column;
        tracing::error!(reader, position = event.place.position, kind = %event.kind, %error, "event set aside");
        metrics::counter!("durvis_dead_letters_total", "reader" => reader.to_owned()).increment(1);
        let row = dead_letters::ActiveModel {
            reader: Set(reader.to_owned()),
            position: Set(event.place.position),
            kind: Set(event.kind.clone()),
            error: Set(error.to_string()),
            attempts: Set(attempts),
            at: Set(self.now()),
        };
        // A reader that begins anew after a rebuild may fail again at what was set aside before.
        let again = OnConflict::columns([Column::Reader, Column::Position])
            .update_columns([Column::Error, Column::Attempts, Column::At])
            .to_owned();
        dead_letters::Entity::insert(row).on_conflict(again).exec_without_returning(self.conn()).await.db()?;
        Ok(())
    }

    async fn ensure_reader(&self, reader: &str) -> Result<()> {
        let row = readers::ActiveModel {
            name: Set(reader.to_owned()),
            tx: Set(0),
            position: Set(0),
            attempts: Set(0),
            retry_at: Set(None),
            last_error: Set(None),
            updated_at: Set(self.now()),
        };
        readers::Entity::insert(row)
            .on_conflict(OnConflict::column(readers::Column::Name).do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(self.conn())
            .await
            .db()?;
        Ok(())
    }

    /// Moves a reader's cursor to a place of the caller's choice: after a rebuild that has read the log up to there.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn move_reader(&mut self, reader: &str, at: LogPosition) -> Result<()> {
        self.ensure_reader(reader).await?;
        self.delivered(reader, at).await
    }

    /// Locks a reader's cursor and tells where it stands, waiting for a process that holds it.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn lock_reader(&mut self, reader: &'static str) -> Result<LogPosition> {
        self.ensure_reader(reader).await?;
        let row = readers::Entity::find_by_id(reader.to_owned()).lock_exclusive().one(self.conn()).await.db()?;
        Ok(row.map_or_else(LogPosition::default, |row| LogPosition { tx: row.tx, position: row.position }))
    }
}
