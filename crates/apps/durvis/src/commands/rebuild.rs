//! `durvis rebuild`: projections from what they are made of.
use std::io::Write as _;
use std::time::Instant;

use catalogue::SearchIndex;
use kernel::Caller;
use search::Location;

use crate::app;
use crate::cli::Place;
use crate::commands::said::said;
use crate::failure::Failure;
use crate::open;

/// Counts the whole log again; with `check` it only says whether the table is equal.
pub async fn indicators(place: &Place, check: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let report = indicators::rebuild(&db, check).await?;
    db.close().await?;
    let mut out = said();
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

/// Most differing services that are named one by one.
const NAMED: usize = 20;

/// Judges every service description again; with `check` it only says whether what is kept is equal.
pub async fn quality(place: &Place, check: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let begun = Instant::now();
    let report = catalogue::rebuild_quality(&db, check).await?;
    db.close().await?;
    let mut out = said();
    writeln!(
        out,
        "services    {}\ndiffering   {}\nholders     {} with other sums\ntook        {} ms",
        report.services,
        report.differing.len(),
        report.holders_differing,
        begun.elapsed().as_millis()
    )?;
    for difference in report.differing.iter().take(NAMED) {
        let stored = difference.stored.map_or_else(|| "none".to_owned(), |score| score.to_string());
        writeln!(out, "  {}: {stored} in the table, {} by the rules", difference.code, difference.computed)?;
    }
    if report.behind {
        writeln!(out, "some events wait to be read: the running platform does that")?;
    }
    match (report.is_equal(), check) {
        (true, _) => Ok(writeln!(out, "the scores equal a recomputation from the register")?),
        (false, false) => Ok(writeln!(out, "the scores were replaced by what the rules say")?),
        (false, true) => {
            Err(Failure::work("the scores differ from the register; `durvis rebuild quality` replaces them"))
        }
    }
}

/// Makes the categories anew where they are not what the descriptions say; with `check` it only says so.
pub async fn categories(place: &Place, check: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let report = if check {
        catalogue::check_categories(&db.read(&Caller::engine()).await?).await?
    } else {
        let mut tx = db.write_patiently(&Caller::engine()).await?;
        let report = catalogue::check_categories(&tx).await?;
        if !report.is_equal() {
            catalogue::rebuild_categories(&mut tx).await?;
        }
        tx.commit().await?;
        report
    };
    db.close().await?;
    let mut out = said();
    writeln!(
        out,
        "services    {}\ndiffering   {}\nnumbers     {} differing\nsurplus     {}",
        report.services,
        report.differing.len(),
        report.counts_differing.len(),
        report.surplus
    )?;
    for code in report.differing.iter().take(NAMED) {
        writeln!(out, "  {code}")?;
    }
    match (report.is_equal(), check) {
        (true, _) => Ok(writeln!(out, "the categories equal what the descriptions say")?),
        (false, false) => Ok(writeln!(out, "the categories were made again from the descriptions")?),
        (false, true) => Err(Failure::work(
            "the categories differ from the descriptions; `durvis rebuild categories` makes them again",
        )),
    }
}

/// Builds the search index of every process again: at once where no process uses it, by the process that does where one
/// runs. Says which of the two, and how long it took.
pub async fn search(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let folder = config.storage.data_dir.join(app::SEARCH);
    let mut out = said();
    let kept = search::own_folders(&folder)?;
    let locations = match kept.as_slice() {
        [] => vec![Location::Own(folder)],
        kept => kept.iter().cloned().map(Location::Dir).collect(),
    };
    for location in locations {
        let begun = Instant::now();
        match (SearchIndex::open(location.clone()), &location) {
            (Ok(index), _) => {
                let count = index.rebuild(&db.read(&Caller::engine()).await?).await?;
                writeln!(out, "{count} services indexed in {} ms", begun.elapsed().as_millis())?;
            }
            (Err(_), Location::Dir(folder)) => {
                search::ask_for_rebuild(folder)?;
                writeln!(out, "{} is in use: its process builds it again within a second", folder.display())?;
            }
            (Err(error), _) => return Err(error.into()),
        }
    }
    drop(out);
    Ok(db.close().await?)
}

/// Makes the feed of changes again from the log; with `check` it only says whether the table is equal.
pub async fn feed(place: &Place, check: bool) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let report = catalogue::rebuild_feed(&db, check).await?;
    db.close().await?;
    let mut out = said();
    writeln!(out, "events      {}\nrows        {}", report.events, report.rows)?;
    let numbers: Vec<String> = report.differing.iter().map(ToString::to_string).collect();
    if !numbers.is_empty() {
        writeln!(out, "differing   {}", numbers.join(" "))?;
    }
    match (report.is_equal(), report.replaced) {
        (true, false) => Ok(writeln!(out, "the feed equals what the log says")?),
        (_, true) => Ok(writeln!(out, "the feed was made again from the log")?),
        (false, false) => Err(Failure::work("the feed differs from the log; `durvis rebuild feed` makes it again")),
    }
}

/// Compares all services anew and says how long that took.
pub async fn similar(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let begun = Instant::now();
    let report = catalogue::rebuild_similar(&db, |_| ()).await?;
    writeln!(
        said(),
        "{} services compared, {} pairs alike, in {} ms",
        report.services,
        report.pairs,
        begun.elapsed().as_millis()
    )?;
    Ok(db.close().await?)
}

/// Makes the directory of staff anew and says how many roles it holds.
pub async fn staff(place: &Place) -> Result<(), Failure> {
    let config = open::configuration(place, None)?;
    let db = open::existing_database(&config).await?;
    let roles = identity::rebuild_staff(&db).await?;
    writeln!(said(), "{roles} roles can be found")?;
    Ok(db.close().await?)
}
