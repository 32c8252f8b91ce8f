//! Adds, changes and removes services that are to stand higher or lower.

use super::keep::answer;
use super::page::{SearchPage, TypedBoost, known, rule};
use crate::parts::seen_revision;
use axum::extract::Path;
use catalogue::SetBoost;
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// Keeps the rule and leads back to the list.
pub async fn set_boost(visit: Visit, sent: Fields) -> Answer {
    let kept = keep(&visit, &sent).await;
    answer(visit, kept, |page| SearchPage { boost: typed(&sent), ..page }).await
}

/// Removes the rule.
pub async fn remove_boost(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let mut tx = visit.write().await?;
    catalogue::remove_boost(&mut tx, rule(&id)?, seen_revision(&sent)).await?;
    tx.commit().await?;
    visit.redirect("/work/search?done=search-rule-removed")
}

async fn keep(visit: &Visit, sent: &Fields) -> Result<()> {
    let input = SetBoost {
        known: known(sent)?,
        service: sent.text("service").to_owned(),
        words: sent.text("boost-words").to_owned(),
        // What is no number is refused as one that is too small.
        percent: sent.text("percent").trim_end_matches('%').trim().parse().unwrap_or_default(),
    };
    let mut tx = visit.write().await?;
    catalogue::set_boost(&mut tx, input).await?;
    tx.commit().await
}

/// What was typed into the form.
fn typed(sent: &Fields) -> TypedBoost {
    TypedBoost {
        id: sent.text("id").to_owned(),
        revision: seen_revision(sent),
        service: sent.text("service").to_owned(),
        words: sent.text("boost-words").to_owned(),
        percent: sent.text("percent").to_owned(),
    }
}
