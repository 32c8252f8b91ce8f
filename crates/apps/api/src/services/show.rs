//! `GET /api/v1/services/{code}`

use super::shapes::ServiceDetail;
use crate::etag;
use axum::{extract::Path, response::IntoResponse};
use http::{HeaderMap, StatusCode};
use web_kit::{Answer, Visit};

/// One service, with the JSON Schema of the answers that a request needs.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}",
    tag = "services",
    params(("code" = String, Path, description = "Code of the service")),
    responses(
        (status = 200, description = "The service", body = ServiceDetail, headers(("ETag" = String))),
        (status = 304, description = "The version in If-None-Match is in force"),
        (status = 404, description = "No such service"),
    ),
)]
pub async fn show(visit: Visit, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let service = catalogue::service(&tx, &code).await?;
    let version = i64::from(service.version);
    if etag::known(&headers, version) {
        return Ok((StatusCode::NOT_MODIFIED, etag::header(version)).into_response());
    }
    Ok((etag::header(version), axum::Json(ServiceDetail::new(&service)?)).into_response())
}
