//! Appending to the log, in the caller's transaction.

use crate::{
    NewEvent, Stream, Write, dialect,
    entities::{events, streams},
    errors::Db as _,
    event::{Actor, Link},
};
use kernel::{Error, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::Expr};

/// What the writer believes about the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// It does not exist yet.
    New,
    /// Its last event has this number.
    At(i64),
    /// Nothing: append after whatever is last.
    Any,
}

impl Write {
    /// Appends facts to a stream and returns the number of its last event, which is the revision of the thing.
    ///
    /// # Errors
    /// Stale `changed-meanwhile` when the stream is not where the writer believed.
    pub async fn append(&mut self, stream: Stream, expected: Expected, facts: Vec<NewEvent>) -> Result<i64> {
        let end = self.end_of(&stream, expected).await?;
        let (mut sequence, mut head) = (end.sequence, end.head);
        let actor = serde_json::to_string(&Actor::from(self.caller()))?;
        let mut rows = Vec::with_capacity(facts.len());
        for fact in facts {
            sequence += 1;
            let mut row = self.row(&stream, sequence, &head, &actor, fact);
            head.clone_from(row.hash.as_ref());
            if let Some(tx) = end.tx {
                row.tx = Set(tx);
            }
            rows.push(row);
        }
        self.appended += rows.len();
        match end.tx {
            Some(tx) => self.move_end(&stream, end.sequence, End { sequence, head, tx: Some(tx) }).await?,
            None => self.open(&stream, sequence, head).await?,
        }
        if !rows.is_empty() {
            self.put(events::Entity::insert_many(rows)).await?;
        }
        Ok(sequence)
    }

    fn row(&self, stream: &Stream, sequence: i64, head: &[u8], actor: &str, fact: NewEvent) -> events::ActiveModel {
        let recorded_at = self.now();
        let at = fact.at.unwrap_or(recorded_at);
        let channel = fact.channel.unwrap_or(self.caller().channel).as_str();
        let link = Link {
            stream_kind: &stream.kind,
            stream_id: stream.id,
            sequence,
            kind: fact.kind,
            version: fact.version,
            at,
            recorded_at,
            actor,
            channel,
            data: &fact.data,
        };
        events::ActiveModel {
            stream_kind: Set(stream.kind.clone()),
            stream_id: Set(stream.id),
            sequence: Set(sequence),
            kind: Set(fact.kind.to_owned()),
            version: Set(fact.version),
            at: Set(at),
            recorded_at: Set(recorded_at),
            actor: Set(actor.to_owned()),
            channel: Set(channel.to_owned()),
            hash: Set(link.hash(head)),
            data: Set(fact.data),
            ..Default::default()
        }
    }

    /// Where the stream ends; its row is locked until the unit of work ends.
    async fn end_of(&self, stream: &Stream, expected: Expected) -> Result<End> {
        if expected == Expected::New {
            return Ok(End::default());
        }
        let found = streams::Entity::find_by_id((stream.kind.clone(), stream.id))
            .lock_exclusive()
            .one(self.conn())
            .await
            .db()?;
        let Some(row) = found else {
            return if expected == Expected::Any { Ok(End::default()) } else { Err(stale(stream)) };
        };
        if matches!(expected, Expected::At(at) if at != row.sequence) {
            return Err(stale(stream));
        }
        let own = dialect::transaction_number(self.conn()).await?;
        Ok(End { sequence: row.sequence, head: row.head, tx: Some(own.max(row.tx)) })
    }

    async fn open(&self, stream: &Stream, sequence: i64, head: Vec<u8>) -> Result<()> {
        let row = streams::ActiveModel {
            kind: Set(stream.kind.clone()),
            id: Set(stream.id),
            sequence: Set(sequence),
            head: Set(head),
            ..Default::default()
        };
        self.put(streams::Entity::insert_many([row])).await
    }

    async fn move_end(&self, stream: &Stream, from: i64, to: End) -> Result<()> {
        let moved = streams::Entity::update_many()
            .col_expr(streams::Column::Sequence, Expr::value(to.sequence))
            .col_expr(streams::Column::Head, Expr::value(to.head))
            .col_expr(streams::Column::Tx, Expr::value(to.tx))
            .filter(streams::Column::Kind.eq(&stream.kind))
            .filter(streams::Column::Id.eq(stream.id))
            .filter(streams::Column::Sequence.eq(from))
            .exec(self.conn())
            .await
            .db()?;
        if moved.rows_affected == 1 { Ok(()) } else { Err(stale(stream)) }
    }
}

/// Where a stream ends.
///
/// `tx` orders the log. A transaction may take its number early and append late, after one with a higher number has
/// appended to the same stream; it then writes under that higher number, so that readers see the stream in sequence.
/// Nobody has passed that number yet: the horizon waits for the lower one. None for a stream that does not exist.
#[derive(Default)]
struct End {
    sequence: i64,
    head: Vec<u8>,
    tx: Option<i64>,
}

fn stale(stream: &Stream) -> Error {
    Error::stale("changed-meanwhile").arg("stream", &stream.kind)
}
