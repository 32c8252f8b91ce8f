//! The command line: what can be asked, and in which words it is explained.
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// One door to public services: the platform as one program.
#[derive(Debug, Parser)]
#[command(
    name = "durvis",
    version,
    about = "One door to public services: the platform as one program",
    long_about = "Durvis delivers and manages public services: residents apply and follow their case, officers decide, \
                  and every step is an event in an append-only, hash-chained log.\n\n\
                  Without an address of a database an embedded one is kept in the data folder. Options win over the \
                  environment (DURVIS_SECTION__KEY), the environment wins over the file.",
    after_help = "Exit codes: 0 done, 1 the work failed or found a fault, 2 wrong usage, 3 wrong configuration, \
                  4 database unreachable.\nTry it: durvis demo --data-dir demo-data"
)]
pub struct Cli {
    /// Where the data are
    #[command(flatten)]
    pub place: Place,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// Where the data are: understood by every subcommand.
#[derive(Debug, Clone, Default, Args)]
pub struct Place {
    /// Configuration file (TOML); `durvis check --explain-config` prints one with every key
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of the embedded database, documents and search index
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Database to use instead of the embedded one: postgres://USER@HOST/NAME or sqlite://FILE
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
}

/// What can be asked.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the platform
    #[command(long_about = "Runs the platform until SIGTERM or Ctrl-C; open requests are finished first.\n\n\
        An embedded database is brought up to date by itself. On PostgreSQL run `durvis migrate` before: several \
        processes may serve one database, and exactly one should change its tables.")]
    Serve(Serve),
    /// Run a demonstration with invented people, institutions and the 16 pilot services
    #[command(
        long_about = "Runs a demonstration: invented people to sign in as with one click, the pilot services, and \
        a person register with invented persons. Everything a visitor does is kept in the data folder.\n\n\
        Never run it for real people: whoever reaches the address can become any of the invented ones."
    )]
    Demo(Demo),
    /// Bring the tables of the database up to date
    #[command(
        long_about = "Runs the steps that have not run on this database, oldest first, and names them. Running it \
        again changes nothing. The program of the version before still works on the new tables."
    )]
    Migrate {
        /// Only name the steps that have not run
        #[arg(long)]
        dry_run: bool,
    },
    /// Take in real data: event logs, inventories of services
    #[command(subcommand)]
    Import(Import),
    /// Write cases, events, indicators or services to standard output
    #[command(
        long_about = "Writes everything to standard output, oldest first, without loading it into memory. Cases and \
        events carry ids and facts, no names and no personal codes. Services are what the public may read; their \
        addresses begin with server.base_url.\n\n  durvis export events --format jsonl > log.jsonl"
    )]
    Export {
        /// What to write
        what: Exported,
        /// In which form
        #[arg(long, value_enum, default_value_t = Format::Jsonl)]
        format: Format,
    },
    /// Check the configuration, the database and the registers
    Check {
        /// Print a configuration file with every key, its meaning and default, and stop
        #[arg(long)]
        explain_config: bool,
    },
    /// Verify the record
    #[command(subcommand)]
    Audit(Audit),
    /// Build projections again from the log
    #[command(subcommand)]
    Rebuild(Rebuild),
    /// Do one whole user transaction as a synthetic client and time its steps
    #[command(
        long_about = "Signs in, applies for a service, looks that an officer sees the case, withdraws it, and prints \
        the milliseconds of every step. Uses only the public HTTP interface of a running demonstration. The exit status \
        says whether everything worked; an availability meter can run it every minute.\n\n  durvis probe http://127.0.0.1:8080"
    )]
    Probe {
        /// The address of the platform
        url: String,
        /// Give up a step after so many seconds
        #[arg(long, default_value_t = 10)]
        timeout: u64,
    },
}

/// `serve`.
#[derive(Debug, Default, Args)]
pub struct Serve {
    /// Where to listen
    #[arg(long, value_name = "HOST:PORT")]
    pub listen: Option<String>,
}

/// `demo`.
#[derive(Debug, Default, Args)]
pub struct Demo {
    /// Where to listen
    #[arg(long, value_name = "HOST:PORT")]
    pub listen: Option<String>,
    /// Folder of real data to load first: event-logs/receipt.csv.gz, services/canada_services_2024.csv.gz
    #[arg(long, value_name = "DIR")]
    pub with: Option<PathBuf>,
}

/// `import`.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// An event log as CSV or XES (also .gz), with a map that says what each column is
    #[command(
        long_about = "Reads an event log, CSV or XES, plain or .gz. The map says which column is what; the project \
        carries `receipt.toml`. Rows that contradict themselves are kept, flagged and listed in the report. Reading the \
        same file again adds nothing.\n\n  durvis import log receipt.csv.gz --map receipt.toml"
    )]
    Log {
        /// The log
        file: PathBuf,
        /// What each column is: a TOML file, or the name of one that the program carries
        #[arg(long, value_name = "MAP.toml")]
        map: PathBuf,
        /// Write every finding here: FILE.csv or FILE.jsonl
        #[arg(long, value_name = "FILE")]
        report: Option<PathBuf>,
    },
    /// An inventory of services as CSV (also .gz)
    Services {
        /// The inventory
        file: PathBuf,
    },
}

/// What `export` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Exported {
    /// One line a case
    Cases,
    /// The whole event log
    Events,
    /// Indicators by service, holder, month and channel
    Indicators,
    /// Every public service with its description: the open data
    Services,
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Comma-separated, with a header line
    Csv,
    /// One JSON object a line
    Jsonl,
    /// IEEE 1849 for process-mining tools; events only
    Xes,
    /// Linked data by CPSV-AP; services only
    Ttl,
}

/// `audit`.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Recompute the hash chain of every stream and name the first broken entry of each broken one
    Verify,
}

/// `rebuild`.
#[derive(Debug, Subcommand)]
pub enum Rebuild {
    /// Indicators from the event log
    Indicators {
        /// Change nothing: only say whether a recomputation gives the same
        #[arg(long)]
        check: bool,
    },
    /// Findings and scores of service descriptions from the register
    Quality {
        /// Change nothing: only say whether judging everything again gives the same
        #[arg(long)]
        check: bool,
    },
    /// The search index from the catalogue
    Search,
    /// The feed of changes of services from the event log
    Feed {
        /// Change nothing: only say whether the log makes the same feed
        #[arg(long)]
        check: bool,
    },
    /// Which services look alike, from the catalogue; what people decided about pairs stays
    Similar,
}
