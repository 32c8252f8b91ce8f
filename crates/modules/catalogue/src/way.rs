//! A way through a service: requested in one channel, received in another (POR-17).

use crate::{ChannelOffer, Fee, FeeTier, LEGAL_DEADLINE, Service, Stage};
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

impl<'a> Way<'a> {
    /// The channels that are paid for: that of the request, and one that only delivers. What a channel that takes
    /// requests says it costs is the price of a request there, so its result is not paid for twice.
    fn paid(&self) -> impl Iterator<Item = &'a ChannelOffer> {
        let delivery = Some(self.receipt).filter(|offer| !offer.stages.contains(&Stage::Request));
        [self.request].into_iter().chain(delivery)
    }

    /// What it costs ordinarily: the request and the delivery.
    #[must_use]
    pub fn fee(&self) -> Fee {
        match self.paid().map(|offer| offer.fee.cents()).sum::<Option<i64>>() {
            Some(0) => Fee::Free,
            Some(cents) => Fee::Amount(Money::cents(cents)),
            None => Fee::Stated,
        }
    }

    /// What it costs in other cases, and what may be added, of both channels (CAT-25).
    #[must_use]
    pub fn tiers(&self) -> Vec<&'a FeeTier> {
        self.paid().flat_map(|offer| &offer.tiers).collect()
    }

    /// The least and the most that a client pays in cents for both, as [`ChannelOffer::fee_span`] says of each.
    #[must_use]
    pub fn fee_span(&self) -> Option<(i64, i64)> {
        let spans: Vec<(i64, i64)> = self.paid().map(ChannelOffer::fee_span).collect::<Option<_>>()?;
        Some(spans.into_iter().fold((0, 0), |sum, span| (sum.0 + span.0, sum.1 + span.1)))
    }

    /// How long the holder has, which the channel of the request says.
    #[must_use]
    pub fn deadline(&self) -> Deadline {
        self.request.deadline.unwrap_or(LEGAL_DEADLINE)
    }
}
