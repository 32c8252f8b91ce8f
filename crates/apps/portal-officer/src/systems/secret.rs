//! A new secret for a system, and the end of a system.

use super::page::SystemsPage;
use crate::institution::{chosen, done};
use crate::parts::Asked;
use axum::extract::{Path, Query};
use kernel::{ApiClientId, Error, Result};
use web_kit::{Answer, Fields, Visit};

/// Makes a new secret and shows it, this once; the former works for some days more.
pub async fn renew(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let visit = visit.shown_at("/work/systems");
    let (client, of) = named(&visit, &id, &Fields(asked)).await?;
    let mut tx = visit.write().await?;
    let issued = identity::renew_secret(&mut tx, client).await?;
    tx.commit().await?;
    let tx = visit.read().await?;
    let page = SystemsPage::read(&visit, &tx, &of).await?;
    visit.render(&SystemsPage { issued: Some(issued.into()), ..page })
}

/// Shuts the system out, from its next request on, and leads back to the list.
pub async fn revoke(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let (client, of) = named(&visit, &id, &Fields(asked)).await?;
    let mut tx = visit.write().await?;
    identity::revoke_api_client(&mut tx, client).await?;
    tx.commit().await?;
    visit.redirect(&done("/work/systems", "system-revoked", &of))
}

/// The system, and the institution whose page is shown afterwards: an address that names none is refused before anything
/// changes, because a new secret is shown only once.
async fn named(visit: &Visit, id: &str, asked: &Fields) -> Result<(ApiClientId, String)> {
    let client = id.parse().map_err(|_| Error::not_found("api-client"))?;
    let of = asked.text("of").to_owned();
    chosen(visit, &visit.read().await?, &of).await?;
    Ok((client, of))
}
