//! `/work/indicators`: the figures of a period beside those of the period before.

use super::asked::IndicatorsAsked;
use super::page::IndicatorsPage;
use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// The page.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let asked = IndicatorsAsked::read(&visit, &Fields(asked))?;
    let tx = visit.read().await?;
    visit.render(&IndicatorsPage::read(&visit, &tx, &asked).await?)
}
