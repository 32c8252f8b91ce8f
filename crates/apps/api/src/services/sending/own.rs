//! `GET /api/v1/services/by-external-id/{external_id}`

use super::answer::{KeptService, tag};
use axum::extract::Path;
use axum::response::IntoResponse;
use web_kit::{Answer, Visit};

/// What the register holds under a name of the sender's system, the newest description also when it is not published.
/// Its tag is what `If-Match` of the next change takes.
#[utoipa::path(
    get,
    path = "/api/v1/services/by-external-id/{external_id}",
    tag = "sending services",
    params(("external_id" = String, Path, description = "Name of the service in the sender's system", example = "paraugs-1")),
    security(("person" = []), ("system" = ["services:write"])),
    responses(
        (status = 200, description = "The service", body = KeptService, headers(("ETag" = String))),
        (status = 404, description = "The sender's institution has sent none under this name"),
    ),
)]
pub async fn show(visit: Visit, Path(external_id): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let own = catalogue::own_service_by_name(&tx, &external_id).await?;
    let tag = tag(&own.edition)?;
    Ok((tag, axum::Json(KeptService::new(external_id, &own, None)?)).into_response())
}
