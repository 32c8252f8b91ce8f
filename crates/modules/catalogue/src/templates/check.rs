//! What a template lacks before it can be used.

use super::TemplateText;
use crate::quality::lists::is_cofog;
use crate::{Gap, situation_titles};
use kernel::{Error, FieldError, LangText, Locale, Result};
use storage::Read;

/// Longest harmonised name, in characters.
const LONGEST_NAME: usize = 120;
/// Longest harmonised short description, in characters.
const LONGEST_SUMMARY: usize = 400;

/// Every gap of a template; one without gaps may be published.
#[must_use]
pub fn template_gaps(text: &TemplateText) -> Vec<Gap> {
    let mut found = limits(text);
    let both = |path: String, text: &LangText, found: &mut Vec<Gap>| {
        if text.lv.trim().is_empty() || text.en.trim().is_empty() {
            found.push(Gap { path, key: "service-text-missing" });
        }
    };
    for (path, text) in
        [("name", &text.name), ("summary", &text.summary), ("audience", &text.audience), ("appeal", &text.appeal)]
    {
        both(path.to_owned(), text, &mut found);
    }
    if !is_cofog(&text.cofog) {
        found.push(Gap { path: "cofog".to_owned(), key: "service-cofog" });
    }
    if text.steps.is_empty() {
        found.push(Gap { path: "steps".to_owned(), key: "service-element-missing" });
    }
    if text.legal_basis.is_empty() {
        found.push(Gap { path: "legal_basis".to_owned(), key: "service-element-missing" });
    }
    for (place, step) in text.steps.iter().enumerate() {
        both(format!("steps/{place}/title"), &step.title, &mut found);
        both(format!("steps/{place}/text"), &step.text, &mut found);
    }
    for (place, document) in text.documents.iter().enumerate() {
        both(format!("documents/{place}/name"), &document.name, &mut found);
    }
    for (place, condition) in text.conditions.iter().enumerate() {
        both(format!("conditions/{place}"), condition, &mut found);
    }
    for (place, act) in text.legal_basis.iter().enumerate() {
        both(format!("legal_basis/{place}/title"), &act.title, &mut found);
    }
    found
}

/// That a draft can be kept: it has a name, and nothing is too long.
pub(super) fn require_keepable(text: &TemplateText) -> Result<()> {
    let mut found = limits(text);
    if text.name.get(Locale::Lv).trim().is_empty() {
        found.push(Gap { path: "name".to_owned(), key: "service-text-missing" });
    }
    refuse(found)
}

/// That a template can be used.
pub(super) fn require_complete(text: &TemplateText) -> Result<()> {
    refuse(template_gaps(text))
}

/// That the life situations of a text are published ones. Those that the text `before` named stay allowed: one that is
/// withdrawn keeps nobody from changing the rest.
pub(super) async fn require_situations(tx: &Read, text: &TemplateText, before: &[String]) -> Result<()> {
    let unknown = unknown_situations(tx, text, before).await?;
    if unknown.is_empty() {
        return Ok(());
    }
    let field = FieldError::new("life_events", "template-life-event").arg("words", unknown.join(", "));
    Err(Error::invalid("form-has-errors").fields([field]))
}

/// The life situations of a text that are not published, and that the text `before` did not name.
pub(super) async fn unknown_situations(tx: &Read, text: &TemplateText, before: &[String]) -> Result<Vec<String>> {
    let named = text.life_events.iter().filter(|word| !before.contains(*word));
    let named: Vec<&str> = named.map(String::as_str).collect();
    if named.is_empty() {
        return Ok(Vec::new());
    }
    let known = situation_titles(tx, &named).await?;
    Ok(named.into_iter().filter(|word| !known.contains_key(*word)).map(str::to_owned).collect())
}

fn limits(text: &TemplateText) -> Vec<Gap> {
    let long = |text: &LangText, most: usize| text.languages().any(|(_, text)| text.chars().count() > most);
    let mut found = Vec::new();
    if long(&text.name, LONGEST_NAME) {
        found.push(Gap { path: "name".to_owned(), key: "template-name-long" });
    }
    if long(&text.summary, LONGEST_SUMMARY) {
        found.push(Gap { path: "summary".to_owned(), key: "template-summary-long" });
    }
    let bad_link = |link: &Option<String>| {
        link.as_deref().is_some_and(|link| !link.starts_with("https://") && !link.starts_with("http://"))
    };
    for (place, _) in text.legal_basis.iter().enumerate().filter(|(_, act)| bad_link(&act.link)) {
        found.push(Gap { path: format!("legal_basis/{place}/link"), key: "template-link" });
    }
    found
}

fn refuse(gaps: Vec<Gap>) -> Result<()> {
    if gaps.is_empty() {
        return Ok(());
    }
    let field = |gap: Gap| FieldError::new(gap.path, gap.key);
    Err(Error::invalid("template-incomplete").fields(gaps.into_iter().map(field)))
}
