//! Checks answers: the JSON Schema, then what it cannot say (dates that depend on today or on each other).

use crate::model::{Answers, Definition, Field, FieldKind, Step};
use crate::pointer;
use chrono::{Datelike, NaiveDate};
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind as Kind;
use kernel::{DocumentId, Error, ErrorArg, FieldError, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// The files of an application: field name to document ids.
pub type Files = BTreeMap<String, Vec<DocumentId>>;

impl Definition {
    /// What is wrong with the visible fields of one step. Paths are field names; an unknown step has no errors.
    #[must_use]
    pub fn validate_step(&self, step: &str, answers: &Answers, today: NaiveDate) -> Vec<FieldError> {
        let answers = self.relevant(answers);
        let steps = self.steps(&answers);
        let Some(step) = steps.iter().find(|visible| visible.step.key == step) else { return Vec::new() };
        let mut errors = self.errors(&answers, today);
        errors.retain(|error| step.fields.iter().any(|field| field.name == error.path));
        errors
    }

    /// The first step on which something is missing or wrong; none when the application can be submitted.
    #[must_use]
    pub fn first_incomplete(&self, answers: &Answers, today: NaiveDate) -> Option<&Step> {
        let relevant = self.relevant(answers);
        let errors = self.errors(&relevant, today);
        let is_wrong = |field: &&Field| errors.iter().any(|error| error.path == field.name);
        self.steps(&relevant)
            .into_iter()
            .find(|visible| visible.fields.iter().any(is_wrong))
            .map(|visible| visible.step)
    }

    /// Checks a whole application and returns it as it is to be kept: the answers and, under the names of the file
    /// fields, the ids of the documents. Answers to questions that are not asked are refused, not dropped, so that a
    /// system that sends them learns of it.
    ///
    /// # Errors
    /// Invalid `answers` with every field that is wrong; paths are `answers/<field>`.
    pub fn validate_all(&self, answers: &Answers, files: &Files, today: NaiveDate) -> Result<Answers> {
        let answers = self.with_files(answers, files);
        let relevant = self.relevant(&answers);
        let mut errors = self.errors(&relevant, today);
        let not_asked = self.fields().filter(|field| {
            pointer::get(&answers, &field.name).is_some() && pointer::get(&relevant, &field.name).is_none()
        });
        errors.extend(not_asked.map(|field| error(&field.name, "field-not-asked", Vec::new())));
        if errors.is_empty() {
            return Ok(relevant);
        }
        let placed = errors.into_iter().map(|error| FieldError { path: format!("answers/{}", error.path), ..error });
        Err(Error::invalid("answers").arg("form", &self.key).fields(placed))
    }

    /// The answers with the documents in the place of whatever stood in the file fields.
    #[must_use]
    pub fn with_files(&self, answers: &Answers, files: &Files) -> Answers {
        let mut answers = answers.clone();
        for field in self.fields().filter(|field| field.kind == FieldKind::File) {
            let ids = files.get(&field.name).map(Vec::as_slice).unwrap_or_default();
            if ids.is_empty() {
                pointer::remove(&mut answers, &field.name);
            } else {
                let ids = ids.iter().map(|id| Value::String(id.to_string())).collect();
                pointer::set(&mut answers, &field.name, Value::Array(ids));
            }
        }
        answers
    }

    /// One error per field, in the order of the form; what belongs to no field comes last.
    fn errors(&self, relevant: &Answers, today: NaiveDate) -> Vec<FieldError> {
        let instance = Value::Object(relevant.clone());
        // Most answers are right, and whether they are is found out faster than why they are not.
        let mut errors: Vec<FieldError> = match self.validator.is_valid(&instance) {
            true => Vec::new(),
            false => self.validator.iter_errors(&instance).flat_map(|e| self.translate(&e)).collect(),
        };
        errors.extend(self.fields().filter_map(|field| date_error(field, relevant, today)));
        let place = |path: &str| self.fields().position(|field| field.name == path).unwrap_or(usize::MAX);
        errors.sort_by_key(|error| (place(&error.path), error.path.clone(), error.key != "field-required"));
        errors.dedup_by(|later, earlier| later.path == earlier.path);
        errors
    }

    fn translate(&self, found: &ValidationError<'_>) -> Vec<FieldError> {
        let at = found.instance_path().as_str().trim_start_matches('/').replace('/', ".");
        let below = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
        match found.kind() {
            Kind::Required { property } => {
                vec![error(below(property.as_str().unwrap_or_default()), "field-required", Vec::new())]
            }
            Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
                unexpected.iter().map(|name| error(below(name), "field-unknown", Vec::new())).collect()
            }
            kind => {
                let field = self.fields().find(|field| at == field.name || at.starts_with(&format!("{}.", field.name)));
                let (key, args) = words(kind, field);
                vec![error(field.map_or(at, |field| field.name.clone()), key, args)]
            }
        }
    }
}

