//! The texts of both languages, ready to be formatted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use kernel::Locale;
use unic_langid::LanguageIdentifier;

use crate::source;

/// Values for the places in a text, by name. Numbers choose plural forms.
pub type Args<'a> = FluentArgs<'a>;

/// A text file that cannot be used: which one and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// `lv/web.ftl`
    pub file: String,
    /// What is wrong with it, in words for a developer.
    pub reason: String,
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "text file {}: {}", self.file, self.reason)
    }
}

impl std::error::Error for Defect {}

/// All texts of both languages.
pub struct Catalog {
    lv: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl Catalog {
    /// Reads every file of `locales/`.
    ///
    /// # Errors
    /// The first file that is not valid Fluent or that repeats a key of another file.
    pub fn load() -> Result<Self, Defect> {
        Ok(Self { lv: bundle(Locale::Lv)?, en: bundle(Locale::En)? })
    }

    /// The text `key` in `locale`; none if there is no such text or a value it needs is missing.
    #[must_use]
    pub fn text(&self, locale: Locale, key: &str, args: &Args<'_>) -> Option<String> {
        let bundle = self.bundle(locale);
        let pattern = bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut problems);
        problems.is_empty().then(|| text.into_owned())
    }

    /// The attribute `attribute` of the text `key` (written `.attribute =` in the file).
    #[must_use]
    pub fn attribute(&self, locale: Locale, key: &str, attribute: &str, args: &Args<'_>) -> Option<String> {
        let bundle = self.bundle(locale);
        let message = bundle.get_message(key)?;
        let pattern = message.get_attribute(attribute)?.value();
        let mut problems = Vec::new();
        let text = bundle.format_pattern(pattern, Some(args), &mut problems);
        problems.is_empty().then(|| text.into_owned())
    }

    /// The text `key`, or one of its attributes, without the values that it mentions: `…` stands for each. For telling what
    /// a text is about where nothing has happened that it could tell of.
    #[must_use]
    pub fn outline(&self, locale: Locale, key: &str, attribute: Option<&str>) -> Option<String> {
        let bundle = self.bundle(locale);
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut missing = Vec::new();
        Some(gaps(&bundle.format_pattern(pattern, None, &mut missing)))
    }

    /// Whether there is a text `key` in `locale`.
    #[must_use]
    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.bundle(locale).has_message(key)
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        match locale {
            Locale::Lv => &self.lv,
            Locale::En => &self.en,
        }
    }

    /// Keys by file and, for each key, the names of the values it uses; for the tests that compare the languages.
    #[must_use]
    pub fn keys(locale: Locale) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
        source::files(locale).into_iter().map(|(file, content)| (file, keys_of(&content))).collect()
    }
}

/// Fluent writes `{$name}` where a value is missing.
fn gaps(text: &str) -> String {
    let mut parts = text.split("{$");
    let mut outline = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        outline.push('…');
        outline.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    outline
}

fn bundle(locale: Locale) -> Result<FluentBundle<FluentResource>, Defect> {
    let tag: LanguageIdentifier = locale
        .as_str()
        .parse()
        .map_err(|error| Defect { file: locale.as_str().to_owned(), reason: format!("{error:?}") })?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The invisible isolation marks would travel into titles, CSV files and copied text.
    bundle.set_use_isolating(false);
    for (name, content) in source::files(locale) {
        let file = format!("{}/{name}", locale.as_str());
        let resource = FluentResource::try_new(content)
            .map_err(|(_, errors)| Defect { file: file.clone(), reason: format!("{errors:?}") })?;
        bundle.add_resource(resource).map_err(|errors| Defect { file, reason: format!("{errors:?}") })?;
    }
    Ok(bundle)
}

/// The keys of one file with the `$names` used in each; lines are enough, Fluent keys begin a line.
fn keys_of(content: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in content.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase())
            && let Some((key, _)) = line.split_once('=')
        {
            current = Some(key.trim().to_owned());
            keys.entry(key.trim().to_owned()).or_default();
        } else if line.starts_with('#') {
            continue;
        }
        let Some(names) = current.as_ref().and_then(|key| keys.get_mut(key)) else { continue };
        for place in line.split('$').skip(1) {
            names.insert(place.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect());
        }
    }
    keys
}
