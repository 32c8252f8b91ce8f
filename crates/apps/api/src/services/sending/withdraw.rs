//! `DELETE /api/v1/services/by-external-id/{external_id}`

use super::answer::{KeptService, tag};
use super::put::seen;
use axum::extract::Path;
use axum::response::IntoResponse;
use http::HeaderMap;
use web_kit::{Answer, Visit};

/// Closes a service of the sender's institution: it can no longer be requested, its page and its history stay readable.
/// The same request again changes nothing. Send the description again to open it; what somebody else closed is opened only
/// for those who say that they have seen it, by `If-Match` or by `revision` and `version`.
#[utoipa::path(
    delete,
    path = "/api/v1/services/by-external-id/{external_id}",
    tag = "sending services",
    params(
        ("external_id" = String, Path, description = "Name of the service in the sender's system", example = "paraugs-1"),
        ("If-Match" = Option<String>, Header, description = "Tag of what the sender has seen"),
    ),
    security(("person" = []), ("system" = ["services:write"])),
    responses(
        (status = 200, description = "Closed, or so already", body = KeptService, headers(("ETag" = String))),
        (status = 404, description = "The sender's institution has sent none under this name"),
        (status = 409, description = "It was never published"),
        (status = 412, description = "Changed meanwhile"),
    ),
)]
pub async fn withdraw(visit: Visit, Path(external_id): Path<String>, headers: HeaderMap) -> Answer {
    let seen = seen(&headers)?;
    let mut tx = visit.write().await?;
    let (code, done) = catalogue::withdraw_sent(&mut tx, &external_id, seen.as_deref()).await?;
    let own = catalogue::own_service(&tx, &code).await?;
    tx.commit().await?;
    let tag = tag(&own.edition)?;
    Ok((tag, axum::Json(KeptService::new(external_id, &own, Some(done))?)).into_response())
}
