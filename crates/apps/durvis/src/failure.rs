//! Why a command ended without doing its work: what people read, and the exit code that scripts read.
use std::fmt;

use config::ConfigError;
use i18n::Catalog;
use kernel::{Error, ErrorArg, ErrorKind, Locale};
use telemetry::TelemetryError;

/// The end of a command that did not do its work.
#[derive(Debug)]
pub struct Failure {
    /// Exit code: 1 the work failed, 3 wrong configuration, 4 database unreachable or missing.
    pub code: u8,
    /// What happened and what to do next, for people.
    pub text: String,
}

impl Failure {
    /// The work failed, or found a fault.
    pub fn work(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }

    /// The database cannot be used; says what to look at.
    pub fn database(shown: &str, error: &Error) -> Self {
        let ask = if shown.starts_with("sqlite:") {
            "May this user write the file and its folder, and is there space?"
        } else {
            "Is the server running and the address right?"
        };
        let text = format!(
            "the database {shown} cannot be used: {}\n\
             Nothing was changed. {ask} `--database URL`, `database.url` and\n\
             `storage.data_dir` decide which one is opened; `durvis check` tries it.",
            cause(error)
        );
        Self { code: 4, text }
    }

    /// The address of the database is of no kind that is known.
    pub fn address(shown: &str) -> Self {
        let text = format!(
            "configuration: `database.url` or `--database` names no database that is known: {shown}\n\
             Nothing was changed. The address begins with sqlite:, postgres:// or postgresql://."
        );
        Self { code: 3, text }
    }

    /// There is no database where the command was told to look for one.
    pub fn missing(shown: &str) -> Self {
        let text = format!(
            "there is no database at {shown}; `durvis migrate` makes it\n\
             Nothing was made. `--data-dir DIR`, `--database URL`, `storage.data_dir` and `database.url` decide where it\n\
             is looked for."
        );
        Self { code: 4, text }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Failure {}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self { code: 3, text: format!("configuration: {error}") }
    }
}

impl From<TelemetryError> for Failure {
    fn from(error: TelemetryError) -> Self {
        Self { code: 3, text: format!("configuration: {error}") }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        if is_closed_pipe(&error) {
            return Self { code: 0, text: String::new() };
        }
        let database = ["database-unavailable", "migration-failed"].contains(&error.key());
        let code = if error.kind() == ErrorKind::Unavailable && database { 4 } else { 1 };
        Self { code, text: advice(&error) }
    }
}

/// The words people read for an error: what happened, what caused it, and what is wrong with which field. Keys of texts
/// and places in the source are for the log.
pub fn words(error: &Error) -> String {
    told(Catalog::load().ok().as_ref(), error)
}

/// The same with what was kept and what to do next, where the texts say it.
fn advice(error: &Error) -> String {
    let texts = Catalog::load().ok();
    let (key, values) = (format!("error-{}", error.key()), args(error.args()));
    let said = |part| texts.as_ref().and_then(|texts| texts.attribute(Locale::En, &key, part, &values));
    let more = ["kept", "next"].into_iter().filter_map(said);
    std::iter::once(told(texts.as_ref(), error)).chain(more).collect::<Vec<_>>().join("\n")
}

fn told(texts: Option<&Catalog>, error: &Error) -> String {
    let mut text = chain(texts, error).join(": ");
    for field in error.field_errors() {
        text.push_str(&format!("\n  {}: {}", field.path, sentence(texts, &field.key, &field.args)));
    }
    text
}

/// What caused an error, or the error itself.
fn cause(error: &Error) -> String {
    let said = chain(Catalog::load().ok().as_ref(), error);
    if said.len() > 1 { said[1..].join(": ") } else { said.concat() }
}

/// What happened and what caused it, from the outside in; what says nothing new is left out.
fn chain(texts: Option<&Catalog>, error: &Error) -> Vec<String> {
    let mut said = vec![sentence(texts, error.key(), error.args())];
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let part = match inner.downcast_ref::<Error>() {
            Some(ours) => sentence(texts, ours.key(), ours.args()),
            None => inner.to_string(),
        };
        if !said.iter().any(|before| before.contains(&part)) {
            said.push(part);
        }
        cause = inner.source();
    }
    said
}

/// The text of a key without its full stop. What went wrong inside the program has one text for all.
fn sentence(texts: Option<&Catalog>, key: &str, values: &[ErrorArg]) -> String {
    let text = |key: &str| texts.and_then(|texts| texts.text(Locale::En, key, &args(values)));
    let found = text(&format!("error-{key}")).or_else(|| text("kind-internal")).unwrap_or_default();
    found.trim_end_matches('.').to_owned()
}

fn args(values: &[ErrorArg]) -> i18n::Args<'static> {
    let mut args = i18n::Args::new();
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    args
}

/// A reader that has seen enough (`durvis export … | head`) closes the pipe: that is no failure.
fn is_closed_pipe(error: &Error) -> bool {
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let io = inner.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe) {
            return true;
        }
        cause = inner.source();
    }
    false
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        let code = u8::from(error.kind() != std::io::ErrorKind::BrokenPipe);
        Self { code, text: if code == 0 { String::new() } else { error.to_string() } }
    }
}
