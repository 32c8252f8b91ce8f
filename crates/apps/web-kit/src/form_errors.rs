//! What is wrong with a form: the summary above it and the words beside each field.

use std::collections::BTreeMap;

use i18n::{Args, Catalog};
use kernel::{Error, Locale, Result};
use serde::Serialize;

use crate::size;
use crate::templates::field_id;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FormError {
    /// The name of the field; none if it concerns the whole form.
    pub field: Option<String>,
    /// The id of the input, target of the link in the summary.
    pub id: Option<String>,
    /// Words for people.
    pub text: String,
}

/// Everything that is wrong with a form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FormErrors {
    /// How many things.
    pub count: usize,
    /// In the order of the form.
    pub items: Vec<FormError>,
    /// Words by field name.
    pub by_field: BTreeMap<String, String>,
}

impl FormErrors {
    /// A form that is in order or not yet sent.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Adds words for `field`, or for the whole form.
    pub fn add(&mut self, field: Option<&str>, text: impl Into<String>) {
        let text = text.into();
        if let Some(field) = field {
            self.by_field.entry(field.to_owned()).or_insert_with(|| text.clone());
        }
        self.items.push(FormError { field: field.map(str::to_owned), id: field.map(field_id), text });
        self.count = self.items.len();
    }

    /// Adds what else is wrong; the first words beside a field stay.
    pub fn append(&mut self, other: Self) {
        for (field, text) in other.by_field {
            self.by_field.entry(field).or_insert(text);
        }
        self.items.extend(other.items);
        self.count = self.items.len();
    }

    /// The same errors, whose lines in the summary begin with what the field is called, where `name` knows it: of ten lines
    /// that ask for a text nobody could tell which text each means. Beside the fields the words stay without.
    #[must_use]
    pub fn named(mut self, name: impl Fn(&str) -> Option<String>) -> Self {
        for item in &mut self.items {
            if let Some(name) = item.field.as_deref().and_then(&name) {
                item.text = format!("{name} – {}", item.text);
            }
        }
        self
    }

    /// From an error of a use case that the person can correct.
    ///
    /// # Errors
    /// `error` itself if the person cannot.
    pub fn of(catalog: &Catalog, locale: Locale, error: Error) -> Result<Self> {
        if !error.kind().is_correctable() {
            return Err(error);
        }
        let mut errors = Self::none();
        for field in error.field_errors() {
            errors.add(Some(&field.path), words(catalog, locale, &field.key, &field.args));
        }
        if errors.is_empty() {
            errors.add(None, words(catalog, locale, error.key(), error.args()));
        }
        Ok(errors)
    }

    /// The same errors under other field names: the paths of a use case are not always the names of the inputs.
    #[must_use]
    pub fn renamed(&self, name: impl Fn(&str) -> String) -> Self {
        let mut errors = Self::none();
        for item in &self.items {
            errors.add(item.field.as_deref().map(&name).as_deref(), item.text.clone());
        }
        errors
    }
}

/// The words of `error-<key>`, or of the kind where the key has none.
pub(crate) fn words(catalog: &Catalog, locale: Locale, key: &str, args: &[(&'static str, String)]) -> String {
    let mut values = Args::new();
    for (name, value) in args {
        match (size::told(catalog, locale, name, value), value.parse::<f64>()) {
            (Some(told), _) => values.set(*name, told),
            (None, Ok(number)) if value.len() < 15 => values.set(*name, number),
            _ => values.set(*name, value.clone()),
        }
    }
    catalog
        .text(locale, &format!("error-{key}"), &values)
        .or_else(|| catalog.text(locale, "kind-invalid", &Args::new()))
        .unwrap_or_else(|| key.to_owned())
}
