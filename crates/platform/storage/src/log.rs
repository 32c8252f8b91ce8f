//! Reading the log.

use crate::{Event, Read, Stream, dialect, entities::events, errors::Db as _};
use chrono::{DateTime, Utc};
use kernel::Result;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::ops::Range;

/// A place in the log. Ordered by transaction first: a transaction with a lower number that commits late lies beyond
/// the horizon until it is over, so nobody can pass it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct LogPosition {
    /// The writing transaction; always 0 on SQLite.
    pub tx: i64,
    /// The event.
    pub position: i64,
}

/// The events after a place, in the order of the log, up to the horizon.
///
/// # Errors
/// Unavailable when the database cannot be reached, internal for an unreadable row.
pub async fn events_after(tx: &Read, after: LogPosition, limit: u64) -> Result<Vec<Event>> {
    let horizon = dialect::horizon(tx.conn()).await?;
    following(tx, after, before_horizon(horizon), limit).await
}

/// The events of these kinds after a place and not beyond `through`, in the order of the log: what does not matter to a
/// reader is not brought to it. `through` lies before the horizon.
///
/// # Errors
/// As [`events_after`].
pub(crate) async fn events_between(
    tx: &Read,
    (after, through): (LogPosition, LogPosition),
    kinds: &[&str],
    limit: u64,
) -> Result<Vec<Event>> {
    following(tx, after, up_to(through, kinds), limit).await
}

/// What follows a place within `bound`, asked twice: the rest of its transaction, then the later ones. Asked at once, as
/// "later in the same or in a later transaction", SQLite reads the whole log from its beginning or sorts all that is
/// left of it. Before the horizon everything is decided, so nothing can come between the two questions.
async fn following(tx: &Read, after: LogPosition, bound: Condition, limit: u64) -> Result<Vec<Event>> {
    let mut rows = rest_of_transaction(after, bound.clone()).limit(limit).all(tx.conn()).await.db()?;
    let missing = limit.saturating_sub(rows.len() as u64);
    if missing > 0 {
        rows.extend(later_transactions(after, bound).limit(missing).all(tx.conn()).await.db()?);
    }
    rows.into_iter().map(event).collect()
}

/// What the transaction of a place wrote behind it.
pub(crate) fn rest_of_transaction(after: LogPosition, bound: Condition) -> Select<events::Entity> {
    let rest = Condition::all().add(events::Column::Tx.eq(after.tx)).add(events::Column::Position.gt(after.position));
    in_order(rest.add(bound))
}

/// What the transactions after that of a place wrote.
pub(crate) fn later_transactions(after: LogPosition, bound: Condition) -> Select<events::Entity> {
    in_order(Condition::all().add(events::Column::Tx.gt(after.tx)).add(bound))
}

fn in_order(which: Condition) -> Select<events::Entity> {
    let query = events::Entity::find().filter(which);
    query.order_by_asc(events::Column::Tx).order_by_asc(events::Column::Position)
}

/// Of transactions before the horizon.
pub(crate) fn before_horizon(horizon: i64) -> Condition {
    Condition::all().add(events::Column::Tx.lt(horizon))
}

/// Of these kinds and not beyond a place. The first condition alone says where to stop reading an index.
pub(crate) fn up_to(through: LogPosition, kinds: &[&str]) -> Condition {
    let beyond =
        Condition::all().add(events::Column::Tx.eq(through.tx)).add(events::Column::Position.gt(through.position));
    Condition::all()
        .add(events::Column::Tx.lte(through.tx))
        .add(beyond.not())
        .add(events::Column::Kind.is_in(kinds.iter().copied()))
}

/// The place of the last event that is before the horizon.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn head_of_log(tx: &Read) -> Result<LogPosition> {
    let horizon = dialect::horizon(tx.conn()).await?;
    let row = events::Entity::find()
        .filter(events::Column::Tx.lt(horizon))
        .order_by_desc(events::Column::Tx)
        .order_by_desc(events::Column::Position)
        .one(tx.conn())
        .await
        .db()?;
    Ok(row.map_or_else(LogPosition::default, |row| LogPosition { tx: row.tx, position: row.position }))
}

/// Up to `limit` events of a stream after number `after`, oldest first.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn events_of_stream(tx: &Read, stream: &Stream, after: i64, limit: u64) -> Result<Vec<Event>> {
    let rows = of_stream(stream)
        .filter(events::Column::Sequence.gt(after))
        .order_by_asc(events::Column::Sequence)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(event).collect()
}

