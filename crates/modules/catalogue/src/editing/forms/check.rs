//! What is wrong with the values of a description, whoever wrote it: a person in the editor, a system, a row of a
//! table. What is missing is told by the rules of quality.

use super::{Known, values};
use crate::editing::Remark;
use crate::editing::typed::{MOST_ITEMS, is_tag};
use crate::quality::elements::texts;
use crate::{ChannelOffer, Deadline, Description, Fee, Opening, ProviderStage, Territory};
use chrono::NaiveDate;
use kernel::{Channel, is_email, is_published_phone};

/// Everything that is wrong, each at its place as in the document: `channels/2/link`.
pub(crate) fn wrong_values(description: &Description, known: &Known) -> Vec<Remark> {
    let mut check = Check { known, wrong: Vec::new() };
    check.basics(description);
    check.documents(description);
    for (place, offer) in description.channels.iter().enumerate() {
        check.channel(&format!("channels/{place}"), offer);
    }
    for (place, provider) in description.providers.iter().enumerate() {
        check.provider(&format!("providers/{place}"), provider);
    }
    if !description.form.is_there() {
        check.refuse("form", "edit-form-unknown");
    }
    check.day("digital/since", description.digital.as_ref().and_then(|digital| digital.since));
    check.links(description);
    check.wrong
}

/// What the database knows, and what was found wrong.
struct Check<'a> {
    known: &'a Known,
    wrong: Vec<Remark>,
}

