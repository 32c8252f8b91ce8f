//! Staying signed in: any request keeps a session alive; this one has no page to show.

use axum::Json;
use axum::response::IntoResponse;
use kernel::Error;
use web_kit::{Answer, Visit};

/// `GET /session`: how long the session lasts from now on, as plain data for the script.
pub(crate) async fn go_on(visit: Visit) -> Answer {
    let ends = visit.visitor().ends.ok_or_else(|| Error::unauthenticated("sign-in-needed"))?;
    Ok(Json(ends).into_response())
}
