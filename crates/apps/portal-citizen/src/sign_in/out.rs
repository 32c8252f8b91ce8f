//! Signing out: the session ends on the server and in the browser.

use axum::response::IntoResponse;
use http::HeaderName;
use http::header::SET_COOKIE;
use kernel::Caller;
use web_kit::{Answer, Fields, Visit, end_cookie};

/// `POST /sign-out`
pub(crate) async fn sign_out(visit: Visit, _checked: Fields) -> Answer {
    if let Some(token) = visit.session_token() {
        let mut tx = visit.state().database().write(&Caller::engine()).await?;
        identity::sign_out(&mut tx, &token).await?;
        tx.commit().await?;
    }
    let cookie = end_cookie(visit.state().settings());
    let clear = (HeaderName::from_static("clear-site-data"), "\"cache\"");
    Ok(([(SET_COOKIE, cookie)], [clear], visit.redirect("/?done=signed-out")?).into_response())
}
