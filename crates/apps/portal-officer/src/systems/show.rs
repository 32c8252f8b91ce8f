//! `/work/systems`: which systems of the institution may call the API.

use super::page::SystemsPage;
use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// The list, and a form for a further one.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    visit.render(&SystemsPage::read(&visit, &tx, Fields(asked).text("of")).await?)
}