fn error(path: impl Into<String>, key: &str, args: Vec<ErrorArg>) -> FieldError {
    FieldError { path: path.into(), key: key.to_owned(), args }
}

/// The message for a broken rule of the schema.
fn words(kind: &Kind, field: Option<&Field>) -> (&'static str, Vec<ErrorArg>) {
    let field_kind = field.map(|field| field.kind);
    match kind {
        Kind::Format { format } => (format_key(format), Vec::new()),
        Kind::Type { .. } | Kind::MultipleOf { .. }
            if matches!(field_kind, Some(FieldKind::Integer | FieldKind::Number)) =>
        {
            ("field-number", Vec::new())
        }
        Kind::MinLength { limit: 1 } | Kind::MinItems { limit: 1 } => ("field-required", Vec::new()),
        Kind::MinLength { limit } => ("field-too-short", vec![("min", limit.to_string())]),
        Kind::MaxLength { limit } => ("field-too-long", vec![("max", limit.to_string())]),
        Kind::MinItems { limit } => ("field-too-few", vec![("min", limit.to_string())]),
        Kind::MaxItems { limit } => ("field-too-many", vec![("max", limit.to_string())]),
        Kind::Minimum { limit } | Kind::ExclusiveMinimum { limit } => {
            ("field-too-small", vec![("min", limit.to_string())])
        }
        Kind::Maximum { limit } | Kind::ExclusiveMaximum { limit } => {
            ("field-too-large", vec![("max", limit.to_string())])
        }
        Kind::Constant { expected_value } if **expected_value == Value::Bool(true) => ("field-must-agree", Vec::new()),
        Kind::Enum { .. } => ("field-choose", Vec::new()),
        Kind::Type { .. } if matches!(field_kind, Some(FieldKind::Boolean | FieldKind::Choices)) => {
            ("field-choose", Vec::new())
        }
        _ => ("field-invalid", Vec::new()),
    }
}

fn format_key(format: &str) -> &'static str {
    match format {
        "date" => "field-date",
        "email" => "field-email",
        "iban" => "field-iban",
        "lv-personal-code" => "field-personal-code",
        "lv-phone" => "field-phone",
        "lv-postal-code" => "field-postal-code",
        "lv-registration-number" => "field-registration-number",
        _ => "field-invalid",
    }
}

/// Nobody of whom a form asks was born before: an earlier day is a slip of typing.
const EARLIEST_YEAR: i32 = 1850;

/// What is wrong with a date that is a day of the calendar. Of several bounds the nearest is told.
fn date_error(field: &Field, answers: &Answers, today: NaiveDate) -> Option<FieldError> {
    if field.kind != FieldKind::Date {
        return None;
    }
    let day = |name: &str| if name == "today" { Some(today) } else { date_of(answers, name) };
    let value = date_of(answers, &field.name)?;
    let limit = |name: &Option<String>| name.as_deref().and_then(day);
    let shown = |day: NaiveDate| vec![("limit", day.format("%d.%m.%Y").to_string())];
    if let Some(limit) = limit(&field.dates.not_after).filter(|limit| value > *limit) {
        let future = field.dates.not_after.as_deref() == Some("today");
        return Some(error(&field.name, if future { "field-date-future" } else { "field-date-after" }, shown(limit)));
    }
    if let Some(limit) = limit(&field.dates.not_before).filter(|limit| value < *limit) {
        return Some(error(&field.name, "field-date-before", shown(limit)));
    }
    let early = value.year() < EARLIEST_YEAR;
    early.then(|| error(&field.name, "field-date-early", vec![("limit", format!("01.01.{EARLIEST_YEAR}"))]))
}

fn date_of(answers: &Answers, name: &str) -> Option<NaiveDate> {
    pointer::get(answers, name)?.as_str()?.parse().ok()
}
