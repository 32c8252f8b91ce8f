//! The value that is replaced: where it stands in a description or in what was typed, and what may take its place.

use super::{BulkKind, BulkTarget};
use crate::editing::{forms, open};
use crate::{Contact, Description, Section, Typed};
use kernel::{Error, InstitutionId, LangText, Result};

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

/// The description with the new value, and the elements that it changed.
pub(super) fn replaced(description: &Description, target: &BulkTarget, new: &LangText) -> (Description, Vec<String>) {
    let mut after = description.clone();
    let mut paths = Vec::new();
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
    (after, paths)
}

/// What was typed, with the new value where the old one stood.
pub(super) fn retyped(typed: &Typed, target: &BulkTarget, new: &LangText) -> Typed {
    typed.mapped(|name, value| {
        let parts: Vec<&str> = name.split('/').collect();
        let stood = value.trim() == target.old;
        match (target.kind, parts.as_slice()) {
            (BulkKind::Notice, ["notice", "lv"]) => new.lv.clone(),
            (BulkKind::Notice, ["notice", "en"]) => new.en.clone(),
            (BulkKind::Hours, ["channels", place, "hours", tag @ ("lv" | "en")]) => {
                let channel = typed.get(&format!("channels/{place}/channel"));
                let meant = target.channel.is_none_or(|wanted| wanted.as_str() == channel);
                let words = typed.get(&format!("channels/{place}/hours/lv")).trim();
                match (meant && words == target.old, *tag) {
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
