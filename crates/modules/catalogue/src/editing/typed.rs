//! What was typed into a section, exactly: names of inputs with their values, in the order of the page.

use crate::Section;
use crate::editing::LANGUAGE;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The most items of one list; a description with more is read by nobody.
pub(crate) const MOST_ITEMS: usize = 100;

/// Names and values. Items of lists are numbered from 0 in the name: `steps/1/title/lv`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Typed(Vec<(String, String)>);

/// A change of the lists of a section, asked for by a button. Groups are written as in names: `channels/0/opening`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rearrange {
    /// One more item at the end of a list.
    Add(String),
    /// Without this item.
    Remove(String, usize),
    /// This item one place earlier.
    Up(String, usize),
    /// This item one place later.
    Down(String, usize),
    /// Texts in one more language, by its tag: `uk`.
    AddLanguage(String),
    /// Without the texts in this language.
    RemoveLanguage(String),
}

impl Typed {
    /// Of all that a form sent, what belongs to the section.
    #[must_use]
    pub fn of(section: Section, pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().filter(|(name, _)| section.owns(name)).collect())
    }

    /// All names and values.
    #[must_use]
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// The first value of an input, empty when there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Every value of an input: boxes that are ticked together.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// How many items a list has.
    #[must_use]
    pub fn items(&self, group: &str) -> usize {
        let places = self.0.iter().filter_map(|(name, _)| place(name, group));
        places.filter(|place| *place < MOST_ITEMS).max().map_or(0, |last| last + 1)
    }

    /// The further languages of its texts, by tag.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        let tags: BTreeSet<&str> = self.all(LANGUAGE).filter(|tag| is_tag(tag)).collect();
        tags.into_iter().map(str::to_owned).collect()
    }

    /// Names with all their values, for comparing two texts.
    #[must_use]
    pub fn by_name(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, value) in &self.0 {
            names.entry(name).or_default().push(value);
        }
        names
    }

    /// With a list or a language changed; every typed word stays, except those of what is removed.
    #[must_use]
    pub fn rearranged(&self, change: &Rearrange) -> Self {
        match change {
            Rearrange::Add(group) => self.with_one_more(group),
            Rearrange::Remove(group, item) => self.renumbered(group, |place| match place {
                _ if place == *item => None,
                _ if place > *item => Some(place - 1),
                _ => Some(place),
            }),
            Rearrange::Up(group, item) if *item > 0 => self.swapped(group, *item - 1, *item),
            Rearrange::Down(group, item) if item + 1 < self.items(group) => self.swapped(group, *item, item + 1),
            Rearrange::Up(..) | Rearrange::Down(..) => self.clone(),
            Rearrange::AddLanguage(tag) => self.with_language(tag),
            Rearrange::RemoveLanguage(tag) => self.without_language(tag),
        }
    }

    /// The same words under other names or with other values.
    pub(crate) fn mapped(&self, change: impl Fn(&str, &str) -> String) -> Self {
        Self(self.0.iter().map(|(name, value)| (name.clone(), change(name, value))).collect())
    }

    pub(crate) fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    fn with_one_more(&self, group: &str) -> Self {
        let mut typed = self.clone();
        let items = self.items(group);
        if items < MOST_ITEMS {
            typed.put(format!("{group}/{items}"), "");
        }
        typed
    }

    fn swapped(&self, group: &str, one: usize, other: usize) -> Self {
        self.renumbered(group, |place| match place {
            _ if place == one => Some(other),
            _ if place == other => Some(one),
            _ => Some(place),
        })
    }

    /// With the items of a list under other numbers; those without a number are left out.
    fn renumbered(&self, group: &str, number: impl Fn(usize) -> Option<usize>) -> Self {
        let mut kept: Vec<(String, String)> = Vec::with_capacity(self.0.len());
        for (name, value) in &self.0 {
            let Some(item) = place(name, group) else {
                kept.push((name.clone(), value.clone()));
                continue;
            };
            if let Some(new) = number(item) {
                let tail = name.get(group.len() + 1 + item.to_string().len()..).unwrap_or_default();
                kept.push((format!("{group}/{new}{tail}"), value.clone()));
            }
        }
        Self(kept)
    }

    fn with_language(&self, tag: &str) -> Self {
        let mut typed = self.clone();
        let tag = tag.trim().to_ascii_lowercase();
        if is_tag(&tag) && !self.languages().contains(&tag) {
            typed.put(LANGUAGE, tag);
        }
        typed
    }

    fn without_language(&self, tag: &str) -> Self {
        let of_language = |name: &str, value: &str| {
            (name == LANGUAGE && value == tag) || name.rsplit_once('/').is_some_and(|(_, last)| last == tag)
        };
        Self(self.0.iter().filter(|(name, value)| !of_language(name, value)).cloned().collect())
    }
}

impl FromIterator<(String, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// Whether a text can be the tag of a further language: `uk`, `pt-br`; Latvian and English are always there.
pub(crate) fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().is_some_and(|first| (2..=3).contains(&first.len()));
    let letters = tag.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    language && letters && tag.len() <= 11 && parts.all(|part| part.len() >= 2) && tag != "lv" && tag != "en"
}

/// The number of the item of `group` that an input belongs to.
fn place(name: &str, group: &str) -> Option<usize> {
    let rest = name.strip_prefix(group)?.strip_prefix('/')?;
    let number = rest.split('/').next().unwrap_or_default();
    let plain = number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    if plain { number.parse().ok() } else { None }
}
