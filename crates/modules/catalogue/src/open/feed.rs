//! The reader of the log that writes the feed of changes.
//!
//! A client that follows the feed needs no full copy once a week: a link, a life situation, a template or an institution
//! that changes moves the revision of every service that shows it, and each move is an entry here.

use super::ChangeKind;
use crate::events::{SERVICE_LINKED, SERVICE_PUBLISHED, SERVICE_WITHDRAWN, ServiceFact};
use crate::store::{feed, feed_rows::Model};
use async_trait::async_trait;
use jobs::Reader;
use kernel::Result;
use std::collections::HashMap;
use storage::{Event, LogPosition, Read, Write};
use uuid::Uuid;

/// Name of the reader's cursor.
pub const FEED_READER: &str = "service_feed";

/// Keeps the feed of changes in step with the log.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServiceFeedReader;

#[async_trait]
impl Reader for ServiceFeedReader {
    fn name(&self) -> &'static str {
        FEED_READER
    }

    fn kinds(&self) -> &'static [&'static str] {
        &CHANGES
    }

    fn rest(&self) -> std::time::Duration {
        std::time::Duration::from_secs(2)
    }

    async fn handle(&self, tx: &mut Write, event: &Event) -> Result<()> {
        self.handle_all(tx, &[event]).await
    }

    /// Adds rows for those of `events` that are not in the feed already; rows and cursor change in one unit of work.
    async fn handle_all(&self, tx: &mut Write, events: &[&Event]) -> Result<()> {
        let last = feed::last(tx).await?;
        let passed = last.as_ref().map_or_else(LogPosition::default, place);
        let mut course = Course { number: last.map_or(0, |row| row.number), known: HashMap::new() };
        let new: Vec<&Event> = events.iter().copied().filter(|event| event.place > passed).collect();
        for event in &new {
            let service = event.stream.id;
            if !course.known.contains_key(&service)
                && let Some(row) = feed::last_of(tx, service).await?
            {
                course.known.insert(service, Known::of(&row)?);
            }
        }
        let rows = course.rows(tx, &new).await?;
        feed::add(tx, &rows).await
    }
}

/// The kinds of events that change what the public sees of a service.
const CHANGES: [&str; 3] = [SERVICE_PUBLISHED, SERVICE_WITHDRAWN, SERVICE_LINKED];

/// Whether an event of this kind does.
pub(super) fn is_change(kind: &str) -> bool {
    CHANGES.contains(&kind)
}

/// The event that a row was made of.
pub(super) const fn place(row: &Model) -> LogPosition {
    LogPosition { tx: row.log_tx, position: row.log_position }
}

/// What the feed has said of a service so far.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    revision: i64,
    /// Whether the public has seen it and still does.
    public: bool,
}

impl Known {
    /// As its newest row says.
    pub(super) fn of(row: &Model) -> Result<Self> {
        let kind: ChangeKind = row.kind.parse()?;
        let public = !matches!(kind, ChangeKind::Removed | ChangeKind::Hidden);
        Ok(Self { revision: row.revision, public })
    }
}

/// Goes through the log and says which rows its events make; the same for the reader and for a rebuild.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// The number of the last row.
    pub(super) number: i64,
    /// By service.
    pub(super) known: HashMap<Uuid, Known>,
}

impl Course {
    /// The rows of the next `events`.
    pub(super) async fn rows(&mut self, tx: &Read, events: &[&Event]) -> Result<Vec<Model>> {
        let mut facts = Vec::with_capacity(events.len());
        for event in events {
            facts.push((*event, event.read::<ServiceFact>()?));
        }
        let versions: Vec<(Uuid, i32)> = facts.iter().map(|(event, fact)| (event.stream.id, fact.version)).collect();
        let internal = feed::internal(tx, &versions).await?;
        let mut rows = Vec::with_capacity(facts.len());
        for (event, fact) in facts {
            let hidden = internal.get(&(event.stream.id, fact.version)).copied().unwrap_or(false);
            rows.push(self.row(event, fact, hidden)?);
        }
        Ok(rows)
    }

    fn row(&mut self, event: &Event, fact: ServiceFact, internal: bool) -> Result<Model> {
        let before = self.known.get(&event.stream.id).copied().unwrap_or(Known { revision: 1, public: false });
        let kind = kind_of(&event.kind, internal, before.public);
        self.number += 1;
        let row = Model {
            number: self.number,
            service: event.stream.id,
            code: fact.code,
            revision: before.revision + 1,
            version: fact.version,
            kind: kind.as_str().to_owned(),
            listed: kind != ChangeKind::Hidden,
            at: event.recorded_at,
            log_tx: event.place.tx,
            log_position: event.place.position,
        };
        self.known.insert(event.stream.id, Known::of(&row)?);
        Ok(row)
    }
}

/// What an event means to the public, which sees the service already or does not.
fn kind_of(event: &str, internal: bool, public: bool) -> ChangeKind {
    match (event, internal, public) {
        (_, true, true) => ChangeKind::Removed,
        (SERVICE_PUBLISHED, false, _) => ChangeKind::Published,
        (_, true, false) | (_, false, false) => ChangeKind::Hidden,
        (SERVICE_WITHDRAWN, false, true) => ChangeKind::Withdrawn,
        (_, false, true) => ChangeKind::Linked,
    }
}
