//! Reads inputs and remembers what could not be understood.

use super::{Known, values};
use crate::editing::{Remark, Typed};
use chrono::NaiveDate;
use kernel::LangText;
use std::collections::BTreeMap;
use std::str::FromStr;

/// The inputs of a section, what the database knows, and what was found wrong.
pub(super) struct Reader<'a> {
    pub typed: &'a Typed,
    pub known: &'a Known,
    languages: Vec<String>,
    wrong: Vec<Remark>,
}

impl<'a> Reader<'a> {
    pub fn new(typed: &'a Typed, known: &'a Known) -> Self {
        Self { typed, known, languages: typed.languages(), wrong: Vec::new() }
    }

    pub fn findings(self) -> Vec<Remark> {
        self.wrong
    }

    pub fn refuse(&mut self, name: impl Into<String>, key: &'static str) {
        self.wrong.push(Remark::wrong(name, key));
    }

    /// A text, or nothing for an empty input.
    pub fn text(&self, name: &str) -> Option<String> {
        Some(values::clean(self.typed.get(name))).filter(|text| !text.is_empty())
    }

    /// A text in every language of the section.
    pub fn words(&self, name: &str) -> LangText {
        let mut other = BTreeMap::new();
        for tag in &self.languages {
            if let Some(text) = self.text(&format!("{name}/{tag}")) {
                other.insert(tag.clone(), text);
            }
        }
        let lv = self.text(&format!("{name}/lv")).unwrap_or_default();
        let en = self.text(&format!("{name}/en")).unwrap_or_default();
        LangText { lv, en, other }
    }

    /// The same, or nothing when it is empty in every language.
    pub fn words_if_any(&self, name: &str) -> Option<LangText> {
        Some(self.words(name)).filter(|text| text.languages().next().is_some())
    }

    /// A word of a closed list; `fallback` for an empty input.
    pub fn word<T: FromStr>(&mut self, name: &str, fallback: T) -> T {
        let text = self.typed.get(name).trim();
        if text.is_empty() {
            return fallback;
        }
        text.parse().unwrap_or_else(|_| {
            self.refuse(name, "edit-choice");
            fallback
        })
    }

    /// The words of boxes that are ticked.
    pub fn ticked<T: FromStr>(&mut self, name: &str) -> Vec<T> {
        let texts: Vec<&str> = self.typed.all(name).map(str::trim).filter(|text| !text.is_empty()).collect();
        let words: Vec<T> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        if words.len() < texts.len() {
            self.refuse(name, "edit-choice");
        }
        words
    }

    /// Something that is read by its own rule; told with `key` when the rule refuses it.
    pub fn value<T>(&mut self, name: &str, key: &'static str, rule: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.text(name)?;
        let value = rule(&text);
        if value.is_none() {
            self.refuse(name, key);
        }
        value
    }

    pub fn day(&mut self, name: &str) -> Option<NaiveDate> {
        self.value(name, "edit-day", values::day)
    }

    /// A whole number from 1.
    pub fn number(&mut self, name: &str) -> Option<u16> {
        self.value(name, "edit-number", |text| text.parse().ok().filter(|number| values::is_number(*number)))
    }

    pub fn link(&mut self, name: &str) -> Option<String> {
        self.value(name, "edit-link", values::link)
    }

    /// The codes of boxes that are ticked. Texts that were typed before there were boxes have one a line.
    pub fn codes(&self, name: &str) -> Vec<String> {
        let lines = self.typed.all(name).flat_map(str::lines).map(str::trim).filter(|code| !code.is_empty());
        lines.map(str::to_owned).collect()
    }

    /// The texts of a list of plain inputs, one a line.
    pub fn lines(&self, name: &str) -> Vec<String> {
        let text = self.text(name).unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    }
}
