//! Runs what the command line asks for, one file a subcommand.
mod audit;
mod check;
mod export;
pub mod import;
mod migrate;
mod probe;
pub mod progress;
mod rebuild;
mod said;
mod serve;
mod setup;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use crate::cli::{Audit, Cli, Command, Import, Rebuild};
use crate::failure::Failure;

/// Reads the command line, does what it asks, and answers with the exit code.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    outbound::install_crypto();
    let outcome =
        tokio::runtime::Runtime::new().map_err(Failure::from).and_then(|runtime| runtime.block_on(execute(cli)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if !failure.text.is_empty() {
                let _ = writeln!(std::io::stderr(), "durvis: {failure}");
            }
            ExitCode::from(failure.code)
        }
    }
}

async fn execute(cli: Cli) -> Result<(), Failure> {
    let place = &cli.place;
    match cli.command {
        Command::Setup(options) => setup::run(place, &options).await,
        Command::Migrate { dry_run } => migrate::run(place, dry_run).await,
        Command::Export { what, format } => export::run(place, what, format).await,
        Command::Check { explain_config: true } => check::explain(),
        Command::Check { explain_config: false } => check::run(place).await,
        Command::Audit(Audit::Verify) => audit::verify(place).await,
        Command::Serve(options) => serve::serve(place, &options).await,
        Command::Demo(options) => serve::demo(place, &options).await,
        Command::Probe { url, timeout } => probe::run(&url, timeout).await,
        Command::Rebuild(Rebuild::Indicators { check }) => rebuild::indicators(place, check).await,
        Command::Rebuild(Rebuild::Feed { check }) => rebuild::feed(place, check).await,
        Command::Rebuild(Rebuild::Quality { check }) => rebuild::quality(place, check).await,
        Command::Rebuild(Rebuild::Categories { check }) => rebuild::categories(place, check).await,
        Command::Rebuild(Rebuild::Search) => rebuild::search(place).await,
        Command::Rebuild(Rebuild::Similar) => rebuild::similar(place).await,
        Command::Rebuild(Rebuild::Staff) => rebuild::staff(place).await,
        Command::Import(Import::Services { file }) => import::services(place, &file).await,
        Command::Import(Import::Log { file, map, report }) => import::log(place, &file, &map, report.as_deref()).await,
    }
}
