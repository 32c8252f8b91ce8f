//! `GET /api/v1/services/{code}`

use super::forms_of::{Form, tagged};
use super::shapes::ServiceDetail;
use crate::etag;
use crate::query::Query;
use axum::extract::Path;
use axum::response::IntoResponse;
use catalogue::Service;
use chrono::NaiveDate;
use exchange::OpenData;
use http::header::VARY;
use http::{HeaderMap, StatusCode};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;
use web_kit::{Answer, Visit};

/// Of which day.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OfDay {
    /// What was in force at the end of this day, `2026-01-31`; now unless said.
    on: Option<NaiveDate>,
}

/// One service: as JSON with the JSON Schema of the answers that a request needs, or as CPSV-AP 3.2. `Accept` chooses, or
/// the ending of the address: `1007.jsonld`, `1007.ttl`. The tag of the JSON is the revision of the service, which moves
/// at every change that the public can see, also of a link that another service made.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}",
    tag = "services",
    params(("code" = String, Path, description = "Code of the service, with an ending that names the form or without"), OfDay),
    responses(
        (status = 200, description = "The service", headers(("ETag" = String)), content(
            (ServiceDetail = "application/json"),
            (String = "application/ld+json"),
            (String = "text/turtle"),
        )),
        (status = 304, description = "What If-None-Match names is still so"),
        (status = 404, description = "No such service, or nothing was in force on that day"),
        (status = 422, description = "A day that has not come"),
    ),
)]
pub async fn show(visit: Visit, Path(name): Path<String>, Query(day): Query<OfDay>, headers: HeaderMap) -> Answer {
    let (code, ending) = Form::of_ending(&name);
    let form = ending.unwrap_or_else(|| Form::of_accept(&headers));
    let tx = visit.read().await?;
    let service = match day.on {
        Some(day) => Arc::new(catalogue::service_as_of(&tx, code, day).await?),
        None => catalogue::service(&tx, code).await?,
    };
    let open = visit.state().part::<OpenData>()?;
    let content = match form {
        Form::JsonLd => exchange::describe_service(&tx, open, &service).await?.to_json_ld()?,
        Form::Turtle => exchange::describe_service(&tx, open, &service).await?.to_turtle()?,
        Form::Json | Form::Html if day.on.is_none() => return json(&headers, open, &service),
        Form::Json | Form::Html => {
            serde_json::to_vec(&ServiceDetail::new(open, &service)?).map_err(kernel::Error::from)?
        }
    };
    Ok(tagged(&headers, form, content))
}

/// The JSON of now: its tag is the revision, which `If-Match` takes.
fn json(headers: &HeaderMap, open: &OpenData, service: &Service) -> Answer {
    let tag = etag::header(service.revision);
    if etag::known(headers, service.revision) {
        return Ok((StatusCode::NOT_MODIFIED, tag, [(VARY, "accept")]).into_response());
    }
    Ok((tag, [(VARY, "accept")], axum::Json(ServiceDetail::new(open, service)?)).into_response())
}
