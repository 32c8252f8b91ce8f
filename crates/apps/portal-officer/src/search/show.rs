//! `/work/search`: the rules, and what a query finds with them and without them.

use super::page::SearchPage;
use crate::parts::Asked;
use web_kit::{Answer, Fields, Visit};

/// The rules.
pub async fn show(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    visit.render(&SearchPage::read(&visit, &tx, &Fields(asked)).await?)
}

/// Adds the synonyms that come with the program.
pub async fn install(visit: Visit, _: Fields) -> Answer {
    let mut tx = visit.write().await?;
    catalogue::install_search_rules(&mut tx).await?;
    tx.commit().await?;
    visit.redirect("/work/search?done=search-rule")
}
