//! Whether a service can be requested on-line: one answer for pages, lists, the search and figures.

use crate::{Description, Service, Stage};
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
        let electronic = self.channels.iter().find(|offer| offer.channel == Channel::Electronic);
        let offer = electronic.filter(|offer| offer.stages.contains(&Stage::Request))?;
        if with_form { Some(Online::Here) } else { offer.link.as_ref().map(|_| Online::Elsewhere) }
    }
}

impl Service {
    /// Where it can be requested on-line while it is open.
    #[must_use]
    pub fn online(&self) -> Option<Online> {
        self.description.online(self.form_key.is_some())
    }
}
