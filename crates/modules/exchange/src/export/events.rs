//! The event log as lines.

use super::PAGE;
use crate::TableFormat;
use crate::neutral::{csv_line, json_line};
use chrono::{DateTime, Utc};
use kernel::{Caller, Result};
use serde::Serialize;
use std::io::Write;
use storage::{Actor, Database, Event, LogPosition, events_after};

/// An event as a line.
#[derive(Serialize)]
struct Line<'e> {
    position: i64,
    stream: &'e str,
    stream_id: String,
    sequence: i64,
    kind: &'e str,
    version: i32,
    at: DateTime<Utc>,
    recorded_at: DateTime<Utc>,
    channel: &'static str,
    actor: &'e Actor,
    data: &'e serde_json::Value,
    hash: &'e str,
}

const HEADING: [&str; 12] = [
    "position",
    "stream",
    "stream_id",
    "sequence",
    "kind",
    "version",
    "at",
    "recorded_at",
    "channel",
    "actor",
    "data",
    "hash",
];

/// Writes every event in the order of the log; returns how many.
///
/// # Errors
/// Unavailable `export-write` when `out` cannot be written, or when the database cannot be reached.
pub async fn export_events(db: &Database, format: TableFormat, mut out: &mut (dyn Write + Send)) -> Result<u64> {
    if format == TableFormat::Csv {
        csv_line(&mut out, &HEADING)?;
    }
    let (mut after, mut written) = (LogPosition::default(), 0);
    loop {
        let tx = db.read(&Caller::engine()).await?;
        let page = events_after(&tx, after, PAGE).await?;
        drop(tx);
        let Some(last) = page.last() else { return Ok(written) };
        after = last.place;
        for event in &page {
            write(&Line::new(event), format, &mut out)?;
            written += 1;
        }
    }
}

impl<'e> Line<'e> {
    fn new(event: &'e Event) -> Self {
        Self {
            position: event.place.position,
            stream: &event.stream.kind,
            stream_id: event.stream.id.to_string(),
            sequence: event.sequence,
            kind: &event.kind,
            version: event.version,
            at: event.at,
            recorded_at: event.recorded_at,
            channel: event.channel.as_str(),
            actor: &event.actor,
            data: &event.data,
            hash: &event.hash,
        }
    }
}

fn write(line: &Line<'_>, format: TableFormat, out: &mut impl Write) -> Result<()> {
    if format == TableFormat::Jsonl {
        return json_line(out, line);
    }
    csv_line(
        out,
        &[
            &line.position.to_string(),
            line.stream,
            &line.stream_id,
            &line.sequence.to_string(),
            line.kind,
            &line.version.to_string(),
            &line.at.to_rfc3339(),
            &line.recorded_at.to_rfc3339(),
            line.channel,
            &serde_json::to_string(line.actor)?,
            &line.data.to_string(),
            line.hash,
        ],
    )
}
