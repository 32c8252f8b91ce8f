//! Measures the built binary from outside: see the README.
mod bare;
mod demo;
mod http;
mod report;
mod server;
mod weight;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;
use demo::{Application, Browser, Until, apply};
use report::Report;
use server::Server;
use test_support::TestPostgres;

type Failure = Box<dyn Error + Send + Sync>;

/// Measures durvis and writes one JSON object a line.
#[derive(Parser)]
struct Options {
    /// The binary to measure
    #[arg(long)]
    durvis: PathBuf,
    /// Where the lines go
    #[arg(long, default_value = "target/bench.jsonl")]
    out: PathBuf,
    /// Small sizes: shows that everything works, not how fast it is
    #[arg(long)]
    quick: bool,
    /// Only this database: sqlite or postgres
    #[arg(long)]
    db: Option<String>,
}

/// How much is measured.
#[derive(Clone, Copy)]
struct Sizes {
    time: Duration,
    small: u64,
    large: u64,
    pages: usize,
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failure> {
    let options = Options::parse();
    let sizes = if options.quick {
        Sizes { time: Duration::from_millis(500), small: 50, large: 200, pages: 20 }
    } else {
        Sizes { time: Duration::from_secs(6), small: 1_000, large: 100_000, pages: 400 }
    };
    let mut report = Report::new(&options.out)?;
    let wanted = |db: &str| options.db.as_deref().is_none_or(|only| only == db);
    if wanted("sqlite") {
        measure(&options.durvis, "sqlite", None, sizes, &mut report).await?;
    }
    if wanted("postgres") {
        let cluster = TestPostgres::start();
        measure(&options.durvis, "postgres", Some(cluster.fresh_database()), sizes, &mut report).await?;
    }
    Ok(())
}

async fn measure(
    binary: &Path,
    db: &str,
    database: Option<String>,
    sizes: Sizes,
    report: &mut Report,
) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let url = database.clone().unwrap_or_else(|| format!("sqlite://{}", folder.path().join("durvis.db").display()));
    let server = Server::start(binary, folder.path(), database.as_deref()).await?;
    report.add("start/empty", db, server.start.as_secs_f64() * 1000.0, "ms")?;
    report.add("resident/idle", db, server.resident()?, "MiB")?;
    if database.is_none() {
        weight::measure(&server.host, report).await?;
    }
    let mut server = submissions(server, binary, folder.path(), database.as_deref(), &url, db, sizes, report).await?;
    for cases in [sizes.small, sizes.large] {
        let application = Application::of(&server.host).await?;
        let mut officer = Browser::sign_in(&server.host, "officer").await?;
        let (_, last) = apply(&server.host, &application, 8, Until::Count(cases)).await?;
        pages(&mut officer, &last, &format!("{cases}"), db, sizes, report).await?;
        report.add(&format!("resident/{cases}"), db, server.resident()?, "MiB")?;
    }
    server.stop()?;
    server = Server::start(binary, folder.path(), database.as_deref()).await?;
    report.add(&format!("start/{}", sizes.large), db, server.start.as_secs_f64() * 1000.0, "ms")?;
    server.stop()?;
    Ok(())
}

/// Submissions over HTTP and as bare SQL in turns, on the same database; the better of two rounds of each counts.
#[expect(clippy::too_many_arguments, reason = "one measurement with all it stands on")]
async fn submissions(
    mut server: Server,
    binary: &Path,
    folder: &Path,
    database: Option<&str>,
    url: &str,
    db: &str,
    sizes: Sizes,
    report: &mut Report,
) -> Result<Server, Failure> {
    for clients in [1_u32, 8] {
        let (mut over_http, mut bare) = (0.0_f64, 0.0_f64);
        for _ in 0..2 {
            let application = Application::of(&server.host).await?;
            // A short run first, so that caches and connections are as in the middle of a day.
            apply(&server.host, &application, u64::from(clients), Until::Time(sizes.time / 6)).await?;
            let (rate, _) = apply(&server.host, &application, u64::from(clients), Until::Time(sizes.time)).await?;
            over_http = over_http.max(rate);
            server.stop()?;
            bare = bare.max(bare::rate(url, clients, sizes.time, &application.body).await?);
            server = Server::start(binary, folder, database).await?;
        }
        report.beside(&format!("submissions/{clients}"), db, over_http, "1/s", bare)?;
    }
    Ok(server)
}

async fn pages(
    officer: &mut Browser,
    number: &str,
    size: &str,
    db: &str,
    sizes: Sizes,
    report: &mut Report,
) -> Result<(), Failure> {
    let case = format!("/lv/work/cases/{}", number.replace(' ', "-"));
    for (name, path) in [("case-page", case.as_str()), ("queue", "/lv/work"), ("search", "/lv/services?q=pabalsts")] {
        let times = officer.times(path, sizes.pages).await?;
        report.percentiles(&format!("{name}/{size}"), db, times)?;
    }
    Ok(())
}
