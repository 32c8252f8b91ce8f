//! What a service offers in one channel: fee, deadline, hours (CAT-07, CAT-14, CAT-25).

use crate::{ChannelReason, Stage, Weekday};
use kernel::{Channel, LangText, Money};
use serde::{Deserialize, Serialize};
use worktime::Deadline;

/// The term of the Administrative Procedure Law, which holds where a description states none.
pub const LEGAL_DEADLINE: Deadline = Deadline::Months(1);

/// What a client pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fee {
    /// Nothing.
    Free,
    /// This much.
    Amount(Money),
    /// Something, but the description does not say how much.
    Stated,
}

/// Where to reach a provider.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Website.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
}

impl Contact {
    /// Whether there is no way to reach anybody.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.phone.is_none() && self.email.is_none() && self.address.is_none() && self.website.is_none()
    }
}

/// Working hours on some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// On these days.
    pub days: Vec<Weekday>,
    /// From, as `08:30`.
    pub opens: String,
    /// To, as `17:00`.
    pub closes: String,
}

/// One channel of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChannelOffer {
    /// Which channel.
    pub channel: Channel,
    /// What can be done in it: request, receive, or both.
    pub stages: Vec<Stage>,
    /// What it costs.
    pub fee: Fee,
    /// How long the holder has; [`LEGAL_DEADLINE`] when not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// When the provider works in it, in words.
    pub hours: LangText,
    /// The same for programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opening: Vec<Opening>,
    /// Where it is done: the address of an electronic service, a page about the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Where the electronic service at `link` begins a sign-in by the provider that it shares with the portal
    /// (third-party initiated login, OpenID Connect Core s. 4), so that nobody signs in twice (POR-12).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in: Option<String>,
    /// Codes of the places that take it, of a channel in person; every place when empty (POR-16).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// Why the holder chose it.
    pub reason: ChannelReason,
    /// The reason in words.
    #[serde(default)]
    pub note: LangText,
}
