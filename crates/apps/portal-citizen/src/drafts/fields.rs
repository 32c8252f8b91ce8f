//! The fields of a step as the template draws them.

use std::collections::BTreeMap;

use documents::Document;
use forms::{Answers, Draft, Field, FieldKind, FieldSource, RawInput, Widget, shown};
use i18n::Args;
use serde::Serialize;
use web_kit::Visit;

#[derive(Debug, Default, Serialize)]
pub(super) struct DateParts {
    pub(super) day: String,
    pub(super) month: String,
    pub(super) year: String,
}

#[derive(Debug, Serialize)]
pub(super) struct OptionView {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
}

/// A stored file; a box with its id says that it is to go.
#[derive(Debug, Serialize)]
pub(super) struct StoredFile {
    pub(super) id: String,
    pub(super) name: String,
}

/// One field, ready to be drawn.
#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: Option<String>,
    pub(super) widget: &'static str,
    pub(super) width: &'static str,
    pub(super) input_type: &'static str,
    pub(super) inputmode: Option<&'static str>,
    pub(super) autocomplete: String,
    pub(super) optional: bool,
    pub(super) value: String,
    pub(super) values: Vec<String>,
    pub(super) date: DateParts,
    pub(super) options: Vec<OptionView>,
    pub(super) attached: Vec<StoredFile>,
    /// The most files that the field holds.
    pub(super) most: u64,
    /// Name of the register and the time, when the value comes from one.
    pub(super) source: Option<String>,
    /// Whether the register that should have known did not answer.
    pub(super) unreachable: bool,
}

/// What a page shows: the draft, or what has just been typed on top of it.
pub(super) struct Shown<'a> {
    pub(super) draft: &'a Draft,
    pub(super) raw: &'a RawInput,
    pub(super) answers: &'a Answers,
    pub(super) files: &'a [Document],
}

impl FieldView {
    pub(super) fn new(visit: &Visit, field: &Field, page: &Shown<'_>) -> Self {
        let locale = visit.locale();
        let inputs = shown(field, page.raw, page.answers);
        let (input_type, inputmode) = match field.widget {
            Widget::Email => ("email", None),
            Widget::Tel => ("tel", None),
            Widget::Number => ("text", Some("numeric")),
            _ => ("text", None),
        };
        let option = |choice: &forms::Choice| OptionView {
            value: choice.input(),
            label: choice.label.get(locale).to_owned(),
            hint: None,
        };
        let stored = |file: &Document| StoredFile { id: file.id.to_string(), name: file.file_name.clone() };
        Self {
            name: field.name.clone(),
            label: field.label.get(locale).to_owned(),
            hint: field.hint.as_ref().map(|hint| hint.get(locale).to_owned()),
            widget: field.widget.as_str(),
            width: field.width.as_str(),
            input_type,
            inputmode,
            autocomplete: field.autocomplete.clone().unwrap_or_else(|| "off".to_owned()),
            optional: !field.required,
            value: first(&inputs, &field.name),
            values: inputs.get(&field.name).cloned().unwrap_or_default(),
            date: DateParts {
                day: first(&inputs, &format!("{}-day", field.name)),
                month: first(&inputs, &format!("{}-month", field.name)),
                year: first(&inputs, &format!("{}-year", field.name)),
            },
            options: field.choices.iter().map(option).collect(),
            attached: page.files.iter().filter(|file| file.field == field.name).map(stored).collect(),
            most: if field.kind == FieldKind::File { field.max.unwrap_or(1) } else { 1 },
            source: register_of(visit, page, &field.name),
            unreachable: matches!(page.draft.sources.get(&field.name), Some(FieldSource::Unreachable { .. })),
        }
    }
}

fn first(inputs: &BTreeMap<String, Vec<String>>, name: &str) -> String {
    inputs.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
}

/// The register that a value comes from, and that the person has changed it, as the page with all answers says it.
fn register_of(visit: &Visit, page: &Shown<'_>, name: &str) -> Option<String> {
    match page.draft.sources.get(name)? {
        source @ FieldSource::Register { .. } => Some(source_words(visit, source, source.changed(page.answers, name))),
        FieldSource::Unreachable { .. } => None,
    }
}

/// Where an answer comes from, in words.
pub(crate) fn source_words(visit: &Visit, source: &FieldSource, changed: bool) -> String {
    let key = match source {
        FieldSource::Register { .. } if changed => "step-source-changed",
        FieldSource::Register { .. } => "step-source-register",
        FieldSource::Unreachable { .. } => "step-source-unreachable",
    };
    let mut values = Args::new();
    values.set("register", source.register(visit.locale()).to_owned());
    values.set("at", i18n::date_time(visit.locale(), source.asked_at()));
    visit.text_with(key, &values)
}
