//! Adds, changes and removes other words for what people type.

use super::page::{SearchPage, TypedSynonym, known, rule};
use crate::parts::{form_errors, seen_revision};
use axum::extract::Path;
use catalogue::SetSynonym;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Keeps the rule and leads back to the list.
pub async fn set_synonym(visit: Visit, sent: Fields) -> Answer {
    match keep(&visit, &sent).await {
        Ok(()) => visit.redirect("/work/search?done=search-rule"),
        Err(error) => again(visit, &sent, error).await,
    }
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

async fn again(visit: Visit, sent: &Fields, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale) {
        return Err(error.into());
    }
    let visit = visit.shown_at("/work/search");
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = SearchPage::read(&visit, &tx, &Fields::default()).await?;
    let synonym = TypedSynonym {
        id: sent.text("id").to_owned(),
        revision: seen_revision(sent),
        words: sent.text("words").to_owned(),
        means: sent.text("means").to_owned(),
        way: sent.text("way").to_owned(),
    };
    visit.render_invalid(&SearchPage { synonym, errors, ..page })
}
