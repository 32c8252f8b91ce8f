//! Cases as lines.

use super::PAGE;
use crate::TableFormat;
use crate::neutral::{csv_line, json_line};
use cases::Case;
use chrono::{DateTime, Utc};
use kernel::{Caller, Result};
use serde::Serialize;
use std::io::Write;
use storage::Database;

/// A case as a line.
#[derive(Serialize)]
struct Line<'c> {
    id: String,
    number: &'c str,
    service: &'c str,
    holder: String,
    handler: String,
    unit: Option<&'c str>,
    channel: &'static str,
    receipt_channel: Option<&'static str>,
    state: &'static str,
    outcome: Option<&'static str>,
    submitted_at: DateTime<Utc>,
    due_at: DateTime<Utc>,
    decided_at: Option<DateTime<Utc>>,
    closed_at: Option<DateTime<Utc>>,
    overdue: bool,
    flags: &'c [String],
    revision: i64,
}

const HEADING: [&str; 17] = [
    "id",
    "number",
    "service",
    "holder",
    "handler",
    "unit",
    "channel",
    "receipt_channel",
    "state",
    "outcome",
    "submitted_at",
    "due_at",
    "decided_at",
    "closed_at",
    "overdue",
    "flags",
    "revision",
];

/// Writes every case; returns how many.
///
/// # Errors
/// Unavailable `export-write` when `out` cannot be written, or when the database cannot be reached.
pub async fn export_cases(db: &Database, format: TableFormat, mut out: &mut (dyn Write + Send)) -> Result<u64> {
    if format == TableFormat::Csv {
        csv_line(&mut out, &HEADING)?;
    }
    let (mut after, mut written) = (None, 0);
    loop {
        let tx = db.read(&Caller::engine()).await?;
        let page = cases::export_page(&tx, after, PAGE).await?;
        drop(tx);
        let Some(last) = page.last() else { return Ok(written) };
        after = Some(last.id);
        for case in &page {
            write(&Line::new(case), format, &mut out)?;
            written += 1;
        }
    }
}

impl<'c> Line<'c> {
    fn new(case: &'c Case) -> Self {
        Self {
            id: case.id.to_string(),
            number: case.number.as_str(),
            service: &case.service,
            holder: case.holder.to_string(),
            handler: case.handler.to_string(),
            unit: case.unit.as_deref(),
            channel: case.channel.as_str(),
            receipt_channel: case.receipt_channel.map(kernel::Channel::as_str),
            state: case.state.as_str(),
            outcome: case.outcome.map(cases::Outcome::as_str),
            submitted_at: case.submitted_at,
            due_at: case.due_at,
            decided_at: case.decided_at,
            closed_at: case.closed_at,
            overdue: case.overdue,
            flags: &case.flags,
            revision: case.revision,
        }
    }
}

fn write(line: &Line<'_>, format: TableFormat, out: &mut impl Write) -> Result<()> {
    if format == TableFormat::Jsonl {
        return json_line(out, line);
    }
    let time = |time: Option<DateTime<Utc>>| time.map_or_else(String::new, |time| time.to_rfc3339());
    csv_line(
        out,
        &[
            &line.id,
            line.number,
            line.service,
            &line.holder,
            &line.handler,
            line.unit.unwrap_or_default(),
            line.channel,
            line.receipt_channel.unwrap_or_default(),
            line.state,
            line.outcome.unwrap_or_default(),
            &line.submitted_at.to_rfc3339(),
            &line.due_at.to_rfc3339(),
            &time(line.decided_at),
            &time(line.closed_at),
            if line.overdue { "true" } else { "false" },
            &line.flags.join(" "),
            &line.revision.to_string(),
        ],
    )
}
