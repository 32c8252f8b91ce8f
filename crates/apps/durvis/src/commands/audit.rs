//! `durvis audit verify`.
use std::io::{IsTerminal as _, Write as _};

use kernel::Caller;
use storage::{Break, BreakKind, verify_log};

use crate::cli::Place;
use crate::commands::said::said;
use crate::failure::Failure;
use crate::open;

/// Recomputes every chain; fails when one is broken.
pub async fn verify(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let tx = db.read(&Caller::engine()).await?;
    let terminal = std::io::stderr().is_terminal();
    let report = verify_log(&tx, |events| {
        if terminal {
            let _ = write!(std::io::stderr(), "\r{events} events");
        }
    })
    .await?;
    drop(tx);
    let mut out = said();
    if terminal {
        writeln!(std::io::stderr(), "\r")?;
    }
    writeln!(out, "streams  {}\nevents   {}", report.streams, report.events)?;
    for broken in &report.breaks {
        writeln!(out, "broken   {}", line(broken))?;
    }
    db.close().await?;
    if report.breaks.is_empty() {
        writeln!(out, "every chain is whole")?;
        return Ok(());
    }
    Err(Failure::work(format!("{} chain(s) broken; the first: {}", report.breaks.len(), line(&report.breaks[0]))))
}

fn line(broken: &Break) -> String {
    let what = match broken.kind {
        BreakKind::Altered => "altered after it was written",
        BreakKind::OutOfSequence => {
            "out of sequence: an entry is missing before it, it was put in, or it was moved in the log"
        }
        BreakKind::WrongEnd => "the end of the stream is not the recorded one",
        BreakKind::UnknownStream => "belongs to a stream that was never opened",
    };
    let position = broken.position.map_or_else(|| "no position".to_owned(), |p| format!("position {p}"));
    format!("{} {} entry {} ({position}): {what}", broken.stream.kind, broken.stream.id, broken.sequence)
}
