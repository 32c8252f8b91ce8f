//! `durvis rebuild indicators [--check]`: counts the whole log again and compares.
//!
//! Most of the log is counted without holding anything up. Then the live reader's cursor is locked, the rest up to
//! where it stands is counted, and stored and recomputed counts are compared in that unit of work: the reader can be at
//! work in this or another process all the time. A rebuild that is more than a check goes on to the end of the log,
//! replaces the table and moves the cursor there.

use crate::cells::{Cells, add_event, totals};
use crate::reader::READER;
use crate::store;
use kernel::{Caller, Result};
use storage::{Database, LogPosition, Read, events_after, head_of_log, reader_states};

/// Events or counts read at a time.
const BATCH: u64 = 2_000;

/// What a rebuild found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RebuildReport {
    /// Events counted.
    pub events: u64,
    /// The last place of the log that is counted; the live reader stands there now.
    pub through: LogPosition,
    /// Whether events wait behind that place: the live reader will count them.
    pub behind: bool,
    /// Counts recomputed from the log.
    pub cells: u64,
    /// Counts that were wrong in the table, as far as the live reader had read.
    pub differing: Vec<Difference>,
    /// Whether the table was replaced.
    pub replaced: bool,
}

impl RebuildReport {
    /// Whether the table was equal to the recomputation.
    #[must_use]
    pub fn is_equal(&self) -> bool {
        self.differing.is_empty()
    }
}

/// A count that is not what the log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The count: service, holder, month, measure, dimension.
    pub cell: String,
    /// In the table.
    pub stored: Option<i64>,
    /// By the log.
    pub computed: Option<i64>,
}

/// Counts the log again. With `check_only` it changes nothing; else it puts right what differs and counts what the live
/// reader has not read yet.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn rebuild(db: &Database, check_only: bool) -> Result<RebuildReport> {
    let mut count = Count::default();
    let start = stands_at(&db.read(&Caller::engine()).await?).await?;
    while count.through < start {
        let tx = db.read(&Caller::engine()).await?;
        if !count.batch(&tx, start).await? {
            break;
        }
    }

    let mut tx = db.write_patiently(&Caller::engine()).await?;
    let end = tx.lock_reader(READER).await?;
    while count.through < end && count.batch(&tx, end).await? {}
    let mut differing = differences(&tx, &count.cells).await?;
    differing.extend(differences_of_months(&tx, &count.cells).await?);
    let head = head_of_log(&tx).await?.max(end);
    let replaced = !check_only && (!differing.is_empty() || end < head);
    if replaced {
        while count.through < head && count.batch(&tx, head).await? {}
        store::replace_all(&tx, &count.cells).await?;
        store::months::replace(&tx, &count.cells).await?;
        store::set(&tx, head).await?;
        tx.move_reader(READER, head).await?;
        tx.commit().await?;
    }
    let (events, cells) = (count.events, count.cells.len() as u64);
    let through = if replaced { head } else { end };
    Ok(RebuildReport { events, through, behind: through < head, cells, differing, replaced })
}

async fn stands_at(tx: &Read) -> Result<LogPosition> {
    let states = reader_states(tx).await?;
    Ok(states.into_iter().find(|state| state.name == READER).map_or_else(LogPosition::default, |state| state.at))
}

#[derive(Default)]
struct Count {
    through: LogPosition,
    events: u64,
    cells: Cells,
}

impl Count {
    /// Counts the next events, none behind `end`; `false` when there were none.
    async fn batch(&mut self, tx: &Read, end: LogPosition) -> Result<bool> {
        let events = events_after(tx, self.through, BATCH).await?;
        for event in events.iter().filter(|event| event.place <= end) {
            add_event(&mut self.cells, event);
            self.events += 1;
        }
        self.through = events.last().map_or(end, |last| last.place.min(end));
        Ok(!events.is_empty())
    }
}

/// Compares the table with the recomputation; a count of nought is the same as none.
async fn differences(tx: &Read, computed: &Cells) -> Result<Vec<Difference>> {
    let mut left: Cells = computed.clone();
    let mut differing = Vec::new();
    let mut last = None;
    loop {
        let rows = store::all_after(tx, last.as_ref(), BATCH).await?;
        for row in &rows {
            let computed = row.key().and_then(|key| left.remove(&key));
            if computed.unwrap_or(0) != row.value {
                differing.push(Difference { cell: row.name(), stored: Some(row.value), computed });
            }
        }
        match rows.into_iter().next_back() {
            Some(row) => last = Some(row),
            None => break,
        }
    }
    for (key, value) in left {
        let holder = key.holder;
        let cell = format!("{} {holder} {} {} {}", key.service, key.month, key.measure.as_str(), key.dimension);
        differing.push(Difference { cell, stored: None, computed: Some(value) });
    }
    Ok(differing)
}

/// The same of the counts of all services together.
async fn differences_of_months(tx: &Read, computed: &Cells) -> Result<Vec<Difference>> {
    let mut left = totals(computed);
    let mut differing = Vec::new();
    for row in store::months::all(tx).await? {
        let computed = row.key().and_then(|key| left.remove(&key));
        if computed.unwrap_or(0) != row.value {
            differing.push(Difference { cell: row.name(), stored: Some(row.value), computed });
        }
    }
    for ((month, measure, dimension), value) in left.into_iter().filter(|(_, value)| *value != 0) {
        let cell = format!("all services {month} {} {dimension}", measure.as_str());
        differing.push(Difference { cell, stored: None, computed: Some(value) });
    }
    Ok(differing)
}
