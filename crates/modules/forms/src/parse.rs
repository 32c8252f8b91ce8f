//! Reads a definition: JSON Schema, UI schema, and what the two say together about each field.

use crate::formats;
use crate::model::{Choice, DateLimits, Definition, Field, FieldKind, Step, Widget, Width};
use crate::pointer;
use crate::rule::{RuleSource, unusable};
use kernel::{LangText, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    key: String,
    version: u32,
    title: LangText,
    schema: Value,
    uischema: Value,
}

/// A text in both languages, or one text for both as in plain JSON Forms.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Text {
    Both(LangText),
    One(String),
}

impl From<Text> for LangText {
    fn from(text: Text) -> Self {
        match text {
            Text::Both(text) => text,
            Text::One(text) => Self::new(text.clone(), text),
        }
    }
}

#[derive(Deserialize)]
struct ControlSource {
    scope: String,
    label: Option<Text>,
    hint: Option<Text>,
    #[serde(default)]
    options: OptionsSource,
    #[serde(default)]
    errors: BTreeMap<String, Text>,
    rule: Option<RuleSource>,
}

#[derive(Deserialize, Default)]
struct OptionsSource {
    widget: Option<String>,
    width: Option<String>,
    #[serde(default)]
    choices: Vec<ChoiceSource>,
    prefill: Option<String>,
    autocomplete: Option<String>,
}

#[derive(Deserialize)]
struct ChoiceSource {
    value: Value,
    label: Text,
}

impl Definition {
    /// Reads and compiles a definition file.
    ///
    /// # Errors
    /// Internal `form-definition` with the reason, when the file is not a form that this engine can run.
    pub fn parse(text: &str) -> Result<Self> {
        let source: Source = serde_json::from_str(text).map_err(|error| unusable(error.to_string()))?;
        Self::from_parts(source.key, source.version, source.title, source.schema, &source.uischema)
    }

    /// Compiles a JSON Schema with a JSON Forms UI schema.
    ///
    /// # Errors
    /// Internal `form-definition` with the reason.
    pub fn from_parts(key: String, version: u32, title: LangText, schema: Value, uischema: &Value) -> Result<Self> {
        let validator = formats::validator(&schema)?;
        let mut steps = Vec::new();
        collect_steps(&schema, uischema, &title, &mut steps)?;
        let definition = Self { key, version, title, schema, steps, validator };
        definition.check()?;
        Ok(definition)
    }

    /// Every name a rule or a date limit mentions is a field, and no field appears twice.
    fn check(&self) -> Result<()> {
        let mut names: Vec<&str> = self.fields().map(|field| field.name.as_str()).collect();
        let fields = self.fields().filter_map(|field| field.rule.as_ref());
        let rules = self.steps.iter().filter_map(|step| step.rule.as_ref()).chain(fields);
        let limits = self.fields().flat_map(|field| [&field.dates.not_after, &field.dates.not_before]);
        let limits = limits.flatten().map(String::as_str).filter(|name| *name != "today");
        for name in rules.flat_map(|rule| rule.names()).chain(limits) {
            if !names.contains(&name) {
                return Err(unusable(format!("{}: no field {name}", self.key)));
            }
        }
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(unusable(format!("{}: field {} twice", self.key, pair[0]))),
            None => Ok(()),
        }
    }
}

/// Walks the UI schema: each Category is a step; without categories the whole is one step.
fn collect_steps(schema: &Value, element: &Value, title: &LangText, steps: &mut Vec<Step>) -> Result<()> {
    if element["type"] == "Categorization" {
        return children(element).try_for_each(|child| collect_steps(schema, child, title, steps));
    }
    let label: Option<Text> = opt(element, "label")?;
    let intro: Option<Text> = opt(element, "intro")?;
    let rule: Option<RuleSource> = opt(element, "rule")?;
    let mut fields = Vec::new();
    collect_fields(schema, element, &mut fields)?;
    steps.push(Step {
        key: element["key"].as_str().map_or_else(|| format!("step-{}", steps.len() + 1), str::to_owned),
        label: label.map_or_else(|| title.clone(), LangText::from),
        intro: intro.map(LangText::from),
        fields,
        rule: rule.map(RuleSource::compile).transpose()?,
    });
    Ok(())
}

/// Collects the controls below an element; groups and layouts are arrangement only.
fn collect_fields(schema: &Value, element: &Value, fields: &mut Vec<Field>) -> Result<()> {
    if element["type"] == "Control" {
        let source = ControlSource::deserialize(element).map_err(|error| unusable(error.to_string()))?;
        fields.push(field(schema, source)?);
        return Ok(());
    }
    children(element).try_for_each(|child| collect_fields(schema, child, fields))
}

