//! The log: lines on standard error, so that standard output stays free for exports.
use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::TelemetryError;

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Reads a filter without starting anything.
///
/// # Errors
/// When it is not understood.
pub fn check_filter(filter: &str) -> Result<(), TelemetryError> {
    read(filter).map(drop)
}

fn read(filter: &str) -> Result<EnvFilter, TelemetryError> {
    EnvFilter::try_new(filter).map_err(|e| TelemetryError::Filter(e.to_string()))
}

/// Starts the log of this process. From then on a panic leaves there where it happened, and nowhere its words.
///
/// # Errors
/// When the filter is not understood or a log is running already.
pub fn start_log(filter: &str, format: LogFormat) -> Result<(), TelemetryError> {
    let filter = read(filter)?;
    let lines = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal());
    let started = match format {
        LogFormat::Text => lines.compact().try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
    started.map_err(|e| TelemetryError::Installed(e.to_string()))?;
    note_panics();
    Ok(())
}

/// The words of a panic may quote a text that was being worked on, and with it what somebody typed.
pub(crate) fn note_panics() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(at) => tracing::error!(%at, "panicked"),
        None => tracing::error!("panicked"),
    }));
}
