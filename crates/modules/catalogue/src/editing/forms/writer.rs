//! Writes a description into inputs.

use super::Known;
use crate::editing::{LANGUAGE, Typed};
use kernel::LangText;
use std::collections::BTreeSet;

pub(super) struct Writer<'a> {
    pub known: &'a Known,
    typed: Typed,
    languages: BTreeSet<String>,
}

impl<'a> Writer<'a> {
    pub fn new(known: &'a Known) -> Self {
        Self { known, typed: Typed::default(), languages: BTreeSet::new() }
    }

    pub fn finish(mut self) -> Typed {
        for tag in self.languages {
            self.typed.put(LANGUAGE, tag);
        }
        self.typed
    }

    pub fn text(&mut self, name: &str, value: impl Into<String>) {
        self.typed.put(name, value);
    }

    pub fn text_if_any(&mut self, name: &str, value: Option<impl Into<String>>) {
        self.text(name, value.map(Into::into).unwrap_or_default());
    }

    pub fn words(&mut self, name: &str, text: &LangText) {
        self.typed.put(format!("{name}/lv"), &text.lv);
        self.typed.put(format!("{name}/en"), &text.en);
        for (tag, words) in &text.other {
            self.typed.put(format!("{name}/{tag}"), words);
            self.languages.insert(tag.clone());
        }
    }

    pub fn words_if_any(&mut self, name: &str, text: Option<&LangText>) {
        self.words(name, text.unwrap_or(&LangText::default()));
    }

    pub fn ticked<'t>(&mut self, name: &str, words: impl IntoIterator<Item = &'t str>) {
        for word in words {
            self.typed.put(name, word);
        }
    }
}
