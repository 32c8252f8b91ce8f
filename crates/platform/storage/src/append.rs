//! Appending to the log, in the caller's transaction.

use crate::{
    NewEvent, Stream, Write,
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
        let (mut sequence, mut head, exists) = self.head(&stream, expected).await?;
        let first = sequence;
        let actor = serde_json::to_string(&Actor::from(self.caller()))?;
        let mut rows = Vec::with_capacity(facts.len());
        for fact in facts {
            sequence += 1;
            let row = self.row(&stream, sequence, &head, &actor, fact);
            head.clone_from(row.hash.as_ref());
            rows.push(row);
        }
        self.appended += rows.len();
        if exists {
            self.move_head(&stream, first, sequence, head).await?;
        } else {
            self.new_head(&stream, sequence, head).await?;
        }
        events::Entity::insert_many(rows).exec_without_returning(self.conn()).await.db()?;
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

    /// Number and hash of the last event, and whether the stream exists.
    async fn head(&self, stream: &Stream, expected: Expected) -> Result<(i64, Vec<u8>, bool)> {
        if expected == Expected::New {
            return Ok((0, Vec::new(), false));
        }
        let found = streams::Entity::find_by_id((stream.kind.clone(), stream.id))
            .lock_exclusive()
            .one(self.conn())
            .await
            .db()?;
        match (found, expected) {
            (Some(row), Expected::At(at)) if row.sequence != at => Err(stale(stream)),
            (Some(row), _) => Ok((row.sequence, row.head, true)),
            (None, Expected::At(_)) => Err(stale(stream)),
            (None, _) => Ok((0, Vec::new(), false)),
        }
    }

    async fn new_head(&self, stream: &Stream, sequence: i64, head: Vec<u8>) -> Result<()> {
        let row = streams::ActiveModel {
            kind: Set(stream.kind.clone()),
            id: Set(stream.id),
            sequence: Set(sequence),
            head: Set(head),
        };
        streams::Entity::insert(row).exec_without_returning(self.conn()).await.db()?;
        Ok(())
    }

    async fn move_head(&self, stream: &Stream, from: i64, to: i64, head: Vec<u8>) -> Result<()> {
        let moved = streams::Entity::update_many()
            .col_expr(streams::Column::Sequence, Expr::value(to))
            .col_expr(streams::Column::Head, Expr::value(head))
            .filter(streams::Column::Kind.eq(&stream.kind))
            .filter(streams::Column::Id.eq(stream.id))
            .filter(streams::Column::Sequence.eq(from))
            .exec(self.conn())
            .await
            .db()?;
        if moved.rows_affected == 1 { Ok(()) } else { Err(stale(stream)) }
    }
}

fn stale(stream: &Stream) -> Error {
    Error::stale("changed-meanwhile").arg("stream", &stream.kind)
}
