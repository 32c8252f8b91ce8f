//! `/work/services/{code}/sections/{section}`: the inputs of a section with what was typed last.

use super::page::SectionPage;
use super::sent::typed_section;
use axum::extract::Path;
use web_kit::{Answer, Visit};

/// The page of a section.
pub async fn show(visit: Visit, Path((code, word)): Path<(String, String)>) -> Answer {
    let section = typed_section(&word)?;
    let tx = visit.read().await?;
    let text = catalogue::section_text(&tx, &code, section).await?;
    visit.render(&SectionPage::of(&visit, &tx, section, &text, (false, "")).await?)
}
