//! Signing out: the session ends on the server and in the browser, and the next sign-in there asks who it is.

use axum::response::{AppendHeaders, IntoResponse};
use http::HeaderName;
use http::header::SET_COOKIE;
use kernel::Caller;
use web_kit::{Answer, Fields, Visit, end_cookie};

use super::oidc::left;

/// `POST /sign-out`
pub(crate) async fn sign_out(visit: Visit, _checked: Fields) -> Answer {
    if let Some(token) = visit.session_token() {
        let mut tx = visit.state().database().write(&Caller::engine()).await?;
        identity::sign_out(&mut tx, &token).await?;
        tx.commit().await?;
    }
    let settings = visit.state().settings();
    let cookies = AppendHeaders([(SET_COOKIE, end_cookie(settings)), (SET_COOKIE, left(settings))]);
    let clear = (HeaderName::from_static("clear-site-data"), "\"cache\"");
    Ok((cookies, [clear], visit.redirect("/?done=signed-out")?).into_response())
}
