//! `durvis export`: everything of one kind, line by line, without loading it into memory.
use std::io::{BufWriter, Write as _};

use exchange::TableFormat;
use indicators::{Filter, Form, Month};
use kernel::Caller;
use storage::Database;

use crate::cli::{Exported, Format, Place};
use crate::failure::Failure;
use crate::open;

/// Writes to standard output.
pub async fn run(place: &Place, what: Exported, format: Format) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let written = write(&db, what, format).await;
    db.close().await?;
    written
}

async fn write(db: &Database, what: Exported, format: Format) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout());
    let table = match format {
        Format::Csv => TableFormat::Csv,
        Format::Jsonl => TableFormat::Jsonl,
        Format::Xes if what == Exported::Events => {
            exchange::export_xes(db, &mut out).await?;
            return Ok(out.flush()?);
        }
        Format::Xes => return Err(Failure { code: 2, text: "XES is a form for events only".to_owned() }),
    };
    match what {
        Exported::Cases => exchange::export_cases(db, table, &mut out).await?,
        Exported::Events => exchange::export_events(db, table, &mut out).await?,
        Exported::Indicators => {
            let form = if table == TableFormat::Csv { Form::Csv } else { Form::Jsonl };
            // Every month a date can have: imported cases may be old, and reported ones may lie ahead.
            let always = Filter::between(Month::new(1900, 1)?, Month::new(2200, 12)?);
            indicators::export_indicators(db, &Caller::engine(), &always, form, &mut out).await?
        }
    };
    Ok(out.flush()?)
}
