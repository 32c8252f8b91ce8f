//! Why a command ended without doing its work: what people read, and the exit code that scripts read.
use std::fmt;

use config::ConfigError;
use i18n::Catalog;
use kernel::{Error, ErrorKind, Locale};
use telemetry::TelemetryError;

/// The end of a command that did not do its work.
#[derive(Debug)]
pub struct Failure {
    /// Exit code: 1 the work failed, 3 wrong configuration, 4 database unreachable.
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
        let text = format!(
            "the database {shown} cannot be used: {}\n\
             Nothing was changed. Is the server running and the address right? `--database URL`, `database.url` and\n\
             `storage.data_dir` decide which one is opened; `durvis check` tries it.",
            cause(error)
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
        Self { code, text: words(&error) }
    }
}

/// The words people read for an error, with its cause for whoever looks after the machine.
fn words(error: &Error) -> String {
    let mut args = i18n::Args::new();
    for (name, value) in error.args() {
        args.set(*name, value.clone());
    }
    let known = Catalog::load().ok().and_then(|texts| texts.text(Locale::En, &format!("error-{}", error.key()), &args));
    let mut text = known.unwrap_or_else(|| error.key().to_owned());
    for field in error.field_errors() {
        text.push_str(&format!("\n  {}: {}", field.path, field.key));
    }
    format!("{text} ({error})")
}

/// The first cause, or the error itself.
fn cause(error: &Error) -> String {
    std::error::Error::source(error).map_or_else(|| words(error), ToString::to_string)
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