/// From when until when, the end not included; open where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// Not before.
    pub from: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
}

impl Period {
    fn holds(self) -> Condition {
        let from = self.from.map(|from| events::Column::At.gte(from));
        Condition::all().add_option(from).add_option(self.until.map(|until| events::Column::At.lt(until)))
    }
}

/// Which events of a stream are read backwards.
pub(crate) struct Before<'a> {
    /// Those before this number.
    pub(crate) sequence: i64,
    /// Of this kind.
    pub(crate) kind: &'a str,
    /// Whose data hold this text; all when there is none.
    pub(crate) holding: Option<&'a str>,
    /// Of this time.
    pub(crate) period: Period,
}

/// Which events of a piece of the log are read backwards.
pub(crate) struct Among<'a> {
    /// From which position until before which.
    pub(crate) positions: Range<i64>,
    /// Of this kind.
    pub(crate) kind: &'a str,
    /// Whose actor, as it is written, holds this text.
    pub(crate) actor: &'a str,
    /// Of this time.
    pub(crate) period: Period,
}

/// Up to `limit` events of a piece of the log, newest first. The piece bounds what is looked through.
pub(crate) async fn events_among(tx: &Read, wanted: Among<'_>, limit: u64) -> Result<Vec<Event>> {
    let rows = events::Entity::find()
        .filter(events::Column::Position.gte(wanted.positions.start))
        .filter(events::Column::Position.lt(wanted.positions.end))
        .filter(events::Column::Kind.eq(wanted.kind))
        .filter(events::Column::Actor.contains(wanted.actor))
        .filter(wanted.period.holds())
        .order_by_desc(events::Column::Position)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(event).collect()
}

/// The position behind the last event.
pub(crate) async fn end_of_positions(tx: &Read) -> Result<i64> {
    let query = events::Entity::find().select_only().column(events::Column::Position);
    let last: Option<i64> = query.order_by_desc(events::Column::Position).into_tuple().one(tx.conn()).await.db()?;
    Ok(last.map_or(1, |last| last + 1))
}

/// The first position whose event was recorded at `instant` or later; behind the last event when none was. Found by
/// halving: some thirty look-ups by key, however long the log is.
pub(crate) async fn first_since(tx: &Read, instant: DateTime<Utc>) -> Result<i64> {
    let (mut low, mut high) = (1, end_of_positions(tx).await?);
    while low < high {
        let middle = low + (high - low) / 2;
        let query = events::Entity::find().select_only();
        let query = query.column(events::Column::Position).column(events::Column::RecordedAt);
        let query = query.filter(events::Column::Position.gte(middle)).order_by_asc(events::Column::Position);
        let found: Option<(i64, DateTime<Utc>)> = query.into_tuple().one(tx.conn()).await.db()?;
        match found {
            Some((position, recorded_at)) if recorded_at < instant => low = position + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}

/// Up to `limit` events of a stream, newest first.
pub(crate) async fn events_of_stream_before(
    tx: &Read,
    stream: &Stream,
    wanted: Before<'_>,
    limit: u64,
) -> Result<Vec<Event>> {
    let mut query = of_stream(stream)
        .filter(events::Column::Sequence.lt(wanted.sequence))
        .filter(events::Column::Kind.eq(wanted.kind))
        .filter(wanted.period.holds());
    if let Some(text) = wanted.holding {
        query = query.filter(events::Column::Data.contains(text));
    }
    let rows = query.order_by_desc(events::Column::Sequence).limit(limit).all(tx.conn()).await.db()?;
    rows.into_iter().map(event).collect()
}

fn of_stream(stream: &Stream) -> Select<events::Entity> {
    events::Entity::find()
        .filter(events::Column::StreamKind.eq(&stream.kind))
        .filter(events::Column::StreamId.eq(stream.id))
}

fn event(row: events::Model) -> Result<Event> {
    Ok(Event {
        place: LogPosition { tx: row.tx, position: row.position },
        stream: Stream { kind: row.stream_kind, id: row.stream_id },
        sequence: row.sequence,
        kind: row.kind,
        version: row.version,
        at: row.at,
        recorded_at: row.recorded_at,
        actor: serde_json::from_str(&row.actor)?,
        channel: row.channel.parse()?,
        data: serde_json::from_str(&row.data)?,
        hash: hex::encode(row.hash),
    })
}
