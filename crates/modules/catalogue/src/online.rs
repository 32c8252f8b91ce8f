//! Whether a service can be requested on-line: one answer for pages, lists, the search and figures.

use crate::store::versions;
use crate::{ChannelOffer, Description, FormChoice, Service, ServiceListItem, Stage};
use kernel::{Channel, Result, ServiceId};
use std::collections::BTreeMap;
use storage::Read;
use uuid::Uuid;

/// Where a service can be requested on-line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Online {
    /// Here, by a form of the portal.
    Here,
    /// On a site of the institution, to which the description links.
    Elsewhere,
}

impl Description {
    /// Where the service can be requested on-line, with a form of the portal or without one. Nowhere, when the
    /// electronic channel does not take requests or is only a word: neither a form nor a link.
    #[must_use]
    pub fn online(&self, with_form: bool) -> Option<Online> {
        online(&self.channels, with_form)
    }

    /// The form that it can be requested with: the chosen one, where the electronic channel takes requests; `kept`,
    /// where it says nothing of forms.
    pub(crate) fn usable_form(&self, kept: Option<&str>) -> Option<String> {
        let key = match &self.form {
            FormChoice::Unsaid => kept,
            chosen => chosen.key().filter(|_| electronic_request(&self.channels).is_some()),
        };
        key.map(str::to_owned)
    }
}

impl Service {
    /// Where it can be requested on-line while it is open.
    #[must_use]
    pub fn online(&self) -> Option<Online> {
        self.description.online(self.form_key.is_some())
    }

    /// The channels by which it can really be requested, in the order of the description: not the electronic one where
    /// it is only a word.
    #[must_use]
    pub fn requested_by(&self) -> Vec<&ChannelOffer> {
        let usable = |offer: &&ChannelOffer| offer.channel != Channel::Electronic || self.online().is_some();
        let taking = self.description.channels.iter().filter(|offer| offer.stages.contains(&Stage::Request));
        taking.filter(usable).collect()
    }
}

/// Where the services of a list can be requested on-line while they are open, by their descriptions in force; those
/// that cannot are missing, and so are drafts. Of one page of a list: it reads as many descriptions.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn online_of(tx: &Read, items: &[&ServiceListItem]) -> Result<BTreeMap<ServiceId, Online>> {
    let ids: Vec<Uuid> = items.iter().map(|item| item.id.uuid()).collect();
    let offers = versions::offers_in_force(tx, &ids).await?;
    let way = |item: &&ServiceListItem| {
        let offers = offers.get(&item.id.uuid())?;
        Some((item.id, online(offers, item.form_key.is_some())?))
    };
    Ok(items.iter().filter_map(way).collect())
}

fn online(channels: &[ChannelOffer], with_form: bool) -> Option<Online> {
    let offer = electronic_request(channels)?;
    if with_form { Some(Online::Here) } else { offer.link.as_ref().map(|_| Online::Elsewhere) }
}

/// The electronic channel, where it takes requests.
fn electronic_request(channels: &[ChannelOffer]) -> Option<&ChannelOffer> {
    let electronic = channels.iter().find(|offer| offer.channel == Channel::Electronic);
    electronic.filter(|offer| offer.stages.contains(&Stage::Request))
}
