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
                  4 database unreachable or missing.\nTry it: durvis demo --data-dir demo-data"
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
        processes may serve one database, and exactly one should change its tables.\n\n  \
        durvis serve --config durvis.toml")]
    Serve(Serve),
    /// Run a demonstration with invented people, institutions and the 16 pilot services
    #[command(
        long_about = "Runs a demonstration: invented people to sign in as with one click, the pilot services, and a \
        person register with invented persons. Everything a visitor does is kept in the data folder.\n\n\
        Never run it for real people: whoever reaches the address can become any of the invented ones.\n\n\
        One address may send 10,000 requests a second and 100,000 at once, so that scripts of load run; `serve` allows \
        20 and 200. The keys rate_limit.per_second and rate_limit.burst set other limits in both.\n\n  \
        durvis demo --data-dir demo-data"
    )]
    Demo(Demo),
    /// Prepare a platform for real people: institutions, help, the first administrator
    #[command(
        long_about = "Brings the tables up to date and puts in what a platform for real people begins with: the state \
        institutions, municipalities and service centres, search rules and help articles. With \
        `--administrator` it lets the first platform administrator in; who then signs in appoints the administrators \
        of institutions and registers their systems. The personal code is read from standard input, because arguments \
        stand in the list of processes. Running it again changes nothing that is there.\n\n  \
        durvis setup --administrator \"Anna Bērziņa\" < code.txt"
    )]
    Setup(Setup),
    /// Bring the tables of the database up to date
    #[command(
        long_about = "Runs the steps that have not run on this database, oldest first, and names them. Running it \
        again changes nothing. The program of the version before still works on the new tables.\n\n  \
        durvis migrate --database postgres://durvis@db.example/durvis"
    )]
    Migrate {
        /// Only name the steps that have not run
        #[arg(long)]
        dry_run: bool,
    },
    /// Take in real data: event logs, inventories of services
    #[command(subcommand)]
    #[command(
        long_about = "Takes in data that another system wrote into a file. Reading the same file again adds nothing \
        twice, and the platform may run meanwhile.\n\n  \
        durvis import log receipt.csv.gz --map receipt.toml"
    )]
    Import(Import),
    /// Write cases, events, indicators or services to standard output
    #[command(
        long_about = "Writes everything of one kind to standard output, oldest first, without loading it into memory. \
        All can be csv or jsonl, events also xes (IEEE 1849), services also ttl (CPSV-AP).\n\n\
        Cases and events carry ids and facts, no names and no personal codes. Services are what the public may read; \
        their addresses begin with server.base_url. A form that does not go with the kind ends with exit status \
        2.\n\n  \
        durvis export events --format jsonl > log.jsonl"
    )]
    Export {
        /// What to write
        what: Exported,
        /// In which form
        #[arg(long, value_enum, default_value_t = Format::Jsonl)]
        format: Format,
    },
    /// Try the configuration and everything it names: database, files, sign-in, register, translation
    #[command(
        long_about = "Reads the configuration and tries everything it names: whether the database answers and which \
        steps of its tables have not run, whether files can be kept, whether the provider of sign-in, the person \
        register and the translation engine answer. The engine is asked for one word in each language. A missing \
        database or folder is named, not made.\n\n\
        Each line is `ok`, `unset` for what no key names, or `fails` with the reason and what to do. The exit status \
        is 1 when one fails, 3 when the configuration itself is wrong.\n\n  \
        durvis check --config durvis.toml\n  \
        durvis check --explain-config > durvis.toml"
    )]
    Check {
        /// Print a configuration file with every key, its meaning and default, and stop
        #[arg(long)]
        explain_config: bool,
    },
    /// Verify the record
    #[command(subcommand)]
    #[command(
        long_about = "The record is the event log: every entry carries the SHA-256 of the one before it in its stream, \
        so a change that did not go through the platform shows.\n\n  \
        durvis audit verify"
    )]
    Audit(Audit),
    /// Build projections again from what they are made of
    #[command(subcommand)]
    #[command(
        long_about = "Indicators, scores, the feed of changes, categories, the search index, pairs of services that look \
        alike and the directory of staff are made from the event log and the register, and can be made again at any \
        time, also while the platform runs. With `--check`, which the first four know, nothing is changed: what is \
        kept is compared with what would be made, and the exit status is 1 when they differ.\n\n  \
        durvis rebuild indicators --check"
    )]
    Rebuild(Rebuild),
    /// Do one whole user transaction as a synthetic client and time its steps
    #[command(
        long_about = "Signs in, applies for a service, looks that an officer sees the case, withdraws it, and prints \
        the milliseconds of every step. It uses only the public HTTP interface, and signs in as invented people: the \
        address must be that of a running demonstration (`durvis demo`), because `serve` has none.\n\n\
        The exit status is 1 and the step is named when one of them fails; an availability meter can run it every \
        minute. Each run leaves one withdrawn case.\n\n  \
        durvis probe http://127.0.0.1:8080"
    )]
    Probe {
        /// The address of the demonstration
        url: String,
        /// Give up a step after so many seconds
        #[arg(long, default_value_t = 10)]
        timeout: u64,
    },
}

