//! Every channel of a service: what can be done in it, price, term, hours, place, and why it was chosen (CAT-07, CAT-14).

use catalogue::{ChannelOffer, Description, DigitalMode, LEGAL_DEADLINE, Stage};
use kernel::Channel;
use serde::Serialize;

use super::hours::{OpeningLine, opening};
use super::say::listing;
use super::{Address, Teller, Words};
use crate::names::{channel_fee, deadline, text_of};

/// One channel.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ChannelLine {
    pub(super) name: String,
    /// What can be done in it; none where nothing is said.
    pub(super) can: Option<String>,
    pub(super) hours: Option<Words>,
    pub(super) fee: String,
    pub(super) deadline: String,
    pub(super) opening: Vec<OpeningLine>,
    pub(super) address: Option<Address>,
    /// Whether only some places take it.
    pub(super) some_places: bool,
    pub(super) reason: String,
    pub(super) note: Option<Words>,
}

/// The channels in the order of the description; `online` says whether the electronic one leads to a form.
pub(crate) fn channels(teller: Teller<'_>, offers: &[ChannelOffer], online: bool) -> Vec<ChannelLine> {
    let visit = teller.visit;
    let line = |offer: &ChannelOffer| ChannelLine {
        name: visit.text(&format!("channel-{}", offer.channel)),
        can: can(teller, offer, online),
        hours: teller.say(&offer.hours),
        fee: channel_fee(visit, offer),
        deadline: deadline(visit, offer.deadline.unwrap_or(LEGAL_DEADLINE)),
        opening: opening(visit, &offer.opening),
        address: Address::of(offer.link.as_deref()),
        some_places: !offer.places.is_empty(),
        reason: visit.text(&format!("channel-reason-{}", offer.reason.as_str())),
        note: teller.say(&offer.note),
    };
    offers.iter().map(line).collect()
}

/// What can be done in a channel. A request that leads nowhere is told as what cannot be done.
fn can(teller: Teller<'_>, offer: &ChannelOffer, online: bool) -> Option<String> {
    let nowhere = !online && offer.channel == Channel::Electronic && offer.stages.contains(&Stage::Request);
    let stages = offer.stages.iter().filter(|stage| !nowhere || **stage != Stage::Request);
    let word = |stage: &Stage| teller.visit.text(&format!("service-can-{}", stage.as_str()));
    let words: Vec<String> = stages.map(word).collect();
    let can = (!words.is_empty()).then(|| text_of(teller.visit, "service-can", "what", listing(teller.visit, &words)));
    let cannot = nowhere.then(|| teller.visit.text("service-cannot-online"));
    match (cannot, can) {
        (Some(cannot), Some(can)) => Some(format!("{cannot}. {can}")),
        (cannot, can) => cannot.or(can),
    }
}

/// A term with its words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Term {
    pub(super) name: String,
    pub(super) words: Words,
}

/// What holds of an electronic request: the signature, how far the service is digital, help for those who cannot.
pub(crate) fn terms(teller: Teller<'_>, text: &Description, online: bool) -> Vec<Term> {
    let term = |key: &str, words: Words| Term { name: teller.visit.text(key), words };
    let mut terms = Vec::new();
    if online {
        let words = teller.visit.text(&format!("signature-{}", text.signature.as_str()));
        terms.push(term("service-fact-signature", Words::own(words)));
    }
    if let Some(digital) = &text.digital {
        terms.push(term("service-fact-digital", Words::own(mode(teller, digital))));
        terms.extend(teller.say(&digital.support).map(|words| term("service-fact-support", words)));
    }
    terms
}

fn mode(teller: Teller<'_>, digital: &DigitalMode) -> String {
    let mode = teller.visit.text(&format!("digital-{}", digital.mode.as_str()));
    match digital.since {
        None => mode,
        Some(day) => {
            let mut values = i18n::Args::new();
            values.set("mode", mode);
            values.set("day", i18n::date(teller.visit.locale(), day));
            teller.visit.text_with("service-digital-since", &values)
        }
    }
}
