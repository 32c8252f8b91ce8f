//! A new secret for a system, and the end of a system.

use super::page::SystemsPage;
use crate::institution::about;
use crate::parts::Asked;
use axum::extract::{Path, Query};
use kernel::{ApiClientId, Error, Result};
use web_kit::{Answer, Fields, Visit};

/// Makes a new secret and shows it, this once; the former works for some days more.
pub async fn renew(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let visit = visit.shown_at("/work/systems");
    let client = parse(&id)?;
    let mut tx = visit.write().await?;
    let issued = identity::renew_secret(&mut tx, client).await?;
    tx.commit().await?;
    let tx = visit.read().await?;
    let page = SystemsPage::read(&visit, &tx, Fields(asked).text("of")).await?;
    visit.render(&SystemsPage { issued: Some(issued.into()), ..page })
}

/// Shuts the system out, from its next request on, and leads back to the list.
pub async fn revoke(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let client = parse(&id)?;
    let mut tx = visit.write().await?;
    identity::revoke_api_client(&mut tx, client).await?;
    tx.commit().await?;
    visit.redirect(&about("/work/systems", Fields(asked).text("of")))
}

fn parse(id: &str) -> Result<ApiClientId> {
    id.parse().map_err(|_| Error::not_found("api-client"))
}
