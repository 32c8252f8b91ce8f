//! `/work/cases/{number}`: a case, opened on the record.

use super::open::open;
use axum::extract::Path;
use web_kit::{Answer, Visit};

/// The page.
pub async fn show(visit: Visit, Path(number): Path<String>) -> Answer {
    let page = open(&visit, &number.parse()?).await?;
    visit.render(&page)
}
