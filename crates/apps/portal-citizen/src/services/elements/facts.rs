//! What a reader looks for first: a word, a picture, a value.

use catalogue::Description;
use chrono::NaiveDate;
use i18n::Args;
use kernel::Assurance;
use serde::Serialize;
use web_kit::Visit;

/// A term with its value.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Fact {
    icon: &'static str,
    term: String,
    value: String,
}

impl Fact {
    /// With the words of `key`.
    pub(crate) fn new(visit: &Visit, icon: &'static str, key: &str, value: String) -> Self {
        Self { icon, term: visit.text(key), value }
    }

    /// An invented one.
    pub(crate) fn sample(icon: &'static str, term: &str, value: &str) -> Self {
        Self { icon, term: term.to_owned(), value: value.to_owned() }
    }
}

/// How one signs in for an electronic request (CAT-28); none where it cannot be requested on-line.
pub(crate) fn sign_in(visit: &Visit, text: &Description, online: bool) -> Option<Fact> {
    let level = match text.identification {
        Assurance::None => "none",
        Assurance::Low => "low",
        Assurance::Substantial => "substantial",
        Assurance::High => "high",
    };
    let words = || visit.text(&format!("identification-{level}"));
    online.then(|| Fact::new(visit, "shield-check", "service-fact-sign-in", words()))
}

/// How long filling in takes; none where it cannot be requested on-line.
pub(crate) fn fill(visit: &Visit, text: &Description, online: bool) -> Option<Fact> {
    let mut values = Args::new();
    values.set("count", i64::from(text.minutes_to_fill.filter(|_| online)?));
    Some(Fact::new(visit, "clock", "service-fact-fill", visit.text_with("service-minutes", &values)))
}

/// From which day to which day it is offered.
pub(crate) fn offered(visit: &Visit, text: &Description) -> Option<Fact> {
    let day = |day: NaiveDate| i18n::date(visit.locale(), day);
    let mut values = Args::new();
    if let Some(from) = text.valid_from {
        values.set("from", day(from));
    }
    if let Some(to) = text.valid_to {
        values.set("to", day(to));
    }
    let key = match (text.valid_from, text.valid_to) {
        (None, None) => return None,
        (Some(_), None) => "service-offered-from",
        (None, Some(_)) => "service-offered-to",
        (Some(_), Some(_)) => "service-offered-between",
    };
    Some(Fact::new(visit, "calendar", "service-fact-offered", visit.text_with(key, &values)))
}
