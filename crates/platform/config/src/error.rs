//! What can be wrong with a configuration, in words an operator can act on.
use std::fmt;

/// Why a configuration was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigError {
    /// The file is not there or not readable.
    File {
        /// Path as given.
        path: String,
        /// The system's words.
        reason: String,
    },
    /// The file is not TOML.
    Syntax {
        /// Path as given.
        path: String,
        /// Line, column and reason, as the parser says them.
        reason: String,
    },
    /// A key that does not exist.
    UnknownKey {
        /// The key, `section.key`.
        key: String,
        /// File or environment variable it stands in.
        place: String,
        /// The most similar key that exists.
        nearest: Option<String>,
    },
    /// A value that does not fit its key.
    Value {
        /// The key, `section.key`.
        key: String,
        /// File or environment variable it stands in.
        place: String,
        /// The value as given.
        value: String,
        /// What would fit.
        expected: String,
    },
    /// A key that another one makes necessary.
    Missing {
        /// The key, `section.key`.
        key: String,
        /// Why it is needed.
        reason: String,
    },
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, reason } => write!(f, "cannot read {path}: {reason}"),
            Self::Syntax { path, reason } => write!(f, "{path} is not valid TOML: {reason}"),
            Self::UnknownKey { key, place, nearest } => {
                write!(f, "unknown configuration key `{key}` in {place}")?;
                match nearest {
                    Some(near) => write!(f, "; did you mean `{near}`?"),
                    None => write!(f, "; `durvis check --explain-config` lists all keys"),
                }
            }
            Self::Value { key, place, value, expected } => {
                write!(f, "`{key}` in {place} is `{value}`, but must be {expected}")
            }
            Self::Missing { key, reason } => write!(f, "`{key}` is missing: {reason}"),
        }
    }
}

impl std::error::Error for ConfigError {}
