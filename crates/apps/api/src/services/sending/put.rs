//! `PUT /api/v1/services/by-external-id/{external_id}`

use super::answer::{KeptService, tag};
use super::conflict::{self, Late};
use super::reading;
use super::shapes::{SentService, Wish};
use crate::query::Query;
use crate::{body, etag};
use axum::extract::Path;
use axum::response::IntoResponse;
use catalogue::{Done, ReceiveService, Received, Seen};
use http::header::{IF_MATCH, LOCATION};
use http::{HeaderMap, StatusCode};
use kernel::{Error, ErrorKind, Result};
use web_kit::{Answer, Visit, problem_with};

/// Registers a service of the sender's institution, or changes it: the same request again changes nothing. It passes the
/// same checks as in the editor. No change of somebody else is lost: say what you have seen with `If-Match` (the tag of the
/// answer before, or of the public JSON) or with `revision` and `version` in the body; without them only a description
/// that this very sender sent last is changed. Otherwise the problem carries both texts. What a system sends is published;
/// what a person sends whose texts another contact person must read waits in a working copy (202). Another holder's
/// service is refused, and the refusal stays on record.
#[utoipa::path(
    put,
    path = "/api/v1/services/by-external-id/{external_id}",
    tag = "sending services",
    params(
        ("external_id" = String, Path, description = "Name of the service in the sender's system, up to 200 characters", example = "paraugs-1"),
        Wish,
        ("If-Match" = Option<String>, Header, description = "Tag of what the sender has seen; `*` says nothing"),
        ("Idempotency-Key" = Option<String>, Header, description = "1 to 200 visible characters of ASCII; makes the same request one act, also after a change by others"),
    ),
    request_body = SentService,
    security(("person" = []), ("system" = ["services:write"])),
    responses(
        (status = 201, description = "Registered", body = KeptService, headers(("Location" = String), ("ETag" = String))),
        (status = 200, description = "Changed, or so already", body = KeptService, headers(("ETag" = String))),
        (status = 202, description = "Waits in a working copy for another contact person to read it", body = KeptService, headers(("ETag" = String))),
        (status = 403, description = "Another holder's service"),
        (status = 404, description = "No service with this code"),
        (status = 409, description = "The name belongs to another service, or the key was used for other content"),
        (status = 412, description = "Changed meanwhile, or somebody else's words and no sign of having seen them: `current`, `sent` and `differences` are in the problem"),
        (status = 422, description = "Wrong or missing elements, named one by one"),
    ),
)]
pub async fn put(
    visit: Visit,
    Path(external_id): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body::Text(text): body::Text,
) -> Answer {
    let sent = reading::read(&text)?;
    if sent.external_id.as_ref().is_some_and(|name| *name != external_id) {
        return Err(Error::invalid("form-has-errors").field("external_id", "service-other-name").into());
    }
    let wished = sent.wished(external_id.clone(), &wish);
    let input = ReceiveService {
        seen: seen(&headers)?.map(Seen::Tag).or(wished.seen),
        idempotency_key: etag::idempotency_key(&headers)?,
        ..wished
    };
    let (code, description) = (input.code.clone(), input.description.clone());
    match Box::pin(super::receive(&visit, input)).await {
        Ok((tx, Received::Kept { code, done, passed_over })) => {
            let own = catalogue::own_service(&tx, &code).await?;
            tx.commit().await?;
            let status = match done {
                Done::Created => StatusCode::CREATED,
                Done::Copied => StatusCode::ACCEPTED,
                _ => StatusCode::OK,
            };
            let location = [(LOCATION, format!("/api/v1/services/{code}"))];
            let kept = KeptService::new(external_id, &own, Some(done))?.passing_over(&passed_over);
            Ok((status, location, tag(&own.edition)?, axum::Json(kept)).into_response())
        }
        // That somebody tried is kept.
        Ok((tx, Received::Refused(error))) => {
            tx.commit().await?;
            count_refusal();
            Err(error.into())
        }
        Err(error) if error.kind() == ErrorKind::Stale => {
            let late = Late { name: &external_id, code: code.as_deref(), sent: &description };
            let body = conflict::problem(&visit, late, &error).await?;
            Ok(problem_with(&error, body).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// How often systems tried to write other holders' services.
pub fn count_refusal() {
    metrics::counter!("durvis_service_writes_refused_total").increment(1);
}

/// What was seen: one of our tags, with or without what follows a dash in those of other forms.
///
/// # Errors
/// Invalid `bad-if-match` for a tag that is none of ours.
pub fn seen(headers: &HeaderMap) -> Result<Option<String>> {
    let Some(value) = headers.get(IF_MATCH) else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let tag = text.trim_start_matches("W/").trim_matches('"');
    let ours = !tag.is_empty() && tag.split('.').count() <= 2 && tag.split('.').all(|part| part.parse::<u64>().is_ok());
    if ours { Ok(Some(tag.to_owned())) } else { Err(Error::invalid("bad-if-match")) }
}
