//! Measures the built binary from outside: see the README.
mod bare;
mod demo;
mod fill;
mod finding;
mod fulltext;
mod http;
mod pages;
mod place;
mod report;
mod server;
mod submissions;
mod texts;
mod weight;

use std::error::Error;
use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use demo::Application;
use place::Place;
use report::Report;

type Failure = Box<dyn Error + Send + Sync>;

/// Measures durvis and writes one JSON object a line.
#[derive(Parser)]
struct Options {
    /// The binary to measure; the one beside this program when not given
    #[arg(long)]
    durvis: Option<PathBuf>,
    /// Where the lines go
    #[arg(long, default_value = "target/bench.jsonl")]
    out: PathBuf,
    /// Small sizes: shows that everything works, not how fast it is
    #[arg(long)]
    quick: bool,
    /// Only this database: sqlite or postgres
    #[arg(long)]
    db: Option<String>,
    /// Only this part: `search`, or `cases` for everything else
    #[arg(long)]
    only: Option<String>,
}

/// How much is measured.
#[derive(Clone, Copy)]
struct Sizes {
    time: Duration,
    cases: [u64; 2],
    pages: usize,
    services: usize,
    queries: usize,
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let options = Options::parse();
    let sizes = if options.quick {
        Sizes { time: Duration::from_secs(2), cases: [100, 500], pages: 50, services: 2_000, queries: 50 }
    } else {
        Sizes { time: Duration::from_secs(6), cases: [1_000, 100_000], pages: 1_000, services: 100_000, queries: 1_000 }
    };
    let binary = match options.durvis {
        Some(path) => path,
        None => std::env::current_exe()?.with_file_name("durvis"),
    };
    let mut report = Report::new(&options.out)?;
    let wanted = |db: &str| options.db.as_deref().is_none_or(|only| only == db);
    let part = |name: &str| options.only.as_deref().is_none_or(|only| only == name);
    if part("search") {
        finding::measure(&Place::sqlite(&binary)?, sizes.services, sizes.queries, &mut report).await?;
    }
    if !part("cases") {
        return Ok(());
    }
    if wanted("sqlite") {
        measure(&Place::sqlite(&binary)?, sizes, &mut report).await?;
    }
    if wanted("postgres") {
        measure(&Place::postgres(&binary)?, sizes, &mut report).await?;
    }
    Ok(())
}

async fn measure(place: &Place, sizes: Sizes, report: &mut Report) -> Result<(), Failure> {
    let server = place.serve().await?;
    report.add("start/empty", place.db, server.start.as_secs_f64() * 1000.0, "ms")?;
    let application = Application::of(&server.host).await?;
    if place.db == "sqlite" {
        weight::measure(&server, report).await?;
    }
    server.stop()?;
    place.resident_when_idle("existing", report).await?;
    submissions::measure(place, sizes.time, report).await?;
    let mut smaller = None;
    for cases in sizes.cases {
        fill::fill(place, &application, cases, report).await?;
        let server = place.serve().await?;
        fill::wait_for_readers(place, &server, cases, report).await?;
        let times = pages::measure(&server, (place.db, cases), sizes.pages, smaller.as_ref(), report).await?;
        smaller.get_or_insert((cases, times));
        report.add(&format!("resident-after-work/{cases}"), place.db, server.resident()?, "MiB")?;
        server.stop()?;
        place.resident_when_idle(&cases.to_string(), report).await?;
    }
    Ok(())
}