impl Check<'_> {
    fn refuse(&mut self, path: impl Into<String>, key: &'static str) {
        self.wrong.push(Remark::wrong(path, key));
    }

    fn basics(&mut self, d: &Description) {
        for (place, text) in texts(d) {
            for (tag, words) in text.languages() {
                let path = format!("{}/{tag}", place.path);
                if matches!(tag, "lv" | "en") || is_tag(tag) {
                    self.text(path, words);
                } else {
                    self.refuse(path, "edit-language");
                }
            }
        }
        self.text("cofog", &d.cofog);
        self.number("minutes_to_fill", d.minutes_to_fill);
        self.day("valid_from", d.valid_from);
        self.day("valid_to", d.valid_to);
        let known = self.known.municipalities.as_ref();
        let (Territory::Municipalities(codes), Some(municipalities)) = (&d.territory, known) else { return };
        for (place, _) in codes.iter().enumerate().filter(|(_, code)| !municipalities.contains(*code)) {
            self.refuse(format!("territory/municipalities/{place}"), "edit-municipality");
        }
    }

    fn documents(&mut self, d: &Description) {
        for (place, document) in d.documents.iter().enumerate() {
            let at = |part: &str| format!("documents/{place}/{part}");
            self.link(at("link"), document.link.as_deref());
            self.text(at("evidence_type"), document.evidence_type.as_deref().unwrap_or_default());
            self.number(&at("proves"), document.proves);
        }
        for (place, act) in d.legal_basis.iter().enumerate() {
            self.link(format!("legal_basis/{place}/link"), act.link.as_deref());
        }
        for (list, length) in [
            ("steps", d.steps.len()),
            ("documents", d.documents.len()),
            ("conditions", d.conditions.len()),
            ("outputs", d.outputs.len()),
            ("legal_basis", d.legal_basis.len()),
            ("channels", d.channels.len()),
            ("providers", d.providers.len()),
            ("related", d.related.len()),
            ("life_events", d.life_events.len()),
            ("keywords/lv", d.keywords.lv.len()),
            ("keywords/en", d.keywords.en.len()),
        ] {
            self.size(list, length);
        }
    }

    fn channel(&mut self, path: &str, offer: &ChannelOffer) {
        let at = |part: &str| format!("{path}/{part}");
        self.link(at("link"), offer.link.as_deref());
        self.sign_in(path, offer);
        self.places(&at("places"), offer);
        self.fee(&at("fee"), offer.fee);
        self.size(&at("tiers"), offer.tiers.len());
        for (place, tier) in offer.tiers.iter().enumerate() {
            self.fee(&at(&format!("tiers/{place}/fee")), tier.fee);
        }
        if let Some(Deadline::WorkingDays(count) | Deadline::Months(count)) = offer.deadline {
            self.number(&at("deadline"), Some(count));
        }
        self.size(&at("opening"), offer.opening.len());
        for (place, opening) in offer.opening.iter().enumerate() {
            self.opening(&at(&format!("opening/{place}")), opening);
        }
    }

    /// Where a sign-in begins: on the electronic channel alone, and both addresses are safe from being listened to.
    fn sign_in(&mut self, path: &str, offer: &ChannelOffer) {
        let at = |part: &str| format!("{path}/{part}");
        let Some(address) = offer.sign_in.as_deref() else { return };
        let safe = |address: &str| address.starts_with("https://");
        if offer.channel != Channel::Electronic {
            self.refuse(at("sign_in"), "edit-sign-in-channel");
        } else if !safe(address) {
            self.refuse(at("sign_in"), "edit-link-safe");
        } else if !offer.link.as_deref().is_some_and(safe) {
            self.refuse(at("link"), "edit-sign-in-link");
        }
        self.link(at("sign_in"), Some(address));
    }

    /// Places that take a channel in person.
    fn places(&mut self, path: &str, offer: &ChannelOffer) {
        self.size(path, offer.places.len());
        let in_person = matches!(offer.channel, Channel::Centre | Channel::Institution);
        if !in_person && !offer.places.is_empty() {
            self.refuse(path, "edit-place-channel");
        }
        for (place, code) in offer.places.iter().enumerate() {
            if !self.known.places.contains(code) {
                self.refuse(format!("{path}/{place}"), "edit-place-unknown");
            }
        }
    }

    fn fee(&mut self, path: &str, fee: Fee) {
        if matches!(fee, Fee::Amount(amount) if !values::is_amount(amount)) {
            self.refuse(format!("{path}/amount"), "edit-amount");
        }
    }

    fn opening(&mut self, path: &str, opening: &Opening) {
        let is_time = |text: &str| values::time(text).is_some_and(|time| time == text);
        let (opens, closes) = (is_time(&opening.opens), is_time(&opening.closes));
        for (part, good) in [("opens", opens), ("closes", closes)] {
            if !good {
                self.refuse(format!("{path}/{part}"), "edit-time");
            }
        }
        if opening.days.is_empty() {
            self.refuse(format!("{path}/days"), "edit-opening");
        } else if opens && closes && opening.opens >= opening.closes {
            self.refuse(format!("{path}/closes"), "edit-time-order");
        }
    }

    fn provider(&mut self, path: &str, provider: &ProviderStage) {
        let at = |part: &str| format!("{path}/contact/{part}");
        let contact = &provider.contact;
        if !self.known.has(provider.institution) {
            self.refuse(format!("{path}/institution"), "institution");
        }
        self.value(at("phone"), contact.phone.as_deref(), "edit-phone", is_published_phone);
        self.value(at("email"), contact.email.as_deref(), "edit-email", is_email);
        self.text(at("address"), contact.address.as_deref().unwrap_or_default());
        self.link(at("website"), contact.website.as_deref());
    }

    /// Related services, and texts that are words of lists.
    fn links(&mut self, d: &Description) {
        for (place, code) in d.related.iter().enumerate() {
            if !self.known.services.contains(code) {
                self.refuse(format!("related/{place}"), "edit-service-unknown");
            }
        }
        for (list, words) in
            [("life_events", &d.life_events), ("keywords/lv", &d.keywords.lv), ("keywords/en", &d.keywords.en)]
        {
            words.iter().for_each(|word| self.text(list, word));
        }
    }

    fn text(&mut self, path: impl Into<String>, text: &str) {
        if text.chars().count() > values::LONGEST {
            self.refuse(path, "edit-too-long");
        } else if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.refuse(path, "edit-characters");
        }
    }

    fn value(&mut self, path: String, text: Option<&str>, key: &'static str, rule: fn(&str) -> bool) {
        match text {
            Some(text) if !rule(text) => self.refuse(path, key),
            Some(text) => self.text(path, text),
            None => {}
        }
    }

    fn link(&mut self, path: String, link: Option<&str>) {
        self.value(path, link, "edit-link", |link| values::link(link).is_some_and(|whole| whole == link));
    }

    fn number(&mut self, path: &str, number: Option<u16>) {
        if number.is_some_and(|number| !values::is_number(number)) {
            self.refuse(path, "edit-number");
        }
    }

    fn day(&mut self, path: &str, day: Option<NaiveDate>) {
        if day.is_some_and(|day| !values::is_day(day)) {
            self.refuse(path, "edit-day");
        }
    }

    fn size(&mut self, path: &str, length: usize) {
        if length > MOST_ITEMS {
            self.refuse(path, "edit-too-many");
        }
    }
}
