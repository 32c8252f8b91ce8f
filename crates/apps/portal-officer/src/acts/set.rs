//! Adds, changes and removes acts.

use super::page::{ActsPage, TypedAct};
use crate::parts::{form_errors, seen_revision};
use axum::extract::Path;
use catalogue::SetRepealedAct;
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Fields, Visit};

/// Keeps the act and leads back to the list.
pub async fn set(visit: Visit, sent: Fields) -> Answer {
    match keep(&visit, &sent).await {
        Ok(()) => visit.redirect("/work/acts?done=act"),
        Err(error) => again(visit, &sent, error).await,
    }
}

/// Removes the act.
pub async fn remove(visit: Visit, Path(number): Path<String>, sent: Fields) -> Answer {
    let mut tx = visit.write().await?;
    catalogue::remove_repealed_act(&mut tx, numbered(&number)?, seen_revision(&sent)).await?;
    tx.commit().await?;
    visit.redirect("/work/acts?done=act-removed")
}

async fn keep(visit: &Visit, sent: &Fields) -> Result<()> {
    let input = SetRepealedAct {
        known: known(sent)?,
        act: sent.text("act").to_owned(),
        title: sent.text("title").to_owned(),
        successor: sent.text("successor").to_owned(),
        link: sent.text("link").to_owned(),
    };
    let mut tx = visit.write().await?;
    catalogue::set_repealed_act(&mut tx, input).await?;
    tx.commit().await
}

/// The act that the form is about, with the revision that was seen; none for a new one.
fn known(sent: &Fields) -> Result<Option<(i64, i64)>> {
    match sent.text("number") {
        "" => Ok(None),
        number => Ok(Some((numbered(number)?, seen_revision(sent)))),
    }
}

/// The number of an act in an address or a form.
fn numbered(number: &str) -> Result<i64> {
    number.parse().map_err(|_| Error::not_found("act"))
}

async fn again(visit: Visit, sent: &Fields, error: Error) -> Answer {
    if !matches!(error.kind(), ErrorKind::Invalid | ErrorKind::Stale) {
        return Err(error.into());
    }
    let visit = visit.shown_at("/work/acts");
    let errors = form_errors(&visit, error)?;
    let tx = visit.read().await?;
    let page = ActsPage::read(&visit, &tx, &Fields::default()).await?;
    let typed = TypedAct {
        number: sent.text("number").to_owned(),
        revision: seen_revision(sent),
        act: sent.text("act").to_owned(),
        title: sent.text("title").to_owned(),
        successor: sent.text("successor").to_owned(),
        link: sent.text("link").to_owned(),
    };
    visit.render_invalid(&ActsPage { typed, errors, ..page })
}
