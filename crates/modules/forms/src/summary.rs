//! Answers in words: for the page on which a person checks them, and for the officer.

use crate::model::{Answers, Definition, Field, FieldKind};
use crate::pointer;
use crate::source::{FieldSource, Sources};
use chrono::NaiveDate;
use kernel::{DocumentId, Locale};
use serde_json::Value;

/// One step in words.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryStep {
    /// Name of the step, for the link "change".
    pub key: String,
    /// Its heading.
    pub label: String,
    /// Its questions and answers.
    pub rows: Vec<SummaryRow>,
}

/// One question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct SummaryRow {
    /// Name of the field.
    pub field: String,
    /// The question.
    pub label: String,
    /// The answer in words, one entry per line; empty when there is no answer.
    pub values: Vec<String>,
    /// The documents, for a file field.
    pub documents: Vec<DocumentId>,
    /// Where the answer comes from, when not from the client.
    pub source: Option<FieldSource>,
    /// Whether the client changed what the register said.
    pub changed: bool,
}

/// Every visible question with its answer, in the words of `locale`.
#[must_use]
pub fn answers_summary(
    definition: &Definition,
    answers: &Answers,
    sources: &Sources,
    locale: Locale,
) -> Vec<SummaryStep> {
    let steps = definition.steps(answers).into_iter().map(|visible| SummaryStep {
        key: visible.step.key.clone(),
        label: visible.step.label.get(locale).to_owned(),
        rows: visible.fields.iter().map(|field| row(field, answers, sources, locale)).collect(),
    });
    steps.collect()
}

fn row(field: &Field, answers: &Answers, sources: &Sources, locale: Locale) -> SummaryRow {
    let answer = pointer::get(answers, &field.name);
    let is_file = field.kind == FieldKind::File;
    let items: Vec<&Value> = match answer {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    };
    let source = sources.get(&field.name);
    SummaryRow {
        field: field.name.clone(),
        label: field.label.get(locale).to_owned(),
        documents: items.iter().filter(|_| is_file).filter_map(|id| id.as_str()?.parse().ok()).collect(),
        values: if is_file { Vec::new() } else { items.iter().map(|value| words(field, value, locale)).collect() },
        changed: source.is_some_and(|source| source.changed(answers, &field.name)),
        source: source.cloned(),
    }
}

fn words(field: &Field, value: &Value, locale: Locale) -> String {
    if let Some(choice) = field.choices.iter().find(|choice| choice.value == *value) {
        return choice.label.get(locale).to_owned();
    }
    let text = match (value, locale) {
        (Value::Bool(true), Locale::Lv) => "Jā".to_owned(),
        (Value::Bool(true), Locale::En) => "Yes".to_owned(),
        (Value::Bool(false), Locale::Lv) => "Nē".to_owned(),
        (Value::Bool(false), Locale::En) => "No".to_owned(),
        (Value::String(text), _) => text.clone(),
        (other, _) => other.to_string(),
    };
    match field.format.as_deref() {
        Some("date") => text.parse::<NaiveDate>().map_or(text, |day| day_words(day, locale)),
        Some("iban") => groups(&text),
        _ => text,
    }
}

fn day_words(day: NaiveDate, locale: Locale) -> String {
    match locale {
        Locale::Lv => day.format("%d.%m.%Y.").to_string(),
        Locale::En => day.format("%-d %B %Y").to_string(),
    }
}

/// Groups of four, as account numbers are printed.
fn groups(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
