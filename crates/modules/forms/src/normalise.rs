//! From what a page sends to answers, and back to what a page shows.

use crate::formats;
use crate::model::{Answers, DATE_PARTS, Field, FieldKind, Widget};
use crate::pointer;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a person typed, input by input, exactly so that it can be shown again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawInput(BTreeMap<String, Vec<String>>);

/// Longest text of one input that is kept: far above every limit of a form, far below what would hurt.
const MAX_INPUT: usize = 20_000;

impl RawInput {
    /// Adds one name and value as a page sends them.
    pub fn push(&mut self, name: impl Into<String>, value: &str) {
        // A NUL cannot be stored in PostgreSQL; other control characters say nothing to a reader.
        let clean = value.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
        self.0.entry(name.into()).or_default().push(clean.take(MAX_INPUT).collect());
    }

    /// The values of an input.
    #[must_use]
    pub fn values(&self, name: &str) -> &[String] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The first value of an input, or nothing.
    #[must_use]
    pub fn first(&self, name: &str) -> &str {
        self.values(name).first().map(String::as_str).unwrap_or_default()
    }

    /// Whether the page showed the field. A page says so with hidden inputs `_shown`; one that sends none has shown
    /// every field.
    #[must_use]
    pub fn shows(&self, field: &Field) -> bool {
        let shown = self.values(SHOWN);
        shown.is_empty() || shown.contains(&field.name)
    }

    /// Replaces what is kept of these fields by what `newer` holds of them.
    pub(crate) fn replace(&mut self, fields: &[&Field], newer: &Self) {
        for input in fields.iter().flat_map(|field| field.inputs()) {
            self.0.remove(&input);
            if let Some(values) = newer.0.get(&input) {
                self.0.insert(input, values.clone());
            }
        }
    }
}

impl<N: Into<String>, V: AsRef<str>> FromIterator<(N, V)> for RawInput {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        let mut raw = Self::default();
        pairs.into_iter().for_each(|(name, value)| raw.push(name, value.as_ref()));
        raw
    }
}

/// The input that names the fields a page showed.
const SHOWN: &str = "_shown";

/// Writes what was typed into the answers, for these fields. Text that is no date, number or choice stays as text: the
/// schema then refuses it, and the page shows it again. Files are not typed and stay as they are.
pub fn normalise(fields: &[&Field], raw: &RawInput, answers: &mut Answers) {
    for field in fields.iter().filter(|field| field.kind != FieldKind::File) {
        match typed(field, raw) {
            Some(value) => pointer::set(answers, &field.name, value),
            None => pointer::remove(answers, &field.name),
        }
    }
}

fn typed(field: &Field, raw: &RawInput) -> Option<Value> {
    if field.kind == FieldKind::Date {
        return date(field, raw);
    }
    if field.kind == FieldKind::Choices {
        let values = raw.values(&field.name).iter().filter(|value| !value.is_empty());
        let chosen: Vec<Value> = values.map(|text| chosen(field, text)).collect();
        return (!chosen.is_empty()).then_some(Value::Array(chosen));
    }
    let text = line(field, raw.first(&field.name));
    if text.is_empty() {
        return None;
    }
    Some(match field.kind {
        FieldKind::Boolean => match text.as_str() {
            "true" | "on" | "yes" | "1" => Value::Bool(true),
            "false" | "off" | "no" | "0" => Value::Bool(false),
            _ => Value::String(text),
        },
        FieldKind::Choice => chosen(field, &text),
        FieldKind::Integer => bare(&text).parse::<i64>().map_or(Value::String(text), Value::from),
        FieldKind::Number => match bare(&text).replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => Value::from(number),
            _ => Value::String(text),
        },
        _ => Value::String(field.format.as_deref().map_or_else(|| text.clone(), |format| formats::tidy(format, &text))),
    })
}

/// Text without blanks at its ends; in one line, runs of blanks become one.
fn line(field: &Field, text: &str) -> String {
    if field.widget == Widget::Textarea {
        text.replace("\r\n", "\n").trim().to_owned()
    } else {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn chosen(field: &Field, text: &str) -> Value {
    let choice = field.choices.iter().find(|choice| choice.input() == text);
    choice.map_or_else(|| Value::String(text.to_owned()), |choice| choice.value.clone())
}

/// Three boxes, or one text as `2026-11-22` or `22.11.2026`.
fn date(field: &Field, raw: &RawInput) -> Option<Value> {
    let parts = DATE_PARTS.map(|part| raw.first(&format!("{}-{part}", field.name)).trim());
    let whole = raw.first(&field.name).trim();
    let typed = if parts.iter().all(|part| part.is_empty()) { whole.to_owned() } else { parts.join(".") };
    if typed.is_empty() {
        return None;
    }
    let day = day_of(&typed).map(|day| day.format("%Y-%m-%d").to_string());
    Some(Value::String(day.unwrap_or(typed)))
}

fn day_of(typed: &str) -> Option<NaiveDate> {
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = typed.trim_end_matches('.').split('.').map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let digits =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    let year = if year.len() == 4 { digits(year)? } else { return None };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, digits(month)?, digits(day)?)
}

/// What the inputs of a field show: what was typed, or else the answer (which may come from a register).
#[must_use]
pub fn shown(field: &Field, raw: &RawInput, answers: &Answers) -> BTreeMap<String, Vec<String>> {
    let inputs = field.inputs();
    if inputs.iter().any(|input| raw.0.contains_key(input)) {
        return inputs.into_iter().map(|input| (input.clone(), raw.values(&input).to_vec())).collect();
    }
    let Some(answer) = pointer::get(answers, &field.name) else {
        return inputs.into_iter().map(|input| (input, Vec::new())).collect();
    };
    match (field.kind, answer) {
        (FieldKind::Date, Value::String(text)) => match text.parse::<NaiveDate>() {
            Ok(day) => {
                let parts = [day.day().to_string(), day.month().to_string(), day.year().to_string()];
                inputs.into_iter().zip(parts.map(|part| vec![part])).collect()
            }
            Err(_) => inputs.into_iter().zip([vec![text.clone()], Vec::new(), Vec::new()]).collect(),
        },
        (_, Value::Array(items)) => [(field.name.clone(), items.iter().map(plain).collect())].into(),
        (_, value) => [(field.name.clone(), vec![plain(value)])].into(),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
