//! `durvis rebuild feed [--check]`: makes the feed of changes again from the log and compares.
//!
//! Most of the log is compared in short readings: rows are only ever added. Then the reader's cursor is locked and the
//! rest is compared in that unit of work, so the platform may run all the time.

use super::feed::{Course, FEED_READER, is_change};
use crate::store::feed;
use kernel::{Caller, Result};
use storage::{Database, Event, LogPosition, Read, events_after, head_of_log, reader_states};

/// Events read at a time.
const BATCH: u64 = 1_000;

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedReport {
    /// Events read.
    pub events: u64,
    /// Rows that the log makes.
    pub rows: u64,
    /// Numbers of rows that differ, the first hundred.
    pub differing: Vec<i64>,
    /// Whether the table was replaced.
    pub replaced: bool,
}

impl FeedReport {
    /// Whether the feed was what the log says.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.differing.is_empty()
    }
}

/// Compares the feed with the log; unless `check_only` puts right what differs and reads on to the end of the log.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild_feed(db: &Database, check_only: bool) -> Result<FeedReport> {
    let mut check = Check::default();
    let start = stands_at(&db.read(&Caller::engine()).await?).await?;
    while check.through < start {
        let tx = db.read(&Caller::engine()).await?;
        if !check.batch(&tx, start).await? {
            break;
        }
    }
    let mut tx = db.write_patiently(&Caller::engine()).await?;
    let end = tx.lock_reader(FEED_READER).await?;
    while check.through < end && check.batch(&tx, end).await? {}
    check.surplus(&tx).await?;
    let head = head_of_log(&tx).await?.max(end);
    let mut report = check.report();
    if !check_only && (!report.is_equal() || end < head) {
        let (events, rows) = replace(&tx, head).await?;
        tx.move_reader(FEED_READER, head).await?;
        tx.commit().await?;
        report = FeedReport { events, rows, replaced: true, ..report };
    }
    Ok(report)
}

async fn stands_at(tx: &Read) -> Result<LogPosition> {
    let states = reader_states(tx).await?;
    Ok(states.into_iter().find(|state| state.name == FEED_READER).map_or_else(LogPosition::default, |state| state.at))
}

/// Events that make rows, none behind `end`; and where the log was read to, none when there is no more.
async fn next(tx: &Read, after: LogPosition, end: LogPosition) -> Result<Option<(Vec<Event>, u64, LogPosition)>> {
    let mut events = events_after(tx, after, BATCH).await?;
    let Some(last) = events.last().map(|last| last.place.min(end)) else { return Ok(None) };
    events.retain(|event| event.place <= end);
    let read = events.len() as u64;
    events.retain(|event| is_change(&event.kind));
    Ok(Some((events, read, last)))
}

#[derive(Default)]
struct Check {
    through: LogPosition,
    events: u64,
    course: Course,
    differing: Vec<i64>,
}

impl Check {
    /// Compares the rows of the next events; `false` when there were none.
    async fn batch(&mut self, tx: &Read, end: LogPosition) -> Result<bool> {
        let Some((events, read, through)) = next(tx, self.through, end).await? else { return Ok(false) };
        let begun = self.course.number;
        let rows = self.course.rows(tx, &events.iter().collect::<Vec<_>>()).await?;
        let stored = feed::after(tx, begun, rows.len() as u64).await?;
        for (place, row) in rows.iter().enumerate() {
            if stored.get(place) != Some(row) {
                self.note(row.number);
            }
        }
        self.events += read;
        self.through = through;
        Ok(true)
    }

    /// Rows that the log knows nothing of.
    async fn surplus(&mut self, tx: &Read) -> Result<()> {
        for row in feed::after(tx, self.course.number, BATCH).await? {
            self.note(row.number);
        }
        Ok(())
    }

    fn note(&mut self, number: i64) {
        if self.differing.len() < 100 {
            self.differing.push(number);
        }
    }

    fn report(self) -> FeedReport {
        let rows = u64::try_from(self.course.number).unwrap_or_default();
        FeedReport { events: self.events, rows, differing: self.differing, replaced: false }
    }
}

/// Writes the feed anew up to `head`; returns how many events were read and how many rows they made.
async fn replace(tx: &storage::Write, head: LogPosition) -> Result<(u64, u64)> {
    feed::clear(tx).await?;
    let (mut course, mut after, mut total) = (Course::default(), LogPosition::default(), 0);
    while after < head {
        let Some((events, read, through)) = next(tx, after, head).await? else { break };
        total += read;
        let rows = course.rows(tx, &events.iter().collect::<Vec<_>>()).await?;
        feed::add(tx, &rows).await?;
        after = through;
    }
    Ok((total, u64::try_from(course.number).unwrap_or_default()))
}
