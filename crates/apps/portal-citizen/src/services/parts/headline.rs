//! What a service costs and how long it takes, in two lines above its description.

use catalogue::{ChannelOffer, Service, deadlines_of, fees_of};
use kernel::Channel;
use web_kit::Visit;

use crate::names::{channel_fee, deadlines_between, fees_between};

/// Fee and term of a request.
pub(crate) struct Headline {
    /// What it costs; none where the description names no channel.
    pub(crate) fee: Option<String>,
    /// How long the holder has.
    pub(crate) deadline: String,
}

impl Headline {
    /// Those of the electronic channel where it takes requests; otherwise from which to which of the channels that do.
    /// A price that nobody can choose yet would mislead.
    pub(crate) fn of(visit: &Visit, service: &Service) -> Self {
        let offers = offers(service);
        Self {
            fee: match offers.as_slice() {
                [] => None,
                [only] => Some(channel_fee(visit, only)),
                several => Some(fees_between(visit, fees_of(several.iter().copied()))),
            },
            deadline: deadlines_between(visit, deadlines_of(offers)),
        }
    }
}

fn offers(service: &Service) -> Vec<&ChannelOffer> {
    let electronic = service.offer(Channel::Electronic).filter(|_| service.online().is_some());
    let offers = electronic.map_or_else(|| service.requested_by(), |offer| vec![offer]);
    // A service that nobody requests, such as one that comes by itself, still says what it costs.
    if offers.is_empty() { service.description.channels.iter().collect() } else { offers }
}
