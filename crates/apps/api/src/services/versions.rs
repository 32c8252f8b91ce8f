//! `GET /api/v1/services/{code}/versions` and one of them.

use super::forms_of::{Form, tagged};
use crate::paging::List;
use axum::extract::Path;
use catalogue::{Version, VersionLine};
use chrono::{DateTime, Utc};
use http::HeaderMap;
use kernel::{Error, Result};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A version of a description.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionSummary {
    /// Its number, from 1.
    version: i32,
    /// `published`; for the holder's staff and systems also `draft`, `scheduled` and `withdrawn`.
    #[schema(example = "published")]
    state: &'static str,
    /// SHA-256 of the description, in hexadecimal.
    digest: String,
    /// In force from.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<DateTime<Utc>>,
    /// In force up to this instant; missing while it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_to: Option<DateTime<Utc>>,
    /// When requests ended while it was in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<DateTime<Utc>>,
    /// What the author said of the change.
    #[serde(skip_serializing_if = "String::is_empty")]
    note: String,
}

/// A version with its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionDetail {
    /// Code of the service.
    code: String,
    #[serde(flatten)]
    line: VersionSummary,
    /// The description: everything that MK 399 p.9 asks.
    #[schema(value_type = Object)]
    description: Value,
}

impl From<VersionLine> for VersionSummary {
    fn from(line: VersionLine) -> Self {
        Self {
            version: line.version,
            state: line.state.as_str(),
            digest: line.digest,
            valid_from: line.valid_from,
            valid_to: line.valid_to,
            closed_at: line.closed_at,
            note: line.note,
        }
    }
}

/// Every version that was ever public, newest first. What was published keeps its number and its text for ever.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/versions",
    tag = "services",
    params(("code" = String, Path, description = "Code of the service")),
    responses(
        (status = 200, description = "The versions", body = List<VersionSummary>, headers(("ETag" = String))),
        (status = 404, description = "No such service"),
    ),
)]
pub async fn list(visit: Visit, Path(code): Path<String>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let lines = catalogue::versions(&tx, &code).await?;
    let list = List { items: lines.into_iter().map(VersionSummary::from).collect::<Vec<_>>(), next: None };
    Ok(tagged(&headers, Form::Json, serde_json::to_vec(&list).map_err(Error::from)?))
}

/// One version, whole.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/versions/{version}",
    tag = "services",
    params(
        ("code" = String, Path, description = "Code of the service"),
        ("version" = i32, Path, description = "Number of the version"),
    ),
    responses(
        (status = 200, description = "The version", body = VersionDetail, headers(("ETag" = String))),
        (status = 404, description = "No such service, or the version was never public"),
    ),
)]
pub async fn show(visit: Visit, Path((code, version)): Path<(String, String)>, headers: HeaderMap) -> Answer {
    let tx = visit.read().await?;
    let version = version.parse().map_err(|_| Error::not_found("service-version"))?;
    let Version { line, description } = catalogue::service_version(&tx, &code, version).await?;
    let detail = detail(code, line, &description)?;
    Ok(tagged(&headers, Form::Json, serde_json::to_vec(&detail).map_err(Error::from)?))
}

fn detail(code: String, line: VersionLine, description: &catalogue::Description) -> Result<VersionDetail> {
    Ok(VersionDetail { code, line: line.into(), description: serde_json::to_value(description)? })
}
