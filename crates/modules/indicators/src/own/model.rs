//! An indicator that a holder set for a channel of its service, and its values.

use super::Quantity;
use crate::Month;
use chrono::{DateTime, Utc};
use kernel::{Channel, Error, InstitutionId, LangText, PersonId, Result};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

kernel::words! {
    /// The stage of a service that an indicator is about (MK 399 p.19).
    OwnStage {
        /// Requesting it.
        Request = "request",
        /// Receiving the result.
        Receipt = "receipt",
    }

    /// Which values are better.
    Better {
        /// The wanted value or more.
        Higher = "higher",
        /// The wanted value or less.
        Lower = "lower",
    }
}

/// What an indicator is called by: the code of its service and a number, `1007-R1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OwnCode {
    /// Code of the service.
    pub service: String,
    /// From 1 within the service.
    pub number: i32,
}

impl fmt::Display for OwnCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-R{}", self.service, self.number)
    }
}

impl FromStr for OwnCode {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::not_found("own-indicator").arg("code", text);
        let (service, number) = text.split_once("-R").ok_or_else(unknown)?;
        let plain = number.len() <= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        let number = number.parse().ok().filter(|_| plain).ok_or_else(unknown)?;
        Ok(Self { service: service.to_owned(), number })
    }
}

impl TryFrom<String> for OwnCode {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<OwnCode> for String {
    fn from(code: OwnCode) -> Self {
        code.to_string()
    }
}

/// What may change of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnText {
    /// What is measured.
    pub name: LangText,
    /// In what: `%`, `minutes`.
    pub unit: LangText,
    /// The value that is wanted.
    pub wanted: Quantity,
    /// Whether more or less of it is better.
    pub better: Better,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnIndicator {
    /// What it is called by.
    pub code: OwnCode,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// The channel it is about.
    pub channel: Channel,
    /// The stage it is about.
    pub stage: OwnStage,
    /// What is measured and what is wanted.
    pub text: OwnText,
    /// Whether values are no longer recorded.
    pub closed: bool,
    /// Counts every change.
    pub revision: i64,
}

/// The value of an indicator in a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnValue {
    /// Which indicator.
    pub code: OwnCode,
    /// Which month.
    pub month: Month,
    /// The value that stands; those before it are in the event log.
    pub value: Quantity,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By whom; none for an institution's system.
    pub recorded_by: Option<PersonId>,
}

impl OwnText {
    /// Whether a value is as wanted.
    #[must_use]
    pub fn reached(&self, value: Quantity) -> bool {
        match self.better {
            Better::Higher => value >= self.wanted,
            Better::Lower => value <= self.wanted,
        }
    }
}
