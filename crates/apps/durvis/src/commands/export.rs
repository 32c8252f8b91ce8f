//! `durvis export`: everything of one kind, line by line, without loading it into memory.
use std::io::{BufWriter, Write};

use config::Config;
use exchange::{Dump, DumpFormat, TableFormat};
use indicators::{Filter, Form, Month};
use kernel::Caller;
use storage::Database;

use crate::cli::{Exported, Format, Place};
use crate::failure::Failure;
use crate::{app, open};

/// Writes to standard output.
pub async fn run(place: &Place, what: Exported, format: Format) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let written = write(&db, &config, what, format).await;
    db.close().await?;
    written
}

async fn write(db: &Database, config: &Config, what: Exported, format: Format) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout());
    let table = if format == Format::Csv { TableFormat::Csv } else { TableFormat::Jsonl };
    match (what, format) {
        (Exported::Services, _) => services(db, config, format, &mut out).await?,
        (Exported::Events, Format::Xes) => _ = exchange::export_xes(db, &mut out).await?,
        (_, Format::Xes) => return Err(wrong("XES is a form for events only")),
        (_, Format::Ttl) => return Err(wrong("TTL is a form for services only")),
        (Exported::Cases, _) => _ = exchange::export_cases(db, table, &mut out).await?,
        (Exported::Events, _) => _ = exchange::export_events(db, table, &mut out).await?,
        (Exported::Indicators, _) => {
            let form = if table == TableFormat::Csv { Form::Csv } else { Form::Jsonl };
            // Every month a date can have: imported cases may be old, and reported ones may lie ahead.
            let always = Filter::between(Month::new(1900, 1)?, Month::new(2200, 12)?);
            indicators::export_indicators(db, &Caller::engine(), &always, form, &mut out).await?;
        }
    }
    Ok(out.flush()?)
}

fn wrong(text: &str) -> Failure {
    Failure { code: 2, text: text.to_owned() }
}

/// The open data, as the interface gives them.
async fn services(db: &Database, config: &Config, format: Format, out: &mut impl Write) -> Result<(), Failure> {
    let form = match format {
        Format::Csv => DumpFormat::Csv,
        Format::Jsonl => DumpFormat::Jsonl(api::service_line),
        Format::Ttl => DumpFormat::Turtle,
        Format::Xes => return Err(wrong("XES is a form for events only")),
    };
    let base_url = config.server.base_url.clone().unwrap_or_else(|| format!("http://{}", config.server.listen));
    let mut dump = Dump::new(db.clone(), app::open_data(config, &base_url)?, form);
    while let Some(part) = dump.next().await? {
        out.write_all(&part)?;
    }
    Ok(())
}
