//! The value that is replaced: where it stands in a description or in what was typed, and what may take its place.

use super::{BulkKind, BulkTarget};
use crate::editing::{forms, open};
use crate::{Contact, Description, Section, Typed};
use kernel::{Channel, Error, InstitutionId, LangText, Result};

pub(super) const fn section_of(kind: BulkKind) -> Section {
    match kind {
        BulkKind::Hours => Section::Channels,
        BulkKind::Notice => Section::Basics,
        BulkKind::Phone | BulkKind::Email | BulkKind::Address | BulkKind::Website => Section::Providers,
    }
}

pub(super) fn values_of(description: &Description, kind: BulkKind) -> Vec<String> {
    match kind {
        BulkKind::Hours => description.channels.iter().map(|offer| offer.hours.lv.clone()).collect(),
        BulkKind::Notice => description.notice.iter().map(|notice| notice.lv.clone()).collect(),
        _ => {
            let contacts = description.providers.iter().map(|provider| &provider.contact);
            contacts.filter_map(|contact| part(contact, kind).clone()).collect()
        }
    }
}

fn part(contact: &Contact, kind: BulkKind) -> &Option<String> {
    match kind {
        BulkKind::Email => &contact.email,
        BulkKind::Address => &contact.address,
        BulkKind::Website => &contact.website,
        _ => &contact.phone,
    }
}

fn part_mut(contact: &mut Contact, kind: BulkKind) -> &mut Option<String> {
    match kind {
        BulkKind::Email => &mut contact.email,
        BulkKind::Address => &mut contact.address,
        BulkKind::Website => &mut contact.website,
        _ => &mut contact.phone,
    }
}

/// A description with the new value in it.
pub(super) struct Replaced {
    pub description: Description,
    /// The elements that changed.
    pub paths: Vec<String>,
    /// Channels whose hours changed in words and are told to programs too.
    pub opening: Vec<Channel>,
}

/// Puts the new value where the old one stands; the hours for programs go with the words if they are to be `cleared`.
pub(super) fn replaced(description: &Description, target: &BulkTarget, new: &LangText, cleared: bool) -> Replaced {
    let mut after = description.clone();
    let mut paths = Vec::new();
    let mut opening = Vec::new();
    match target.kind {
        BulkKind::Notice => {
            let notice = Some(new.clone()).filter(|text| text.languages().next().is_some());
            if after.notice != notice || target.old.is_empty() {
                after.notice = notice;
                paths.push("notice".to_owned());
            }
        }
        BulkKind::Hours => {
            for (place, offer) in after.channels.iter_mut().enumerate() {
                let meant = target.channel.is_none_or(|channel| channel == offer.channel);
                if meant && offer.hours.lv == target.old {
                    offer.hours = new.clone();
                    paths.push(format!("channels/{place}/hours"));
                    opening.extend(Some(offer.channel).filter(|_| !offer.opening.is_empty()));
                    if cleared {
                        offer.opening.clear();
                    }
                }
            }
        }
        kind => {
            for (place, provider) in after.providers.iter_mut().enumerate() {
                let value = part_mut(&mut provider.contact, kind);
                if value.as_deref() == Some(target.old.as_str()) {
                    *value = Some(new.lv.clone()).filter(|text| !text.is_empty());
                    paths.push(format!("providers/{place}/contact/{}", kind.as_str()));
                }
            }
        }
    }
    if after == *description && target.kind == BulkKind::Notice && !target.old.is_empty() {
        paths.clear();
    }
    Replaced { description: after, paths, opening }
}

/// The same in what was typed, and the channels whose hours are told to programs too.
pub(super) fn retyped(typed: &Typed, target: &BulkTarget, new: &LangText, cleared: bool) -> (Typed, Vec<Channel>) {
    let mut kept = typed.clone();
    let mut opening = Vec::new();
    if target.kind == BulkKind::Hours {
        for place in 0..typed.items("channels") {
            let group = format!("channels/{place}/opening");
            if typed.items(&group) == 0 || !are_meant(typed, target, &place.to_string()) {
                continue;
            }
            opening.extend(typed.get(&format!("channels/{place}/channel")).parse::<Channel>().ok());
            if cleared {
                let inside = format!("{group}/");
                kept = kept.pairs().iter().filter(|(name, _)| !name.starts_with(&inside)).cloned().collect();
            }
        }
    }
    (with_new(&kept, target, new), opening)
}

/// Whether the hours typed for the channel at `place` are those that change.
fn are_meant(typed: &Typed, target: &BulkTarget, place: &str) -> bool {
    let channel = typed.get(&format!("channels/{place}/channel"));
    let words = typed.get(&format!("channels/{place}/hours/lv")).trim();
    target.channel.is_none_or(|wanted| wanted.as_str() == channel) && words == target.old
}

fn with_new(typed: &Typed, target: &BulkTarget, new: &LangText) -> Typed {
    typed.mapped(|name, value| {
        let parts: Vec<&str> = name.split('/').collect();
        let stood = value.trim() == target.old;
        match (target.kind, parts.as_slice()) {
            (BulkKind::Notice, ["notice", "lv"]) => new.lv.clone(),
            (BulkKind::Notice, ["notice", "en"]) => new.en.clone(),
            (BulkKind::Hours, ["channels", place, "hours", tag @ ("lv" | "en")]) => {
                match (are_meant(typed, target, place), *tag) {
                    (true, "lv") => new.lv.clone(),
                    (true, _) => new.en.clone(),
                    (false, _) => value.to_owned(),
                }
            }
            (kind, ["providers", _, "contact", element]) if stood && *element == kind.as_str() => new.lv.clone(),
            _ => value.to_owned(),
        }
    })
}

/// The new value, if it can be one of its kind.
pub(super) fn checked(kind: BulkKind, new: &LangText) -> Result<LangText> {
    let clean = LangText::new(new.lv.trim(), new.en.trim());
    let refused = |key: &'static str| Err(Error::invalid("form-has-errors").field("new", key));
    let typed: Typed = [("providers/0/institution".to_owned(), "X".to_owned())]
        .into_iter()
        .chain([(format!("providers/0/contact/{}", kind.as_str()), clean.lv.clone())])
        .collect();
    match kind {
        BulkKind::Notice if clean.lv.is_empty() == clean.en.is_empty() => Ok(clean),
        BulkKind::Hours if !clean.lv.is_empty() && !clean.en.is_empty() => Ok(clean),
        BulkKind::Notice | BulkKind::Hours => refused("service-text-missing"),
        _ if clean.lv.is_empty() => refused("bulk-empty"),
        _ => {
            let mut known = forms::Known::default();
            known.institutions.insert("X".to_owned(), InstitutionId::new(uuid::Uuid::nil()));
            let mut read = open::blank(InstitutionId::new(uuid::Uuid::nil()), LangText::default());
            let wrong = forms::understand(Section::Providers, &typed, &known, &mut read);
            match wrong.first() {
                Some(finding) => Err(Error::invalid("form-has-errors").field("new", finding.key.clone())),
                None => {
                    let understood = read.providers.first().and_then(|provider| part(&provider.contact, kind).clone());
                    Ok(LangText::new(understood.unwrap_or_default(), ""))
                }
            }
        }
    }
}
