//! Who gives which stage, and how to reach them (CAT-05, CAT-12).

use catalogue::{Contact, ProviderStage, Stage};
use serde::Serialize;
use web_kit::Visit;

use super::address::web_link;
use crate::names::{Names, tel};

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ContactLine {
    pub(crate) icon: &'static str,
    pub(crate) href: Option<String>,
    pub(crate) text: String,
}

/// An institution with the stages in which it is reached in the same way.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Provider {
    pub(super) name: String,
    pub(super) does: String,
    pub(super) contacts: Vec<ContactLine>,
}

pub(super) fn providers(visit: &Visit, names: &Names, all: &[ProviderStage]) -> Vec<Provider> {
    let mut groups: Vec<(&ProviderStage, Vec<Stage>)> = Vec::new();
    for one in all {
        let alike = |first: &ProviderStage| first.institution == one.institution && first.contact == one.contact;
        match groups.iter_mut().find(|(first, _)| alike(first)) {
            Some((_, stages)) => stages.push(one.stage),
            None => groups.push((one, vec![one.stage])),
        }
    }
    let provider = |(first, stages): (&ProviderStage, Vec<Stage>)| {
        let words = stages.iter().map(|stage| visit.text(&format!("service-provides-{}", stage.as_str())));
        Provider {
            name: names.get(first.institution),
            does: words.collect::<Vec<_>>().join(" · "),
            contacts: contacts(&first.contact),
        }
    };
    groups.into_iter().map(provider).collect()
}

/// The ways to reach somebody.
pub(crate) fn contacts(contact: &Contact) -> Vec<ContactLine> {
    let mut lines = Vec::new();
    if let Some(phone) = &contact.phone {
        lines.push(ContactLine { icon: "phone", href: Some(tel(phone)), text: phone.clone() });
    }
    if let Some(email) = &contact.email {
        lines.push(ContactLine { icon: "mail", href: Some(format!("mailto:{email}")), text: email.clone() });
    }
    if let Some(website) = &contact.website {
        lines.push(ContactLine { icon: "globe", href: web_link(Some(website)), text: website.clone() });
    }
    if let Some(address) = &contact.address {
        lines.push(ContactLine { icon: "map-pin", href: None, text: address.clone() });
    }
    lines
}
