//! What an institution's system may do with its access token.

use kernel::{Error, Result};
use std::fmt;
use std::str::FromStr;

/// One permission of an access token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// Read cases of the institution and their events.
    CasesRead,
    /// Report stages and results of the institution's cases.
    CasesWrite,
    /// Register consultations.
    ConsultationsWrite,
    /// Read indicators.
    IndicatorsRead,
    /// Report values of the institution's own indicators.
    IndicatorsWrite,
    /// Send descriptions of the institution's services.
    ServicesWrite,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 6] = [
        Self::CasesRead,
        Self::CasesWrite,
        Self::ConsultationsWrite,
        Self::IndicatorsRead,
        Self::IndicatorsWrite,
        Self::ServicesWrite,
    ];

    /// As OAuth writes it: `cases:read`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CasesRead => "cases:read",
            Self::CasesWrite => "cases:write",
            Self::ConsultationsWrite => "consultations:write",
            Self::IndicatorsRead => "indicators:read",
            Self::IndicatorsWrite => "indicators:write",
            Self::ServicesWrite => "services:write",
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Scope {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|scope| scope.as_str() == text);
        found.ok_or_else(|| Error::invalid("invalid-scope").arg("scope", text))
    }
}

/// Scopes as one text, separated by blanks.
pub fn join(scopes: &[Scope]) -> String {
    scopes.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
}

/// Scopes of one text; words that are no scope (any more) are left out.
pub fn split(text: &str) -> Vec<Scope> {
    text.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}
