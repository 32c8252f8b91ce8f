//! The parts of the form of a template, which are opened one at a time: what is filled in each, and which stand open.

use super::form::{Both, Typed};
use super::words::counted;
use i18n::Args;
use serde::Serialize;
use std::collections::BTreeSet;
use web_kit::{FormErrors, Visit};

/// What is filled in, in the line of each part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filled {
    pub words: String,
    pub class: String,
    pub local: String,
    pub steps: String,
    pub documents: String,
    pub laws: String,
}

impl Filled {
    /// Of what was typed, before there are empty rows to go on in.
    pub fn of(visit: &Visit, typed: &Typed) -> Self {
        let both = |text: &Both| !text.lv.trim().is_empty() && !text.en.trim().is_empty();
        let words = [&typed.name, &typed.summary, &typed.audience, &typed.conditions, &typed.appeal].map(both);
        let class = [
            !typed.scope.is_empty(),
            !typed.client_circle.is_empty(),
            !typed.cofog.is_empty(),
            !typed.life_events.is_empty(),
            both(&typed.keywords),
        ];
        let lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).count();
        Self {
            words: of_all(visit, &words),
            class: of_all(visit, &class),
            local: counted(visit, "template-filled-local", lines(&typed.local.lv).max(lines(&typed.local.en))),
            steps: counted(visit, "template-filled-steps", typed.steps.len()),
            documents: counted(visit, "template-filled-documents", typed.documents.len()),
            laws: counted(visit, "template-filled-laws", typed.laws.len()),
        }
    }
}

/// How many of these are filled in.
fn of_all(visit: &Visit, filled: &[bool]) -> String {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let mut values = Args::new();
    values.set("filled", number(filled.iter().filter(|one| **one).count()));
    values.set("all", number(filled.len()));
    visit.text_with("template-filled", &values)
}

/// The parts, and the rows in them (`steps-0`), that stand open: those in which something is wrong; of a template that
/// nobody has written yet the first part.
pub fn opened(begins: bool, errors: &FormErrors) -> BTreeSet<String> {
    let mut open = BTreeSet::new();
    if begins && errors.is_empty() {
        open.insert("words".to_owned());
    }
    for field in errors.by_field.keys() {
        let mut places = field.split(['-', '/']);
        let (name, row) = (places.next().unwrap_or_default(), places.next().unwrap_or_default());
        let part = match name {
            "name" | "summary" | "audience" | "conditions" | "appeal" => "words",
            "scope" | "client_circle" | "cofog" | "life_events" | "keywords" => "class",
            other => other,
        };
        open.extend([part.to_owned(), format!("{part}-{row}")]);
    }
    open
}
