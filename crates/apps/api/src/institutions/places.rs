//! `GET /api/v1/institutions/{code}/places`

use super::show::find;
use crate::paging::{List, Paging};
use crate::query::Query;
use crate::services::shapes::Text;
use axum::extract::Path;
use axum::response::IntoResponse;
use institutions::Branch;
use serde::Serialize;
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A place where an institution serves people, beside its seat.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceDetail {
    /// What channels of services name it by.
    #[schema(example = "VSAA-3")]
    code: String,
    name: Text,
    address: String,
    /// Degrees north, WGS 84.
    #[schema(example = 57.313)]
    latitude: f64,
    /// Degrees east, WGS 84.
    #[schema(example = 25.274)]
    longitude: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<String>,
    /// Opening hours in words.
    hours: Text,
    /// The same for programs.
    opening: Vec<PlaceHours>,
    /// `own` (the institution wrote it), `reference`, `example` or `imported`.
    #[schema(example = "own")]
    origin: &'static str,
}

/// Working hours on some days of the week.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceHours {
    /// 1 for Monday to 7 for Sunday.
    days: Vec<u8>,
    /// From.
    #[schema(example = "08:30")]
    opens: String,
    /// To.
    #[schema(example = "17:00")]
    closes: String,
}

impl From<Branch> for PlaceDetail {
    fn from(branch: Branch) -> Self {
        let text = branch.text;
        let hours =
            |line: institutions::OpeningHours| PlaceHours { days: line.days, opens: line.opens, closes: line.closes };
        Self {
            code: branch.code,
            name: Text::from(&text.name),
            address: text.address,
            latitude: text.position.latitude,
            longitude: text.position.longitude,
            phone: text.phone,
            hours: Text::from(&text.hours),
            opening: text.opening.into_iter().map(hours).collect(),
            origin: branch.origin.as_str(),
        }
    }
}

/// The open branches of an institution with their positions; its seat is in the institution itself.
#[utoipa::path(
    get,
    path = "/api/v1/institutions/{code}/places",
    tag = "open data",
    params(("code" = String, Path, description = "Code of the institution"), Paging),
    responses(
        (status = 200, description = "A page of places", body = List<PlaceDetail>),
        (status = 404, description = "No such institution"),
        (status = 422, description = "A cursor that is none of this list, or a limit that is no number"),
    ),
)]
pub async fn list(visit: Visit, Path(code): Path<String>, Query(paging): Query<Paging>) -> Answer {
    let tx = visit.read().await?;
    let institution = find(&tx, &code).await?;
    let page = institutions::branches(&tx, institution.id, &paging.request()?).await?;
    Ok(axum::Json(List::from(page.map(PlaceDetail::from))).into_response())
}
