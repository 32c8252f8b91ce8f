//! Takes a role away, from that person's next request on.

use super::chosen::{chosen, done};
use crate::parts::Asked;
use axum::extract::{Path, Query};
use kernel::{Error, MembershipId};
use web_kit::{Answer, Fields, Visit};

/// Takes it away and leads back to the staff.
pub async fn revoke(visit: Visit, Path(id): Path<String>, Query(asked): Asked, _: Fields) -> Answer {
    let id: MembershipId = id.parse().map_err(|_| Error::not_found("membership"))?;
    let asked = Fields(asked);
    // An address that names no institution is refused before anything changes.
    chosen(&visit, &visit.read().await?, asked.text("of")).await?;
    let mut tx = visit.write().await?;
    institutions::revoke_membership(&mut tx, id).await?;
    tx.commit().await?;
    visit.redirect(&done("/work/institution", "role-revoked", asked.text("of")))
}
