//! Adds, changes and removes other words for what people type.

use super::keep::answer;
use super::page::{SearchPage, TypedSynonym, known, rule};
use crate::parts::seen_revision;
use axum::extract::Path;
use catalogue::SetSynonym;
use kernel::Result;
use web_kit::{Answer, Fields, Visit};

/// Keeps the rule and leads back to the list.
pub async fn set_synonym(visit: Visit, sent: Fields) -> Answer {
    let kept = keep(&visit, &sent).await;
    answer(visit, kept, |page| SearchPage { synonym: typed(&sent), ..page }).await
}

/// Removes the rule.
pub async fn remove_synonym(visit: Visit, Path(id): Path<String>, sent: Fields) -> Answer {
    let mut tx = visit.write().await?;
    catalogue::remove_synonym(&mut tx, rule(&id)?, seen_revision(&sent)).await?;
    tx.commit().await?;
    visit.redirect("/work/search?done=search-rule-removed")
}

async fn keep(visit: &Visit, sent: &Fields) -> Result<()> {
    let input = SetSynonym {
        known: known(sent)?,
        words: sent.text("words").to_owned(),
        means: sent.text("means").to_owned(),
        two_way: sent.text("way") == "both",
    };
    let mut tx = visit.write().await?;
    catalogue::set_synonym(&mut tx, input).await?;
    tx.commit().await
}

/// What was typed into the form.
fn typed(sent: &Fields) -> TypedSynonym {
    TypedSynonym {
        id: sent.text("id").to_owned(),
        revision: seen_revision(sent),
        words: sent.text("words").to_owned(),
        means: sent.text("means").to_owned(),
        way: sent.text("way").to_owned(),
    }
}
