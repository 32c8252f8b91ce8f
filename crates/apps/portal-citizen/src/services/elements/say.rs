//! Texts of a description on a page, each with its language where that is not the page's.

use i18n::Args;
use kernel::LangText;
use serde::Serialize;
use web_kit::Visit;

use crate::names::foreign;

/// A text as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Words {
    pub(crate) text: String,
    /// Its language, where it is not the page's.
    pub(crate) lang: Option<String>,
}

impl Words {
    /// Words in the language of the page.
    pub(crate) fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None }
    }
}

/// Who tells a description on the page of a visit.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub(super) visit: &'a Visit,
    /// The further language that the description was put into.
    tag: Option<&'a str>,
}

impl<'a> Teller<'a> {
    /// In the language of the page, or in a further one as far as the texts are in it.
    pub(crate) const fn new(visit: &'a Visit, tag: Option<&'a str>) -> Self {
        Self { visit, tag }
    }

    /// The text; none where it is empty.
    pub(crate) fn say(&self, text: &LangText) -> Option<Words> {
        let locale = self.visit.locale();
        let words = text.get(locale).trim();
        // What is in the further language stands in the place of both of ours.
        let further = self.tag.filter(|_| text.lv == text.en);
        let lang = further.or_else(|| foreign(text, locale)).map(str::to_owned);
        (!words.is_empty()).then(|| Words { text: words.to_owned(), lang })
    }

    /// All texts that are not empty.
    pub(crate) fn all<'t>(&self, texts: impl IntoIterator<Item = &'t LangText>) -> Vec<Words> {
        texts.into_iter().filter_map(|text| self.say(text)).collect()
    }
}

/// Some words of the page as a part of a sentence: "one, two and three".
pub(super) fn listing(visit: &Visit, words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            let mut values = Args::new();
            values.set("first", first.join(", "));
            values.set("last", last.clone());
            visit.text_with("service-and", &values)
        }
    }
}
