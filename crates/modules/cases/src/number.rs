//! The number people know a case by.

use kernel::{Error, Result};
use std::{fmt, str::FromStr};

/// Service code and number, written `1001 42` (CAT-03); in addresses the blank is a hyphen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CaseNumber(String);

impl CaseNumber {
    /// The `n`-th case of a service.
    #[must_use]
    pub fn new(service_code: &str, n: i64) -> Self {
        Self(format!("{service_code} {n}"))
    }

    /// As written on paper and kept in the database.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As written in addresses: `1001-42`.
    #[must_use]
    pub fn slug(&self) -> String {
        self.0.replace(' ', "-")
    }

    /// From the database, where only whole numbers are kept.
    pub(crate) const fn stored(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for CaseNumber {
    type Err = Error;

    /// Reads `1001 42`, `1001-42` and the same with stray blanks, as people type it.
    fn from_str(text: &str) -> Result<Self> {
        let parts: Vec<&str> = text.split([' ', '-', '\u{a0}']).filter(|part| !part.is_empty()).collect();
        let digits = |part: &&str| part.len() <= 18 && part.bytes().all(|byte| byte.is_ascii_digit());
        match parts[..] {
            [code, number] if parts.iter().all(digits) => Ok(Self(format!("{code} {number}"))),
            _ => Err(Error::not_found("case")),
        }
    }
}
