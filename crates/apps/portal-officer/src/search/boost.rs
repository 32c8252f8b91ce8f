//! Adds, changes and removes services that are to stand higher or lower.

use super::page::{SearchPage, TypedBoost, known, rule};
use crate::parts::{form_errors, seen_revision};
use axum::extract::Path;
use catalogue::SetBoost;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Keeps the rule and leads back to the list.
pub async fn set_boost(visit: Visit, sent: Fields) -> Answer {
    match keep(&visit, &sent).await {
        Ok(()) => visit.redirect("/work/search?done=search-rule"),
        Err(error) => again(visit, &sent, error).await,
    }
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

async fn again(visit: Visit, sent: &Fields, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale) {
        return Err(error.into());
    }
    let visit = visit.shown_at("/work/search");
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = SearchPage::read(&visit, &tx, &Fields::default()).await?;
    let boost = TypedBoost {
        id: sent.text("id").to_owned(),
        revision: seen_revision(sent),
        service: sent.text("service").to_owned(),
        words: sent.text("boost-words").to_owned(),
        percent: sent.text("percent").to_owned(),
    };
    visit.render_invalid(&SearchPage { boost, errors, ..page })
}
