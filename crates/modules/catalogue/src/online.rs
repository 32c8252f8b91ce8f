//! Whether a service can be requested on-line: one answer for pages, lists, the search and figures.

use crate::{ChannelOffer, Description, FormChoice, Service, Stage};
use kernel::Channel;

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
        let offer = self.electronic_request()?;
        if with_form { Some(Online::Here) } else { offer.link.as_ref().map(|_| Online::Elsewhere) }
    }

    /// The form that it can be requested with: the chosen one, where the electronic channel takes requests; `kept`,
    /// where it says nothing of forms.
    pub(crate) fn usable_form(&self, kept: Option<&str>) -> Option<String> {
        let key = match &self.form {
            FormChoice::Unsaid => kept,
            chosen => chosen.key().filter(|_| self.electronic_request().is_some()),
        };
        key.map(str::to_owned)
    }

    fn electronic_request(&self) -> Option<&ChannelOffer> {
        let electronic = self.channels.iter().find(|offer| offer.channel == Channel::Electronic);
        electronic.filter(|offer| offer.stages.contains(&Stage::Request))
    }
}

impl Service {
    /// Where it can be requested on-line while it is open.
    #[must_use]
    pub fn online(&self) -> Option<Online> {
        self.description.online(self.form_key.is_some())
    }
}
