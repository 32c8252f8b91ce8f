//! Signing in with OpenID Connect. The network is never asked inside a unit of work.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::Query;
use axum::response::{IntoResponse, Redirect};
use http::HeaderValue;
use http::header::SET_COOKIE;
use identity::{OidcProvider, PendingSignIn, SignedIn};
use kernel::{Caller, Error, ErrorKind, Result};
use serde::Deserialize;
use web_kit::{Answer, Settings, Visit, percent, private_cookie, safe_return, session_cookie};

use super::show::reason;

/// The cookie that ties the answer of the provider to the browser that began.
const STATE: &str = "durvis-sign-in";

/// The cookie of a browser that signed out. The provider still knows who that was and would let whoever comes next in as
/// them: it is told to ask.
const LEFT: &str = "durvis-left";

/// For so long; a provider knows somebody for a working day at most.
const LEFT_FOR: Duration = Duration::from_secs(12 * 60 * 60);

/// `?return=` and `?anew=`
#[derive(Debug, Deserialize)]
pub(crate) struct Back {
    #[serde(default, rename = "return")]
    back: String,
    /// Whoever was refused chooses another means: known from before, they would be refused again.
    anew: Option<String>,
}

/// What the provider sends back.
#[derive(Debug, Deserialize)]
pub(crate) struct Returned {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
}

/// `GET /sign-in/begin`: a link, not a form, for the policy of the pages lets forms lead only to ourselves.
pub(crate) async fn begin(visit: Visit, Query(query): Query<Back>) -> Answer {
    let provider = visit.state().part::<Arc<OidcProvider>>().map_err(|_| Error::not_found("page"))?;
    let ready = provider.discover().await?;
    let home = visit.url("/");
    let target = safe_return(&query.back).unwrap_or(&home);
    let anew = query.anew.is_some() || visit.cookie(LEFT).is_some();
    let mut tx = visit.state().database().write(&Caller::engine()).await?;
    let redirect = identity::begin_sign_in(&mut tx, &ready, target, anew).await?;
    tx.commit().await?;
    let cookie = private_cookie(visit.state().settings(), STATE, redirect.state.reveal(), Duration::from_secs(600));
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&redirect.url)).into_response())
}

/// `GET /sign-in/callback`: the provider sends the browser back here.
pub(crate) async fn callback(visit: Visit, Query(query): Query<Returned>) -> Answer {
    let pending = match begun(&visit, &query).await {
        Ok(pending) => pending,
        Err(error) => return refused(&visit, error, None),
    };
    let back = pending.return_to.clone();
    match finish(&visit, pending, &query.code).await {
        Ok(signed_in) => {
            let settings = visit.state().settings();
            let session = session_cookie(settings, signed_in.token.reveal());
            let mut response = Redirect::to(safe_return(&signed_in.return_to).unwrap_or("/")).into_response();
            response.headers_mut().append(SET_COOKIE, session);
            for over in [STATE, LEFT] {
                response.headers_mut().append(SET_COOKIE, private_cookie(settings, over, "", Duration::ZERO));
            }
            Ok(response)
        }
        Err(error) => refused(&visit, error, Some(&back)),
    }
}

/// The `Set-Cookie` header of a browser that signs out.
pub(super) fn left(settings: &Settings) -> HeaderValue {
    private_cookie(settings, LEFT, "yes", LEFT_FOR)
}

/// The sign-in that this browser began.
async fn begun(visit: &Visit, query: &Returned) -> Result<PendingSignIn> {
    let cookie = visit.cookie(STATE).ok_or_else(|| Error::invalid("sign-in-state"))?;
    let mut tx = visit.state().database().write(&Caller::engine()).await?;
    let pending = identity::take_pending(&mut tx, &query.state, &cookie).await?;
    tx.commit().await?;
    Ok(pending)
}

async fn finish(visit: &Visit, pending: PendingSignIn, code: &str) -> Result<SignedIn> {
    let provider = visit.state().part::<Arc<OidcProvider>>().map_err(|_| Error::not_found("page"))?;
    let proven = provider.exchange(&pending, code).await?;
    let mut tx = visit.state().database().write(&Caller::engine()).await?;
    let signed_in = identity::finish_sign_in(&mut tx, pending, &proven).await?;
    // The browser forgets the token of the session it had; on the server it would go on, for whoever copied it.
    if let Some(former) = visit.session_token() {
        identity::sign_out(&mut tx, &former).await?;
    }
    tx.commit().await?;
    Ok(signed_in)
}

/// Refused by the person or the provider: nobody is signed in, and trying again is the way on. What is broken, or does
/// not answer, has a page of its own.
fn refused(visit: &Visit, error: Error, back: Option<&str>) -> Answer {
    if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) {
        return Err(error.into());
    }
    tracing::info!(%error, "sign-in refused");
    visit.redirect(&again(error.key(), back))
}

/// The page for signing in, with the reason why it failed and the page that was wanted.
pub(crate) fn again(key: &str, back: Option<&str>) -> String {
    let reason = reason(key).unwrap_or("yes");
    let back = back.and_then(safe_return).map(|path| format!("&return={}", percent(path))).unwrap_or_default();
    format!("/sign-in?failed={reason}{back}")
}
