//! `/work/institution`: who works there, in which role.

use super::page::InstitutionPage;
use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// A page of the staff.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    visit.render(&InstitutionPage::read(&visit, &tx, &Fields(asked)).await?)
}
