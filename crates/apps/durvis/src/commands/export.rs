//! `durvis export`: everything of one kind, line by line, without loading it into memory.
use std::io::{BufWriter, Write};

use ::cases::{Case, Outcome, export_page};
use ::indicators::{Filter, Form, Month, export_indicators};
use chrono::{DateTime, Utc};
use kernel::{Caller, Channel};
use serde::Serialize;
use storage::{Database, Event, LogPosition, events_after};

use crate::cli::{Exported, Format, Place};
use crate::failure::Failure;
use crate::open;

const PAGE: u64 = 1000;

/// Writes to standard output.
pub async fn run(place: &Place, what: Exported, format: Format) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let mut lines = Lines::new(BufWriter::new(std::io::stdout()), format);
    match what {
        Exported::Events => events(&db, &mut lines).await?,
        Exported::Cases => cases(&db, &mut lines).await?,
        Exported::Indicators => indicators(&db, format).await?,
    }
    lines.finish()?;
    Ok(db.close().await?)
}

/// One line of the event log.
#[derive(Serialize)]
struct EventLine<'a> {
    position: i64,
    stream: &'a str,
    stream_id: String,
    sequence: i64,
    kind: &'a str,
    version: i32,
    at: String,
    recorded_at: String,
    channel: &'a str,
    actor: String,
    data: String,
    hash: &'a str,
}

impl<'a> EventLine<'a> {
    fn new(event: &'a Event) -> Result<Self, Failure> {
        Ok(Self {
            position: event.place.position,
            stream: &event.stream.kind,
            stream_id: event.stream.id.to_string(),
            sequence: event.sequence,
            kind: &event.kind,
            version: event.version,
            at: event.at.to_rfc3339(),
            recorded_at: event.recorded_at.to_rfc3339(),
            channel: event.channel.as_str(),
            actor: serde_json::to_string(&event.actor).map_err(kernel::Error::from)?,
            data: event.data.to_string(),
            hash: &event.hash,
        })
    }
}

async fn events<W: Write>(db: &Database, lines: &mut Lines<W>) -> Result<(), Failure> {
    let mut after = LogPosition::default();
    loop {
        // A transaction a page: a long export must not hold back the database's housekeeping.
        let tx = db.read(&Caller::engine()).await?;
        let page = events_after(&tx, after, PAGE).await?;
        for event in &page {
            lines.write(&EventLine::new(event)?, &["actor", "data"])?;
        }
        match page.last() {
            Some(event) => after = event.place,
            None => return Ok(()),
        }
    }
}

/// One case: ids and facts, no names.
#[derive(Serialize)]
struct CaseLine {
    id: String,
    number: String,
    service: String,
    holder: String,
    handler: String,
    unit: Option<String>,
    channel: &'static str,
    receipt_channel: Option<&'static str>,
    state: &'static str,
    outcome: Option<&'static str>,
    submitted_at: String,
    due_at: String,
    decided_at: Option<String>,
    closed_at: Option<String>,
    overdue: bool,
    flags: String,
    revision: i64,
}

impl From<Case> for CaseLine {
    fn from(case: Case) -> Self {
        let time = |at: DateTime<Utc>| at.to_rfc3339();
        Self {
            id: case.id.to_string(),
            number: case.number.to_string(),
            service: case.service,
            holder: case.holder.to_string(),
            handler: case.handler.to_string(),
            unit: case.unit,
            channel: case.channel.as_str(),
            receipt_channel: case.receipt_channel.map(Channel::as_str),
            state: case.state.as_str(),
            outcome: case.outcome.map(Outcome::as_str),
            submitted_at: time(case.submitted_at),
            due_at: time(case.due_at),
            decided_at: case.decided_at.map(time),
            closed_at: case.closed_at.map(time),
            overdue: case.overdue,
            flags: case.flags.join(" "),
            revision: case.revision,
        }
    }
}

async fn cases<W: Write>(db: &Database, lines: &mut Lines<W>) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let tx = db.read(&Caller::engine()).await?;
        let page = export_page(&tx, after, PAGE).await?;
        match page.last() {
            Some(case) => after = Some(case.id),
            None => return Ok(()),
        }
        for case in page {
            lines.write(&CaseLine::from(case), &[])?;
        }
    }
}

/// By service, holder and month, as the platform itself sees them: nothing is hidden.
async fn indicators(db: &Database, format: Format) -> Result<(), Failure> {
    let form = match format {
        Format::Csv => Form::Csv,
        Format::Jsonl => Form::Jsonl,
    };
    let mut out = BufWriter::new(std::io::stdout());
    // Every month a date can have: imported cases may be old, and reported ones may lie ahead.
    let always = Filter::between(Month::new(1900, 1)?, Month::new(2200, 12)?);
    export_indicators(db, &Caller::engine(), &always, form, &mut out).await?;
    Ok(out.flush()?)
}

/// Writes records as CSV or as JSON lines.
pub enum Lines<W: Write> {
    /// With a header line.
    Csv(Box<csv::Writer<W>>),
    /// One object a line.
    Jsonl(W),
}

impl<W: Write> Lines<W> {
    /// Lines of this form.
    pub fn new(out: W, format: Format) -> Self {
        match format {
            Format::Csv => Self::Csv(Box::new(csv::Writer::from_writer(out))),
            Format::Jsonl => Self::Jsonl(out),
        }
    }

    /// Writes one record. `json` names the fields whose text is JSON: JSON lines carry them as values.
    pub fn write(&mut self, record: &impl Serialize, json: &[&str]) -> Result<(), Failure> {
        match self {
            Self::Csv(out) => out.serialize(record).map_err(csv_failure),
            Self::Jsonl(out) => {
                let mut value = serde_json::to_value(record).map_err(kernel::Error::from)?;
                for name in json {
                    if let Some(field) = value.get_mut(*name)
                        && let Some(text) = field.as_str()
                    {
                        *field = serde_json::from_str(text).map_err(kernel::Error::from)?;
                    }
                }
                Ok(writeln!(out, "{value}")?)
            }
        }
    }

    /// Writes what is left.
    pub fn finish(self) -> Result<(), Failure> {
        match self {
            Self::Csv(mut out) => Ok(out.flush()?),
            Self::Jsonl(mut out) => Ok(out.flush()?),
        }
    }
}

fn csv_failure(error: csv::Error) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        other => Failure::work(format!("{other:?}")),
    }
}
