//! `durvis export`: everything of one kind, line by line, without loading it into memory.
use std::io::{BufWriter, Write};

use kernel::Caller;
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
        Exported::Cases | Exported::Indicators => return Err(Failure::work("not built in yet")),
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
