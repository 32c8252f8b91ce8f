//! What a service offers in one channel: fee, deadline, hours (CAT-07, CAT-14, CAT-25).

use crate::{ChannelReason, Stage, Weekday};
use kernel::{Channel, LangText, Money};
use serde::{Deserialize, Serialize};
use worktime::Deadline;

/// The term of the Administrative Procedure Law, which holds where a description states none.
pub const LEGAL_DEADLINE: Deadline = Deadline::Months(1);

/// Working days of a month, where terms of different kinds are compared. What falls due when is computed by `worktime`.
const DAYS_OF_A_MONTH: u32 = 21;

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

impl Fee {
    /// How much it is in cents; none where the description does not say it.
    #[must_use]
    pub const fn cents(self) -> Option<i64> {
        match self {
            Self::Free => Some(0),
            Self::Amount(money) => Some(money.as_cents()),
            Self::Stated => None,
        }
    }
}

/// A payment of a channel besides its ordinary fee: what some clients pay instead of it, or on top of it (CAT-04,
/// CAT-25).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeeTier {
    /// How much: the whole sum in this case, or what is added.
    pub fee: Fee,
    /// Whether it is paid on top of the rest; otherwise instead of the ordinary fee.
    #[serde(default, skip_serializing_if = "crate::descriptions::is_unset")]
    pub added: bool,
    /// What it is for, for whom or in which case.
    pub condition: LangText,
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
    /// What it costs ordinarily.
    pub fee: Fee,
    /// What it costs in other cases, and what may be added. Descriptions written before there were any have none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tiers: Vec<FeeTier>,
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

impl ChannelOffer {
    /// A channel of which nothing more is known.
    #[must_use]
    pub fn new(channel: Channel, stages: Vec<Stage>, fee: Fee) -> Self {
        Self {
            channel,
            stages,
            fee,
            tiers: Vec::new(),
            deadline: None,
            hours: LangText::default(),
            opening: Vec::new(),
            link: None,
            sign_in: None,
            places: Vec::new(),
            reason: ChannelReason::Access,
            note: LangText::default(),
        }
    }

    /// The least and the most that a client pays in cents, without what may be added; none where some case does not say
    /// how much. Where the ordinary fee depends on the case, the cases say it.
    #[must_use]
    pub fn fee_span(&self) -> Option<(i64, i64)> {
        let mut cases: Vec<Fee> = self.tiers.iter().filter(|tier| !tier.added).map(|tier| tier.fee).collect();
        if self.fee != Fee::Stated || cases.is_empty() {
            cases.push(self.fee);
        }
        let cents: Vec<i64> = cases.into_iter().map(Fee::cents).collect::<Option<_>>()?;
        Some((*cents.iter().min()?, *cents.iter().max()?))
    }
}

/// The lowest and the highest fee of several channels in all cases, in cents; none without channels, and where some
/// case does not say how much.
#[must_use]
pub fn fees_of<'a>(offers: impl IntoIterator<Item = &'a ChannelOffer>) -> Option<(i64, i64)> {
    let spans: Vec<(i64, i64)> = offers.into_iter().map(ChannelOffer::fee_span).collect::<Option<_>>()?;
    Some((spans.iter().map(|span| span.0).min()?, spans.iter().map(|span| span.1).max()?))
}

/// The shortest and the longest term of several channels; none without channels.
#[must_use]
pub fn deadlines_of<'a>(offers: impl IntoIterator<Item = &'a ChannelOffer>) -> Option<(Deadline, Deadline)> {
    let mut terms: Vec<Deadline> = offers.into_iter().map(|offer| offer.deadline.unwrap_or(LEGAL_DEADLINE)).collect();
    terms.sort_by_key(|term| weight(*term));
    Some((*terms.first()?, *terms.last()?))
}

/// A term as a number for comparing terms with each other.
pub(crate) fn weight(term: Deadline) -> u32 {
    match term {
        Deadline::WorkingDays(days) => u32::from(days),
        Deadline::Months(months) => u32::from(months) * DAYS_OF_A_MONTH,
    }
}