/// `setup`.
#[derive(Debug, Default, Args)]
pub struct Setup {
    /// Given and family name of the first platform administrator; the personal code comes from standard input
    #[arg(long, value_name = "NAME")]
    pub administrator: Option<String>,
    /// Also publish the descriptions of the 16 pilot services, and the life situations that lead to them
    #[arg(long)]
    pub pilot_services: bool,
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
    /// Folder of real data to load first: event-logs/receipt.csv.gz, services/canada_services_2024.csv.gz, or a folder that holds such a file itself
    #[arg(long, value_name = "DIR")]
    pub with: Option<PathBuf>,
}

/// `import`.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// An event log as CSV or XES (also .gz), with a map that says what each column is
    #[command(
        long_about = "Reads an event log, CSV or XES, plain or .gz. The map is a TOML file that says which column is \
        what and to which service the cases belong; the program carries `receipt.toml` and `running-example.toml`, \
        which are found by name.\n\n\
        A row that contradicts itself is kept and flagged, one that cannot be placed is refused; both are counted by \
        reason, the first 20 are printed, and `--report` writes all of them into a file. Reading the same file again \
        adds nothing. The exit status is 1 when the file could not be read to its end.\n\n  \
        durvis import log receipt.csv.gz --map receipt.toml --report findings.csv"
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
    /// The service inventory of the Government of Canada as CSV (also .gz): test data of real size
    #[command(
        long_about = "Reads the service inventory that the Government of Canada publishes as open data: CSV with a \
        heading, plain or .gz. It is here to see lists and search at real size; other tables of services are taken in \
        at the officers' pages. Services are published at once, in English only, and their holders are marked as test \
        data.\n\n\
        Needed columns: service_id, service_name_en, service_description_en, owner_org, owner_org_title. Used when \
        there: program_name_en, service_uri_en, service_scope, service_fee, client_target_groups, os_application, \
        num_applications_online, num_applications_by_phone, num_applications_by_mail, num_applications_in_person.\n\n\
        A file without a needed column is refused whole. A row with an empty needed cell, of another length, or with a \
        service_id of an earlier row is left out and named with its number and the reason; the others are kept. \
        Reading the file again changes only services whose row has changed.\n\n  \
        durvis import services canada_services_2024.csv.gz"
    )]
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
    #[command(
        long_about = "Reads the whole event log and computes the hash of every entry again. Prints how many streams \
        and events there are, and for each broken chain its first broken entry: altered, out of sequence, not the \
        recorded end, or of a stream that was never opened. The exit status is 1 when a chain is broken.\n\n\
        It changes no entry and may run beside the platform, every night for instance.\n\n  \
        durvis audit verify --database postgres://durvis@db.example/durvis"
    )]
    Verify,
}

/// `rebuild`.
#[derive(Debug, Subcommand)]
pub enum Rebuild {
    /// Indicators from the event log
    #[command(
        long_about = "Counts the whole event log again and compares the result with the table of indicators. Every \
        number that differs is named with both values, and the table is replaced by what the log says. Events that \
        wait to be counted by the running platform are no difference.\n\n  \
        durvis rebuild indicators --check"
    )]
    Indicators {
        /// Change nothing: only say whether a recomputation gives the same
        #[arg(long)]
        check: bool,
    },
    /// Findings and scores of service descriptions from the register
    #[command(
        long_about = "Judges every service description by the rules again, which is needed after a change of the rules, \
        and replaces findings, scores and the sums of holders. Up to 20 services with another score are named with \
        both scores.\n\n  \
        durvis rebuild quality"
    )]
    Quality {
        /// Change nothing: only say whether judging everything again gives the same
        #[arg(long)]
        check: bool,
    },
    /// The categories to browse services by from the descriptions in force
    #[command(
        long_about = "Compares themes, holders, channels and their numbers of services with the descriptions in \
        force, and makes them anew when they differ. Up to 20 services that stood elsewhere are named. All is done in \
        one unit of work; publishing waits meanwhile.\n\n  \
        durvis rebuild categories --check"
    )]
    Categories {
        /// Change nothing: only say whether the descriptions make the same categories
        #[arg(long)]
        check: bool,
    },
    /// The search index from the catalogue
    #[command(
        long_about = "Builds the search indexes in the data folder again; each process of the platform has one there. \
        An index that a running process uses is built again by that process, within a second; people find what the old \
        one holds until then. Run it on each machine: an index is kept beside its process, not in the database.\n\n  \
        durvis rebuild search --data-dir /var/lib/durvis"
    )]
    Search,
    /// The feed of changes of services from the event log
    #[command(
        long_about = "Makes the feed of changes that `/api/v1/services/changes` gives again from the event log. Rows \
        that differ are named by number, and the feed is replaced by what the log says.\n\n  \
        durvis rebuild feed --check"
    )]
    Feed {
        /// Change nothing: only say whether the log makes the same feed
        #[arg(long)]
        check: bool,
    },
    /// Which services look alike, from the catalogue; what people decided about pairs stays
    #[command(
        long_about = "Compares all services with each other anew and keeps the pairs that look alike. What people \
        decided about a pair stays. Prints how many services and pairs there are, and how long it took. The running \
        platform compares services that change by itself.\n\n  \
        durvis rebuild similar"
    )]
    Similar,
    /// The directory of those who work in institutions, from the event log
    #[command(
        long_about = "Makes the directory in which staff find colleagues again: who holds a role, by the beginnings of \
        their names. Prints how many roles it holds. Nobody is found while it is empty; the running platform keeps it \
        by itself, so this is needed only after a fault.\n\n  \
        durvis rebuild staff"
    )]
    Staff,
}
