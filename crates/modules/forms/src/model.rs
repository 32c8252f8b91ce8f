//! What a form is once it has been read: steps, fields and the compiled rules behind them.

use crate::rule::Rule;
use crate::source;
use jsonschema::Validator;
use kernel::{LangText, Locale};
use serde_json::Value;

/// The answers to a form: one JSON object, the same that an institution's system sends and receives.
pub type Answers = serde_json::Map<String, Value>;

/// One version of a form. Versions never change once somebody has answered them; a correction is a new version.
pub struct Definition {
    /// Name of the form: `childbirth-benefit`.
    pub key: String,
    /// Version, from 1.
    pub version: u32,
    /// Title.
    pub title: LangText,
    /// JSON Schema 2020-12 of the answers.
    pub schema: Value,
    /// Every step, in order, also those that some answers hide.
    pub steps: Vec<Step>,
    pub(crate) validator: Validator,
}

impl std::fmt::Debug for Definition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Definition({} v{})", self.key, self.version)
    }
}

/// One page of a form.
#[derive(Debug, Clone)]
pub struct Step {
    /// Name of the step, the last part of its address: `child`.
    pub key: String,
    /// Heading.
    pub label: LangText,
    /// A sentence below the heading.
    pub intro: Option<LangText>,
    /// Fields, in order.
    pub fields: Vec<Field>,
    pub(crate) rule: Option<Rule>,
}

impl Step {
    /// Whether only some answers call for it.
    #[must_use]
    pub const fn is_conditional(&self) -> bool {
        self.rule.is_some()
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FieldKind {
    /// One line or several lines of text, a code, an address.
    Text,
    /// A day: JSON text `2026-11-22`, three boxes on the page.
    Date,
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// Yes or no, or a statement to tick.
    Boolean,
    /// One of a list.
    Choice,
    /// Some of a list.
    Choices,
    /// Files: the answer is a list of document ids.
    File,
    /// Something this engine does not draw (nested objects and lists).
    Other,
}

/// How a field is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Widget {
    /// One line.
    Text,
    /// One line, keyboard for e-mail addresses.
    Email,
    /// One line, keyboard for phone numbers.
    Tel,
    /// One line, keyboard for numbers.
    Number,
    /// Several lines.
    Textarea,
    /// Day, month, year.
    Date,
    /// One of a few, all visible.
    Radio,
    /// One of many.
    Select,
    /// One statement to tick.
    Checkbox,
    /// Several to tick.
    Checkboxes,
    /// Choose files.
    File,
}

impl Widget {
    /// The word in definitions and templates.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Number => "number",
            Self::Textarea => "textarea",
            Self::Date => "date",
            Self::Radio => "radio",
            Self::Select => "select",
            Self::Checkbox => "checkbox",
            Self::Checkboxes => "checkboxes",
            Self::File => "file",
        }
    }
}

/// How wide a one-line field is drawn: its width tells how long an answer is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Width {
    /// A code.
    Short,
    /// A name.
    Medium,
    /// An address, an account number.
    #[default]
    Long,
}

impl Width {
    /// The word in definitions and templates.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Medium => "medium",
            Self::Long => "long",
        }
    }
}

/// One possible answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The JSON value of the answer.
    pub value: Value,
    /// Its words.
    pub label: LangText,
}

impl Choice {
    /// The text that the page sends for this choice.
    #[must_use]
    pub fn input(&self) -> String {
        input_text(&self.value)
    }
}

/// One question.
#[derive(Debug, Clone)]
pub struct Field {
    /// Name: the property, with dots where it lies deeper (`address.city`).
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// How it is drawn.
    pub widget: Widget,
    /// How wide it is drawn.
    pub width: Width,
    /// The question.
    pub label: LangText,
    /// Help below the question.
    pub hint: Option<LangText>,
    /// Possible answers, where they are given.
    pub choices: Vec<Choice>,
    /// Whether it must be answered whenever it is shown.
    pub required: bool,
    /// Value of the HTML attribute `autocomplete`.
    pub autocomplete: Option<String>,
    /// The most characters, or files, that fit.
    pub max: Option<u64>,
    /// Where the answer may come from: `person.given_name`; `organisation.name|person.full_name` for a field with several
    /// sources.
    pub prefill: Option<String>,
    pub(crate) format: Option<String>,
    pub(crate) dates: DateLimits,
    pub(crate) rule: Option<Rule>,
    pub(crate) errors: Vec<(String, LangText)>,
}

/// Bounds of a date, which JSON Schema cannot say: `today` or the name of another date field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateLimits {
    /// Not later than.
    pub not_after: Option<String>,
    /// Not earlier than.
    pub not_before: Option<String>,
}

impl Field {
    /// The words of this form for an error of this field; none where the general words of `error-<key>` serve.
    #[must_use]
    pub fn error_text(&self, key: &str, locale: Locale) -> Option<&str> {
        self.errors.iter().find(|(known, _)| known == key).map(|(_, text)| text.get(locale))
    }

    /// Whether its answer follows from who applies: it is part of the application, and nobody is asked.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.prefill.as_deref() == Some(source::APPLICANT_KIND)
    }

    /// The names of the inputs that the page sends for this field.
    #[must_use]
    pub fn inputs(&self) -> Vec<String> {
        match self.kind {
            FieldKind::Date => DATE_PARTS.iter().map(|part| format!("{}-{part}", self.name)).collect(),
            _ => vec![self.name.clone()],
        }
    }
}

/// The three inputs of a date.
pub(crate) const DATE_PARTS: [&str; 3] = ["day", "month", "year"];

impl Definition {
    /// The step with this key.
    #[must_use]
    pub fn step(&self, key: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.key == key)
    }

    /// Every field of every step.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps.iter().flat_map(|step| &step.fields)
    }

    /// The field with this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields().find(|field| field.name == name)
    }
}

fn input_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
