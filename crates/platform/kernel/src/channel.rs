//! The channel taxonomy of MK 399 p.17.

use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How a client reaches a service (CAT-13): in person at an institution or a unified centre; remotely by electronic
/// means, phone or post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Portal, API, e-mail.
    Electronic,
    /// A call.
    Phone,
    /// A letter.
    Post,
    /// In person at a state and municipal unified centre (VPVKAC).
    Centre,
    /// In person at the institution's own desk.
    Institution,
}

impl Channel {
    /// Every channel, in the order people see them.
    pub const ALL: [Self; 5] = [Self::Electronic, Self::Phone, Self::Post, Self::Centre, Self::Institution];

    /// The word used in the database, the API and exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Electronic => "electronic",
            Self::Phone => "phone",
            Self::Post => "post",
            Self::Centre => "centre",
            Self::Institution => "institution",
        }
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Channel {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.as_str() == text)
            .ok_or_else(|| Error::invalid("unknown-channel").arg("channel", text))
    }
}
