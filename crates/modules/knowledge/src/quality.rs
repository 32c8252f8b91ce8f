//! What a text of an article lacks, and what cannot be kept at all.

use crate::ArticleText;
use kernel::{Error, FieldError, LangText, Locale, Result, no_faults};

/// Longest title, in characters.
const TITLE: usize = 140;
/// Longest lead, in characters.
const LEAD: usize = 500;
/// Longest body, in characters.
const BODY: usize = 20_000;

/// A missing element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleGap {
    /// Where: `title-en`.
    pub path: String,
    /// Message id of what is wrong.
    pub key: &'static str,
}

/// Every gap of a text; a text without gaps may be published.
#[must_use]
pub fn article_gaps(text: &ArticleText) -> Vec<ArticleGap> {
    let mut gaps = Vec::new();
    for (name, text, _) in parts(text) {
        for locale in Locale::ALL {
            if text.in_language(locale.as_str()).is_none_or(|text| text.trim().is_empty()) {
                gaps.push(ArticleGap { path: format!("{name}-{locale}"), key: "article-text-missing" });
            }
        }
    }
    gaps
}

/// That a text can be kept at all.
pub(crate) fn require_writable(text: &ArticleText) -> Result<()> {
    no_faults(unwritable(text))
}

/// What keeps a text from being kept at all: no Latvian title, something too long.
pub(crate) fn unwritable(text: &ArticleText) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let mut field = |path: String, key: &str| wrong.push(FieldError::new(path, key));
    if text.title.lv.trim().is_empty() {
        field("title-lv".to_owned(), "article-text-missing");
    }
    for (name, text, most) in parts(text) {
        for (tag, _) in text.languages().filter(|(_, text)| text.chars().count() > most) {
            field(format!("{name}-{tag}"), "article-text-long");
        }
    }
    wrong
}

/// That a text has no gaps.
pub(crate) fn require_complete(text: &ArticleText) -> Result<()> {
    let gaps = article_gaps(text);
    if gaps.is_empty() {
        return Ok(());
    }
    let field = |gap: ArticleGap| FieldError::new(gap.path, gap.key);
    Err(Error::invalid("article-incomplete").fields(gaps.into_iter().map(field)))
}

fn parts(text: &ArticleText) -> [(&'static str, &LangText, usize); 3] {
    [("title", &text.title, TITLE), ("lead", &text.lead, LEAD), ("body", &text.body, BODY)]
}
