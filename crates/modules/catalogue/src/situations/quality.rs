//! What a text of a life situation lacks, and what cannot be kept at all.

use super::SituationText;
use crate::{Gap, ServiceState, TemplateState, store};
use kernel::{Error, FieldError, LangText, Locale, Result, no_faults};
use std::collections::BTreeSet;
use storage::Read;

/// Longest title, in characters.
const TITLE: usize = 120;
/// Longest summary, in characters.
const SUMMARY: usize = 400;
/// Longest other text, in characters.
const TEXT: usize = 4000;
/// The most steps; what needs more is two situations.
const STEPS: usize = 20;

/// Every gap of a text; a text without gaps, whose services exist, may be published.
#[must_use]
pub fn situation_gaps(text: &SituationText) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut both = |path: String, text: &LangText| {
        for locale in Locale::ALL {
            if text.in_language(locale.as_str()).is_none_or(|text| text.trim().is_empty()) {
                gaps.push(Gap { path: format!("{path}-{locale}"), key: "situation-text-missing" });
            }
        }
    };
    both("title".to_owned(), &text.title);
    both("summary".to_owned(), &text.summary);
    for (place, step) in text.steps.iter().enumerate() {
        both(format!("step-{place}-title"), &step.title);
        both(format!("step-{place}-text"), &step.text);
    }
    for (place, deadline) in text.deadlines.iter().enumerate() {
        both(format!("deadline-{place}-when"), &deadline.when);
        both(format!("deadline-{place}-what"), &deadline.what);
    }
    if text.advice.lv.trim().is_empty() != text.advice.en.trim().is_empty() {
        both("advice".to_owned(), &text.advice);
    }
    if text.steps.is_empty() {
        gaps.push(Gap { path: "step-0-title-lv".to_owned(), key: "situation-step-missing" });
    }
    gaps
}

/// That a text can be kept at all.
pub(super) fn require_writable(text: &SituationText) -> Result<()> {
    no_faults(unwritable(text))
}

/// What keeps a text from being kept at all: no Latvian title, something too long.
pub(super) fn unwritable(text: &SituationText) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    let mut field = |path: String, key: &str| wrong.push(FieldError::new(path, key));
    if text.title.lv.trim().is_empty() {
        field("title-lv".to_owned(), "situation-text-missing");
    }
    for (path, text, most) in lengths(text) {
        for (tag, _) in text.languages().filter(|(_, text)| text.chars().count() > most) {
            field(format!("{path}-{tag}"), "situation-text-long");
        }
    }
    if text.steps.len() > STEPS {
        field(format!("step-{STEPS}-title-lv"), "situation-steps-many");
    }
    wrong
}

fn lengths(text: &SituationText) -> Vec<(String, &LangText, usize)> {
    let mut all = vec![
        ("title".to_owned(), &text.title, TITLE),
        ("summary".to_owned(), &text.summary, SUMMARY),
        ("advice".to_owned(), &text.advice, TEXT),
    ];
    for (place, step) in text.steps.iter().enumerate() {
        all.push((format!("step-{place}-title"), &step.title, TITLE));
        all.push((format!("step-{place}-text"), &step.text, TEXT));
    }
    for (place, deadline) in text.deadlines.iter().enumerate() {
        all.push((format!("deadline-{place}-when"), &deadline.when, TITLE));
        all.push((format!("deadline-{place}-what"), &deadline.what, SUMMARY));
    }
    all
}

/// That a text has no gaps and names only services that the public may see.
pub(super) async fn require_complete(tx: &Read, text: &SituationText) -> Result<()> {
    let mut gaps = situation_gaps(text);
    gaps.extend(unknown_services(tx, text).await?);
    if gaps.is_empty() {
        return Ok(());
    }
    let field = |gap: Gap| FieldError::new(gap.path, gap.key);
    Err(Error::invalid("situation-incomplete").fields(gaps.into_iter().map(field)))
}

/// A gap for each step that names a service which does not exist, is not published or is internal, or a unified one that
/// is not in use.
pub(super) async fn unknown_services(tx: &Read, text: &SituationText) -> Result<Vec<Gap>> {
    let codes = text.services();
    let rows = store::services::by_codes(tx, &codes).await?;
    let public = rows.into_iter().filter(|row| row.state != ServiceState::Draft.as_str() && !row.internal);
    let mut known: BTreeSet<String> = public.map(|row| row.code).collect();
    let unified = store::templates::by_codes(tx, &codes).await?.into_iter();
    known.extend(unified.filter(|row| row.state == TemplateState::Published.as_str()).map(|row| row.code));
    let wrong =
        text.steps.iter().enumerate().filter(|(_, step)| step.services.iter().any(|code| !known.contains(code)));
    let gap = |place: usize| Gap { path: format!("step-{place}-services"), key: "situation-service-unknown" };
    Ok(wrong.map(|(place, _)| gap(place)).collect())
}
