//! `/work/operations`: how far the readers of the log are, what was set aside, which timers gave up. No personal data.

use chrono::{DateTime, Utc};
use kernel::Locale;
use serde::Serialize;
use storage::{DeadLetter, ReaderState, TimerState};
use web_kit::{Answer, Template, Visit};

/// So many events that were set aside are named; all of them are counted.
const LETTERS: u64 = 100;

/// Context of `work/operations/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OperationsPage {
    version: &'static str,
    log_end: i64,
    dead_letters: u64,
    readers: Vec<Reader>,
    /// What was set aside, the newest first.
    letters: Vec<Letter>,
    timers: Vec<Timer>,
}

#[derive(Debug, Clone, Serialize)]
struct Reader {
    name: String,
    failing: bool,
    attempts: i32,
    /// How many places of the log lie before it.
    behind: i64,
    dead_letters: u64,
    error: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct Letter {
    reader: String,
    position: i64,
    kind: String,
    error: String,
    at: DateTime<Utc>,
}

#[derive(Debug, Clone, Serialize)]
struct Timer {
    kind: String,
    subject: String,
    error: String,
}

impl Template for OperationsPage {
    const NAME: &'static str = "work/operations/show.html";

    fn samples(_: Locale) -> Vec<Self> {
        let reader = |name: &str, attempts, behind, error: Option<&str>| Reader {
            name: name.to_owned(),
            failing: attempts > 0,
            attempts,
            behind,
            dead_letters: u64::from(attempts > 0),
            error: error.map(str::to_owned),
        };
        let readers = vec![
            reader("indicators", 0, 0, None),
            reader("search", 0, 12, None),
            reader("feed", 3, 40, Some("Unavailable: time-out")),
        ];
        let letter = Letter {
            reader: "feed".to_owned(),
            position: 1379,
            kind: "service.published".to_owned(),
            error: "Unavailable: time-out".to_owned(),
            at: DateTime::UNIX_EPOCH,
        };
        let timer = Timer {
            kind: "case.overdue".to_owned(),
            subject: "0190a0d2-0000-7000-8000-000000000001".to_owned(),
            error: "Unavailable: database".to_owned(),
        };
        let version = env!("CARGO_PKG_VERSION");
        let (letters, timers) = (vec![letter], vec![timer]);
        let quiet =
            Self { version, log_end: 0, dead_letters: 0, readers: Vec::new(), letters: Vec::new(), timers: Vec::new() };
        vec![Self { log_end: 1420, dead_letters: 1, readers, letters, timers, ..quiet.clone() }, quiet]
    }
}

/// The present state.
pub async fn show(visit: Visit) -> Answer {
    let tx = visit.read().await?;
    let states = storage::reader_states(&tx).await?;
    let letters = storage::dead_letters(&tx, LETTERS).await?;
    let timers = tx.dead_timers().await?;
    let end = storage::head_of_log(&tx).await?.position;
    visit.render(&OperationsPage {
        version: env!("CARGO_PKG_VERSION"),
        log_end: end,
        dead_letters: states.iter().map(|state| state.dead_letters).sum(),
        readers: states.into_iter().map(|state| reader(state, end)).collect(),
        letters: letters.into_iter().map(letter).collect(),
        timers: timers.into_iter().map(timer).collect(),
    })
}

fn reader(state: ReaderState, end: i64) -> Reader {
    Reader {
        failing: state.attempts > 0,
        attempts: state.attempts,
        behind: (end - state.at.position).max(0),
        dead_letters: state.dead_letters,
        error: state.last_error,
        name: state.name,
    }
}

fn letter(one: DeadLetter) -> Letter {
    Letter { reader: one.reader, position: one.position, kind: one.kind, error: one.error, at: one.at }
}

fn timer(state: TimerState) -> Timer {
    Timer { kind: state.kind, subject: state.subject.to_string(), error: state.last_error }
}
