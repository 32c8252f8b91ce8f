//! `GET /api/v1/institutions/{code}`

use crate::services::forms_of::{Form, tagged};
use crate::services::shapes::Text;
use axum::extract::Path;
use exchange::OpenData;
use http::HeaderMap;
use institutions::Institution;
use kernel::{Error, Result};
use serde::Serialize;
use storage::Read;
use utoipa::ToSchema;
use uuid::Uuid;
use web_kit::{Answer, Visit};

/// An institution.
#[derive(Debug, Serialize, ToSchema)]
pub struct InstitutionDetail {
    /// What services name it by.
    id: Uuid,
    /// Short, unique, stable.
    #[schema(example = "VSAA")]
    code: String,
    /// `state_institution`, `municipality`, `service_centre`, `ministry` or `operator`.
    #[schema(example = "state_institution")]
    kind: &'static str,
    name: Text,
    /// Number in the register of public bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    registration_number: Option<String>,
    /// ATVK code of a municipality.
    #[serde(skip_serializing_if = "Option::is_none")]
    atvk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<String>,
}

impl From<&Institution> for InstitutionDetail {
    fn from(one: &Institution) -> Self {
        Self {
            id: one.id.uuid(),
            code: one.code.clone(),
            kind: one.kind.as_str(),
            name: Text::from(&one.name),
            registration_number: one.registration_number.clone(),
            atvk: one.atvk.clone(),
            phone: one.phone.clone(),
            email: one.email.clone(),
            address: one.address.clone(),
            website: one.website.clone(),
        }
    }
}

/// The institution with this code.
///
/// # Errors
/// Not found when there is none.
pub async fn find(tx: &Read, code: &str) -> Result<Institution> {
    let found = institutions::by_code(tx, code).await?;
    found.ok_or_else(|| Error::not_found("institution").arg("code", code))
}

/// One institution, as JSON or as a public organisation of CPSV-AP; `Accept` chooses, or the ending of the address.
#[utoipa::path(
    get,
    path = "/api/v1/institutions/{code}",
    tag = "open data",
    params(("code" = String, Path, description = "Code of the institution, with an ending that names the form or without")),
    responses(
        (status = 200, description = "The institution", headers(("ETag" = String)), content(
            (InstitutionDetail = "application/json"),
            (String = "application/ld+json"),
            (String = "text/turtle"),
        )),
        (status = 404, description = "No such institution"),
    ),
)]
pub async fn show(visit: Visit, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let (code, ending) = Form::of_ending(&name);
    let form = ending.unwrap_or_else(|| Form::of_accept(&headers));
    let tx = visit.read().await?;
    let institution = find(&tx, code).await?;
    let open = visit.state().part::<OpenData>()?;
    let content = match form {
        Form::JsonLd => exchange::describe_institution(&tx, open, &institution).await?.to_json_ld()?,
        Form::Turtle => exchange::describe_institution(&tx, open, &institution).await?.to_turtle()?,
        Form::Json | Form::Html => serde_json::to_vec(&InstitutionDetail::from(&institution)).map_err(Error::from)?,
    };
    Ok(tagged(&headers, form, content))
}
