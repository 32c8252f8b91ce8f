//! `durvis rebuild`: projections from what they are made of.
use std::io::Write as _;
use std::time::Instant;

use catalogue::SearchIndex;
use kernel::Caller;
use search::Location;

use crate::cli::Place;
use crate::failure::Failure;
use crate::open;

/// Counts the whole log again; with `check` it only says whether the table is equal.
pub async fn indicators(place: &Place, check: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let report = indicators::rebuild(&db, check).await?;
    db.close().await?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "events      {}\ncounts      {}\ndiffering   {}",
        report.events,
        report.cells,
        report.differing.len()
    )?;
    for difference in &report.differing {
        let shown = |value: Option<i64>| value.map_or_else(|| "none".to_owned(), |v| v.to_string());
        writeln!(
            out,
            "  {}: {} in the table, {} by the log",
            difference.cell,
            shown(difference.stored),
            shown(difference.computed)
        )?;
    }
    if report.behind {
        writeln!(out, "some events wait to be counted: the running platform does that")?;
    }
    match (report.is_equal(), report.replaced) {
        (true, _) => Ok(writeln!(out, "the indicators equal a recomputation from the log")?),
        (false, true) => Ok(writeln!(out, "the table was replaced by what the log says")?),
        (false, false) => {
            Err(Failure::work("the indicators differ from the log; `durvis rebuild indicators` replaces them"))
        }
    }
}

/// Builds the index from the catalogue. Every process keeps its own in memory and builds it at its start, so this shows
/// that it can be built and how long that takes.
pub async fn search(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let begun = Instant::now();
    let index = SearchIndex::open(Location::Ram)?;
    let tx = db.read(&Caller::engine()).await?;
    let count = index.rebuild(&tx).await?;
    drop(tx);
    writeln!(std::io::stdout().lock(), "{count} services indexed in {} ms", begun.elapsed().as_millis())?;
    Ok(db.close().await?)
}

/// Compares all services anew and says how long that took.
pub async fn similar(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::current_database(&config).await?;
    let begun = Instant::now();
    let report = catalogue::rebuild_similar(&db, |_| ()).await?;
    writeln!(
        std::io::stdout().lock(),
        "{} services compared, {} pairs alike, in {} ms",
        report.services,
        report.pairs,
        begun.elapsed().as_millis()
    )?;
    Ok(db.close().await?)
}