fn children(element: &Value) -> impl Iterator<Item = &Value> {
    element["elements"].as_array().into_iter().flatten()
}

fn opt<'a, T: Deserialize<'a>>(element: &'a Value, name: &str) -> Result<Option<T>> {
    let found = element.get(name).map(T::deserialize).transpose();
    found.map_err(|error| unusable(format!("{name}: {error}")))
}

fn field(schema: &Value, source: ControlSource) -> Result<Field> {
    let name = pointer::name_of_scope(&source.scope)?;
    let property = pointer::schema_of(schema, &name).ok_or_else(|| unusable(format!("no property {name}")))?;
    let kind = kind(property);
    let options = source.options;
    let widget = options.widget.map_or_else(|| Ok(default_widget(kind)), |word| widget(&word))?;
    let choices = choices(property, options.choices);
    let dates: Option<DateSource> = opt(property, "x-date")?;
    let dates = dates.unwrap_or_default();
    Ok(Field {
        required: pointer::always_required(schema, &name) || pointer::sometimes_required(schema, &name),
        label: source.label.map_or_else(|| LangText::new(name.clone(), name.clone()), LangText::from),
        hint: source.hint.map(LangText::from),
        width: options.width.map_or(Ok(Width::default()), |word| width(&word))?,
        autocomplete: options.autocomplete,
        max: ["maxLength", "maxItems"].iter().find_map(|limit| property.get(limit)?.as_u64()),
        prefill: options.prefill,
        format: property["format"].as_str().map(str::to_owned),
        dates: DateLimits { not_after: dates.not_after, not_before: dates.not_before },
        rule: source.rule.map(RuleSource::compile).transpose()?,
        errors: source.errors.into_iter().map(|(key, text)| (error_key(key), text.into())).collect(),
        name,
        kind,
        widget,
        choices,
    })
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct DateSource {
    not_after: Option<String>,
    not_before: Option<String>,
}

/// Definitions may write `required` for `field-required`.
fn error_key(key: String) -> String {
    if key.starts_with("field-") { key } else { format!("field-{key}") }
}

fn kind(property: &Value) -> FieldKind {
    let format = property["format"].as_str();
    match property["type"].as_str() {
        _ if property.get("enum").is_some() => FieldKind::Choice,
        Some("string") if format == Some("date") => FieldKind::Date,
        Some("string") => FieldKind::Text,
        Some("integer") => FieldKind::Integer,
        Some("number") => FieldKind::Number,
        Some("boolean") => FieldKind::Boolean,
        Some("array") if property["items"]["format"] == "document-id" => FieldKind::File,
        Some("array") if property["items"].get("enum").is_some() => FieldKind::Choices,
        _ => FieldKind::Other,
    }
}

const fn default_widget(kind: FieldKind) -> Widget {
    match kind {
        FieldKind::Text | FieldKind::Other => Widget::Text,
        FieldKind::Date => Widget::Date,
        FieldKind::Integer | FieldKind::Number => Widget::Number,
        FieldKind::Boolean => Widget::Checkbox,
        FieldKind::Choice => Widget::Radio,
        FieldKind::Choices => Widget::Checkboxes,
        FieldKind::File => Widget::File,
    }
}

fn widget(word: &str) -> Result<Widget> {
    const ALL: [Widget; 11] = [
        Widget::Text,
        Widget::Email,
        Widget::Tel,
        Widget::Number,
        Widget::Textarea,
        Widget::Date,
        Widget::Radio,
        Widget::Select,
        Widget::Checkbox,
        Widget::Checkboxes,
        Widget::File,
    ];
    let found = ALL.into_iter().find(|widget| widget.as_str() == word);
    found.ok_or_else(|| unusable(format!("widget {word}")))
}

fn width(word: &str) -> Result<Width> {
    let found = [Width::Short, Width::Medium, Width::Long].into_iter().find(|width| width.as_str() == word);
    found.ok_or_else(|| unusable(format!("width {word}")))
}

/// The choices with their words; those that the schema allows and the UI schema leaves out speak for themselves.
fn choices(property: &Value, sources: Vec<ChoiceSource>) -> Vec<Choice> {
    if !sources.is_empty() {
        return sources.into_iter().map(|choice| Choice { value: choice.value, label: choice.label.into() }).collect();
    }
    let values = property.get("enum").or_else(|| property["items"].get("enum")).and_then(Value::as_array);
    let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let choice = |value: &Value| Choice { value: value.clone(), label: LangText::new(words(value), words(value)) };
    values.into_iter().flatten().map(choice).collect()
}
