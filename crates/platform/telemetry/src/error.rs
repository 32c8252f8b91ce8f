//! What can go wrong when telemetry starts.
use std::fmt;

/// Why telemetry could not start.
#[derive(Debug)]
pub enum TelemetryError {
    /// The filter of the log is not understood.
    Filter(String),
    /// A log or recorder is installed already.
    Installed(String),
}

impl fmt::Display for TelemetryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Filter(reason) => write!(f, "`log.filter` is not understood: {reason}"),
            Self::Installed(reason) => write!(f, "telemetry cannot start: {reason}"),
        }
    }
}

impl std::error::Error for TelemetryError {}
