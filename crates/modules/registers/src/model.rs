//! What a person register tells about somebody.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A person as a register describes them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterPerson {
    /// Given name or names.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Date of birth; the newer personal codes do not contain it.
    pub birth_date: Option<NaiveDate>,
    /// Personal code as `DDDDDD-DDDDD`.
    pub personal_code: String,
    /// Declared place of residence in one line.
    pub address: Option<String>,
    /// Children, without children of their own.
    #[serde(default)]
    pub children: Vec<RegisterPerson>,
}

impl RegisterPerson {
    /// The child born last; of twins the one named first.
    #[must_use]
    pub fn youngest_child(&self) -> Option<&Self> {
        self.children.iter().rev().max_by_key(|child| child.birth_date)
    }
}
