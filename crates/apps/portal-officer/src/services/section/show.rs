//! `/work/services/{code}/sections/{section}`: the inputs of a section with what was typed last. `?at=steps/1` opens what a
//! button has just changed.

use super::page::SectionPage;
use super::sent::typed_section;
use crate::parts::Asked;
use axum::extract::{Path, Query};
use web_kit::{Answer, Fields, Visit};

/// The page of a section.
pub async fn show(visit: Visit, Path((code, word)): Path<(String, String)>, Query(asked): Asked) -> Answer {
    let section = typed_section(&word)?;
    let tx = visit.read().await?;
    let text = catalogue::section_text(&tx, &code, section).await?;
    let asked = Fields(asked);
    visit.render(&SectionPage::of(&visit, &tx, section, &text, (false, "", asked.text("at"))).await?)
}
