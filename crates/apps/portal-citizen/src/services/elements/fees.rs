//! What a service costs where it is not one sum: what is paid in which case, by which channel (CAT-04, CAT-25).

use catalogue::{ChannelOffer, Fee, FeeTier};
use serde::Serialize;
use web_kit::Visit;

use super::say::listing;
use super::{Teller, Words};
use crate::names::{fee, text_of};

/// A payment.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FeeLine {
    /// What it is for, for whom or in which case.
    pub(super) case: Words,
    pub(super) sum: String,
}

/// The payments of channels that cost the same.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct FeeGroup {
    /// Which channels; none where all cost the same.
    pub(super) channels: Option<String>,
    pub(super) lines: Vec<FeeLine>,
}

/// The payments of every channel that has more than one, each list once.
pub(crate) fn fees(teller: Teller<'_>, offers: &[ChannelOffer]) -> Vec<FeeGroup> {
    let mut groups: Vec<Vec<&ChannelOffer>> = Vec::new();
    for offer in offers.iter().filter(|offer| !offer.tiers.is_empty()) {
        let same = |one: &&ChannelOffer| one.fee == offer.fee && one.tiers == offer.tiers;
        match groups.iter_mut().find(|group| group.iter().all(same)) {
            Some(group) => group.push(offer),
            None => groups.push(vec![offer]),
        }
    }
    let group = |group: Vec<&ChannelOffer>| FeeGroup {
        channels: (group.len() < offers.len()).then(|| channels(teller, &group)),
        lines: group.first().map(|offer| lines(teller, offer)).unwrap_or_default(),
    };
    groups.into_iter().map(group).collect()
}

fn channels(teller: Teller<'_>, group: &[&ChannelOffer]) -> String {
    let name = |offer: &&ChannelOffer| teller.visit.text(&format!("channel-{}", offer.channel)).to_lowercase();
    let names: Vec<String> = group.iter().map(name).collect();
    text_of(teller.visit, "service-fees-way", "channels", listing(teller.visit, &names))
}

/// The ordinary fee, then the others. One that depends on the case is said by its cases.
fn lines(teller: Teller<'_>, offer: &ChannelOffer) -> Vec<FeeLine> {
    let visit = teller.visit;
    let ordinary = (offer.fee != Fee::Stated)
        .then(|| FeeLine { case: Words::own(visit.text("service-fee-ordinary")), sum: fee(visit, offer.fee) });
    let other = |tier: &FeeTier| FeeLine {
        case: teller.say(&tier.condition).unwrap_or_else(|| Words::own(visit.text("service-fee-other"))),
        sum: if tier.added { on_top(visit, tier.fee) } else { fee(visit, tier.fee) },
    };
    ordinary.into_iter().chain(offer.tiers.iter().map(other)).collect()
}

/// What is paid on top of the ordinary fee.
fn on_top(visit: &Visit, added: Fee) -> String {
    match added {
        Fee::Amount(amount) if !amount.is_free() => text_of(visit, "service-fee-added", "amount", fee(visit, added)),
        Fee::Free | Fee::Amount(_) => visit.text("service-fee-added-free"),
        Fee::Stated => visit.text("service-fee-added-stated"),
    }
}
