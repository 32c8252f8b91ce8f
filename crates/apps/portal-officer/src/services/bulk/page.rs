//! Context of the page of bulk changes.

use crate::parts::{Choice, either};
use kernel::Locale;
use serde::Serialize;
use web_kit::{FormErrors, Template};

/// Context of `work/services/bulk.html`.
#[derive(Debug, Clone, Serialize)]
pub struct BulkPage {
    pub(super) kinds: Vec<Choice>,
    pub(super) channels: Vec<Choice>,
    pub(super) asked: Asked,
    /// Values of the kind that occur, with the number of services.
    pub(super) values: Vec<Value>,
    /// Whether more values occur, or may occur, than are offered.
    pub(super) cut: bool,
    pub(super) found: Vec<Found>,
    /// Whether some of their channels tell their hours to programs too.
    pub(super) opening: bool,
    /// Where the next services to look through begin, and the address of that page.
    pub(super) rest: String,
    pub(super) next: Option<String>,
    /// The most services that one request changes.
    pub(super) most: u64,
    pub(super) typed: TypedChange,
    pub(super) errors: FormErrors,
}

/// What is to be changed.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Asked {
    pub(super) kind: String,
    pub(super) old: String,
    pub(super) channel: String,
    /// Where this page of places begins.
    pub(super) after: String,
    /// Whether an old value is chosen or none is needed.
    pub(super) ready: bool,
    pub(super) in_words: bool,
}

/// A value that occurs.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Value {
    pub(super) text: String,
    pub(super) count: usize,
    pub(super) href: String,
}

/// A service in which it occurs.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Found {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) places: Vec<String>,
    pub(super) state: &'static str,
    pub(super) copy: bool,
    /// Whether the hours that would change are told to programs too.
    pub(super) opening: bool,
    pub(super) chosen: bool,
}

/// What was typed as the change.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedChange {
    pub(super) new: String,
    pub(super) new_en: String,
    /// Whether the hours for programs go with the words.
    pub(super) clear_opening: bool,
    pub(super) from: String,
    pub(super) note: String,
}

impl Template for BulkPage {
    const NAME: &'static str = "work/services/bulk.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let found = |code: &str, copy: bool, state: &'static str| Found {
            code: code.to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            places: vec![either(locale, "1. sniedzējs: tālrunis", "Provider 1: telephone")],
            state,
            copy,
            opening: copy,
            chosen: !copy,
        };
        let start = Self {
            kinds: vec![Choice::new("phone", either(locale, "Tālrunis", "Telephone"))],
            channels: vec![Choice::new("phone", either(locale, "Pa tālruni", "By phone"))],
            asked: Asked::default(),
            values: Vec::new(),
            cut: false,
            found: Vec::new(),
            opening: false,
            rest: String::new(),
            next: None,
            most: super::run::MOST,
            typed: TypedChange::default(),
            errors: FormErrors::none(),
        };
        let asked = |ready: bool, in_words: bool| Asked {
            kind: if in_words { "hours" } else { "phone" }.to_owned(),
            old: if ready { "+371 6000 0000".to_owned() } else { String::new() },
            channel: String::new(),
            after: String::new(),
            ready,
            in_words,
        };
        let href = format!("/{locale}/work/services/bulk?kind=phone&old=1");
        let value = Value { text: "+371 6000 0000".to_owned(), count: 3, href: href.clone() };
        let choosing = Self { asked: asked(false, false), values: vec![value], cut: true, ..start.clone() };
        let list = vec![found("1007", false, "open"), found("1008", true, "closed"), found("1009", true, "draft")];
        let mut errors = FormErrors::none();
        errors.add(Some("new"), either(locale, "Norādiet tālruni.", "Give the telephone."));
        let more = Self { rest: "31".to_owned(), next: Some(href), ..start.clone() };
        let ready = Self { asked: asked(true, false), found: list.clone(), errors, ..more.clone() };
        let further = Self { asked: asked(true, false), ..more };
        let words = Self { asked: asked(true, true), found: list, opening: true, ..start.clone() };
        let nothing = Self { asked: asked(true, false), ..start.clone() };
        vec![start, choosing, ready, further, words, nothing]
    }
}
