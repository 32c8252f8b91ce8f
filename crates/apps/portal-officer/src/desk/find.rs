//! The search box: a case number leads to its case.

use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// To the case with the number asked for.
pub async fn find(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let number = cases::find_number(&tx, Fields(asked).text("q")).await?;
    visit.redirect(&format!("/work/cases/{}", number.slug()))
}
