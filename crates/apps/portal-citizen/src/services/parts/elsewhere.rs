//! The way to a form that the institution keeps on a site of its own.

use catalogue::Service;
use kernel::Channel;
use serde::Serialize;

use super::super::elements::{site, web_link};

/// A form on another site.
#[derive(Debug, Serialize)]
pub(crate) struct Elsewhere {
    pub(crate) href: String,
    pub(crate) site: String,
}

/// Where the institution takes requests on-line itself (CAT-06, POR-12).
pub(crate) fn elsewhere(service: &Service) -> Option<Elsewhere> {
    let offer = service.offer(Channel::Electronic).filter(|_| service.requestable_by(Channel::Electronic))?;
    let href = web_link(offer.link.as_deref())?;
    Some(Elsewhere { site: site(&href), href })
}
