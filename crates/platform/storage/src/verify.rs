//! Proof of the log: every chain recomputed, the first broken entry named.

use crate::{
    Read, Stream,
    entities::{events, streams},
    errors::Db as _,
    event::Link,
    keyset,
};
use kernel::Result;
use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QueryResult, QuerySelect,
    RelationDef, RelationTrait,
};
use std::collections::HashMap;
use uuid::Uuid;

const STREAMS_AT_ONCE: u64 = 200;

/// How an entry is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// Its content, its place or its hash is not what was written.
    Altered,
    /// An entry is missing here, one was put in, or it was moved in the log before the one that it follows.
    OutOfSequence,
    /// The end of the stream is not the recorded one: entries were cut off or added.
    WrongEnd,
    /// A stream that was never opened.
    UnknownStream,
}

/// A broken entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// Whose events.
    pub stream: Stream,
    /// The number in the stream at which it breaks.
    pub sequence: i64,
    /// The place in the log, when the entry exists.
    pub position: Option<i64>,
    /// How.
    pub kind: BreakKind,
}

/// The outcome of a verification.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Streams read.
    pub streams: u64,
    /// Events read.
    pub events: u64,
    /// The first broken entry of each broken stream (at most 100), in the order of the log.
    pub breaks: Vec<Break>,
}

impl VerifyReport {
    fn note(&mut self, found: Break) {
        if self.breaks.len() < 100 {
            self.breaks.push(found);
        }
    }
}

/// A row as it lies there. The embedded database keeps any value in any column: one that the platform never writes (a time
/// that is none) was put in behind its back, and makes the row a broken entry instead of ending the proof.
struct Row {
    stream: Stream,
    sequence: i64,
    position: i64,
    /// Missing when the row cannot be read as an event.
    event: Option<events::Model>,
}

impl FromQueryResult for Row {
    fn from_query_result(row: &QueryResult, pre: &str) -> std::result::Result<Self, DbErr> {
        let event = events::Model::from_query_result(row, pre).ok();
        let kind: String = row.try_get(pre, "stream_kind").unwrap_or_default();
        let id: Uuid = row.try_get(pre, "stream_id").unwrap_or_default();
        let sequence = row.try_get(pre, "sequence").unwrap_or_default();
        Ok(Self { stream: Stream { kind, id }, sequence, position: row.try_get(pre, "position")?, event })
    }
}

/// Recomputes every chain. `progress` is told the number of events read so far.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn verify_log(tx: &Read, mut progress: impl FnMut(u64)) -> Result<VerifyReport> {
    let mut report = VerifyReport::default();
    let mut after: Option<(String, Uuid)> = None;
    loop {
        let page = page_of_streams(tx, after.as_ref()).await?;
        let Some(last) = page.last() else { break };
        after = Some((last.kind.clone(), last.id));
        verify_page(tx, page, &mut report).await?;
        progress(report.events);
    }
    for orphan in orphans(tx).await? {
        report.note(found(&orphan, orphan.sequence, BreakKind::UnknownStream));
    }
    report.breaks.sort_by_key(|found| (found.position.unwrap_or(i64::MAX), found.sequence));
    Ok(report)
}

/// Recomputes the chain of one stream.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn verify_stream(tx: &Read, stream: &Stream) -> Result<VerifyReport> {
    let mut report = VerifyReport::default();
    let row = streams::Entity::find_by_id((stream.kind.clone(), stream.id)).one(tx.conn()).await.db()?;
    match row {
        Some(row) => verify_page(tx, vec![row], &mut report).await?,
        None => {
            report.note(Break { stream: stream.clone(), sequence: 1, position: None, kind: BreakKind::UnknownStream })
        }
    }
    Ok(report)
}

async fn page_of_streams(tx: &Read, after: Option<&(String, Uuid)>) -> Result<Vec<streams::Model>> {
    let mut query = streams::Entity::find();
    if let Some((kind, id)) = after {
        query = query.filter(keyset::after_asc(streams::Column::Kind, kind.as_str(), streams::Column::Id, *id));
    }
    query
        .order_by_asc(streams::Column::Kind)
        .order_by_asc(streams::Column::Id)
        .limit(STREAMS_AT_ONCE)
        .all(tx.conn())
        .await
        .db()
}

async fn verify_page(tx: &Read, page: Vec<streams::Model>, report: &mut VerifyReport) -> Result<()> {
    let mut by_kind: HashMap<String, Vec<Uuid>> = HashMap::new();
    for stream in &page {
        by_kind.entry(stream.kind.clone()).or_default().push(stream.id);
    }
    let mut rows: HashMap<(String, Uuid), Vec<Row>> = HashMap::new();
    for (kind, ids) in by_kind {
        let found = events::Entity::find()
            .filter(events::Column::StreamKind.eq(&kind))
            .filter(events::Column::StreamId.is_in(ids))
            .order_by_asc(events::Column::StreamId)
            .order_by_asc(events::Column::Sequence)
            .into_model::<Row>()
            .all(tx.conn())
            .await
            .db()?;
        for row in found {
            rows.entry((kind.clone(), row.stream.id)).or_default().push(row);
        }
    }
    for stream in page {
        let chain = rows.remove(&(stream.kind.clone(), stream.id)).unwrap_or_default();
        report.streams += 1;
        report.events += chain.len() as u64;
        if let Some(broken) = first_break(&stream, &chain) {
            report.note(broken);
        }
    }
    Ok(())
}

fn first_break(stream: &streams::Model, chain: &[Row]) -> Option<Break> {
    let mut head = Vec::new();
    let mut before = None;
    for (row, expected) in chain.iter().zip(1..) {
        if row.sequence != expected {
            return Some(found(row, expected, BreakKind::OutOfSequence));
        }
        let Some(event) = row.event.as_ref().filter(|event| link(event).hash(&head) == event.hash) else {
            return Some(found(row, expected, BreakKind::Altered));
        };
        // The hash is made before the log gives its places; that they go up with the stream is what readers rely on.
        let place = Some((event.tx, event.position));
        if place <= before {
            return Some(found(row, expected, BreakKind::OutOfSequence));
        }
        before = place;
        head.clone_from(&event.hash);
    }
    let count = i64::try_from(chain.len()).unwrap_or(i64::MAX);
    let whole = stream.sequence == count && stream.head == head;
    (!whole).then(|| Break {
        stream: Stream { kind: stream.kind.clone(), id: stream.id },
        sequence: count.min(stream.sequence) + 1,
        position: chain.last().map(|row| row.position),
        kind: BreakKind::WrongEnd,
    })
}

fn link(row: &events::Model) -> Link<'_> {
    Link {
        stream_kind: &row.stream_kind,
        stream_id: row.stream_id,
        sequence: row.sequence,
        kind: &row.kind,
        version: row.version,
        at: row.at,
        recorded_at: row.recorded_at,
        actor: &row.actor,
        channel: &row.channel,
        data: &row.data,
    }
}

fn found(row: &Row, sequence: i64, kind: BreakKind) -> Break {
    Break { stream: row.stream.clone(), sequence, position: Some(row.position), kind }
}

/// Events whose stream was never opened.
async fn orphans(tx: &Read) -> Result<Vec<Row>> {
    let to_stream: RelationDef = events::Relation::Stream.def();
    events::Entity::find()
        .join(JoinType::LeftJoin, to_stream)
        .filter(streams::Column::Id.is_null())
        .order_by_asc(events::Column::Position)
        .limit(100)
        .into_model::<Row>()
        .all(tx.conn())
        .await
        .db()
}
