//! A way through a service: requested in one channel, received in another (POR-17).

use crate::{ChannelOffer, Fee, LEGAL_DEADLINE, Service, Stage};
use kernel::{Channel, Money};
use worktime::Deadline;

/// Two channels that go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way<'a> {
    /// Where it is requested.
    pub request: &'a ChannelOffer,
    /// Where the result is received.
    pub receipt: &'a ChannelOffer,
}

impl Service {
    /// The channels in which something can be done, in the order of the description.
    #[must_use]
    pub fn channels_of(&self, stage: Stage) -> Vec<Channel> {
        let offers = self.description.channels.iter().filter(|offer| offer.stages.contains(&stage));
        offers.map(|offer| offer.channel).collect()
    }

    /// The way of these two channels; none where one of them does not take its stage.
    #[must_use]
    pub fn way(&self, request: Channel, receipt: Channel) -> Option<Way<'_>> {
        let taking = |channel, stage| self.offer(channel).filter(|offer| offer.stages.contains(&stage));
        Some(Way { request: taking(request, Stage::Request)?, receipt: taking(receipt, Stage::Receipt)? })
    }
}

impl Way<'_> {
    /// What it costs: the request, and the delivery in a channel that only delivers. What a channel that takes requests
    /// says it costs is the price of a request there, so its result is not paid for twice.
    #[must_use]
    pub fn fee(&self) -> Fee {
        let delivers = !self.receipt.stages.contains(&Stage::Request);
        let delivery = if delivers { self.receipt.fee } else { Fee::Free };
        match (cents(self.request.fee), cents(delivery)) {
            (Some(0), Some(0)) => Fee::Free,
            (Some(request), Some(delivery)) => Fee::Amount(Money::cents(request + delivery)),
            _ => Fee::Stated,
        }
    }

    /// How long the holder has, which the channel of the request says.
    #[must_use]
    pub fn deadline(&self) -> Deadline {
        self.request.deadline.unwrap_or(LEGAL_DEADLINE)
    }
}

/// None where the description does not say how much.
fn cents(fee: Fee) -> Option<i64> {
    match fee {
        Fee::Free => Some(0),
        Fee::Amount(amount) => Some(amount.as_cents()),
        Fee::Stated => None,
    }
}
