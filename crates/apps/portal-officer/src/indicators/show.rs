//! `/work/indicators`: the figures of a period beside those of the period before.

use super::page::IndicatorsPage;
use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// The page.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let page = IndicatorsPage::read(&visit, &tx, &Fields(asked)).await?;
    if page.errors.is_empty() { visit.render(&page) } else { visit.render_invalid(&page) }
}
