//! Who sent a request: found once per request from the session cookie or the bearer token, before any handler.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, AUTHORIZATION};
use http::{HeaderMap, Method};
use identity::{Bearer, Scope, Session};
use kernel::{Caller, Error, Locale, Result, Role};
use serde::Serialize;

use crate::cookies::{self, SESSION};
use crate::{AppState, Failure};

/// Who sent a request, and in which language the answer is wanted.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who acts.
    pub caller: Caller,
    /// The session of a browser; none for visitors and for systems.
    pub session: Option<Arc<Session>>,
    /// The scopes of a bearer token.
    pub scopes: Vec<Scope>,
    /// The language of the answer.
    pub locale: Locale,
    /// When the session ends if nothing more is asked.
    pub ends: Option<Ends>,
    /// Whether the browser sent the token of a session that is over, for whatever reason.
    pub stale: bool,
    /// That session, when it ran out by itself a while ago and a form was sent; it opens nothing. What its client typed
    /// into a draft is kept ([`Access::ClientToKeep`](crate::Access)), what was typed elsewhere is given back.
    pub lapsed: Option<Arc<Session>>,
}

/// How long a session lasts from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ends {
    /// Whole seconds, if nothing more is asked.
    pub seconds: i64,
    /// Whether it ends then whatever is asked: its time since the sign-in is over.
    pub last: bool,
}

impl Visitor {
    /// Somebody who is not signed in.
    #[must_use]
    pub fn anonymous(locale: Locale) -> Self {
        let caller = Caller::anonymous();
        Self { caller, session: None, scopes: Vec::new(), locale, ends: None, stale: false, lapsed: None }
    }

    /// The session of a client that ran out.
    pub(crate) fn was_client(&self) -> Option<&Arc<Session>> {
        self.lapsed.as_ref().filter(|session| session.caller.role == Role::Client)
    }

    /// Whether the session that ran out was one of staff.
    pub(crate) fn was_staff(&self) -> bool {
        self.lapsed.as_ref().is_some_and(|session| session.caller.role.is_staff())
    }

    async fn of(state: &AppState, method: &Method, path: &str, headers: &HeaderMap) -> Result<Self> {
        if is_api(path) {
            return Self::of_token(state, path, headers).await;
        }
        let secure = state.settings().secure_cookies;
        let token = cookies::cookie_value(headers, secure, SESSION);
        let session = match &token {
            Some(token) => in_force(state, token).await?,
            None => None,
        };
        let known = session.as_ref().map(|(session, _)| session.locale);
        let locale = locale_of_path(path).or(known).unwrap_or_else(|| preferred(headers));
        let nobody = Self::anonymous(locale);
        Ok(match (session, token) {
            (Some((session, ends)), _) => {
                Self { caller: session.caller.clone(), session: Some(Arc::new(session)), ends: Some(ends), ..nobody }
            }
            // Only a form has something to keep; a page is not worth a second query (decision 0006).
            (None, Some(token)) if *method == Method::POST => {
                Self { stale: true, lapsed: lapsed(state, &token).await?, ..nobody }
            }
            (None, Some(_)) => Self { stale: true, ..nobody },
            (None, None) => nobody,
        })
    }

    /// Systems and people with a token; cookies do not count here, so no other site can use them.
    async fn of_token(state: &AppState, path: &str, headers: &HeaderMap) -> Result<Self> {
        let locale = preferred(headers);
        let Some(header) = headers.get(AUTHORIZATION) else { return Ok(Self::anonymous(locale)) };
        let token = header.to_str().ok().and_then(bearer);
        // A system that asks for a token says there by another scheme who it is; that route reads it itself.
        if token.is_none() && path.starts_with("/oauth/") {
            return Ok(Self::anonymous(locale));
        }
        let Some(token) = token else { return Err(Error::unauthenticated("bad-token")) };
        let tx = state.database().glance(&Caller::anonymous());
        let bearer = identity::bearer_by_token(&tx, token).await?;
        let opens = |bearer: &Bearer| state.settings().demo || !bearer.is_of_demonstration();
        let bearer = bearer.filter(opens).ok_or_else(|| Error::unauthenticated("bad-token"))?;
        Ok(Self { caller: bearer.caller, scopes: bearer.scopes, ..Self::anonymous(locale) })
    }
}

/// The token in a header; the scheme may be written in small letters too (RFC 9110, 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// The session of a token, marked as used where that is due, and how long it lasts from now on.
async fn in_force(state: &AppState, token: &str) -> Result<Option<(Session, Ends)>> {
    let tx = state.database().glance(&Caller::anonymous());
    let session = identity::session_by_token(&tx, token).await?;
    let Some(session) = session.filter(|session| counts(state, session)) else { return Ok(None) };
    let used = session.needs_touch && touch(state, token).await;
    let ends_at = if used { session.expires_at.min(tx.now() + session.idle) } else { session.ends_at };
    let seconds = (ends_at - tx.now()).num_seconds();
    let last = ends_at == session.expires_at;
    Ok(Some((session, Ends { seconds, last })))
}

/// The session of a token that ran out by itself.
async fn lapsed(state: &AppState, token: &str) -> Result<Option<Arc<Session>>> {
    let tx = state.database().glance(&Caller::anonymous());
    let session = identity::lapsed_session(&tx, token).await?;
    Ok(session.filter(|session| counts(state, session)).map(Arc::new))
}

/// Whether a session opens anything here: for real people only one that a provider stands behind. Those of the invented
/// people stay in the data that a demonstration leaves.
fn counts(state: &AppState, session: &Session) -> bool {
    state.settings().demo || session.issuer.is_some()
}

/// Marks the session as used. If that fails the person is served all the same: the session only ends earlier.
async fn touch(state: &AppState, token: &str) -> bool {
    let touched = async {
        let mut tx = state.database().write(&Caller::engine()).await?;
        identity::touch_session(&mut tx, token).await?;
        tx.commit().await
    };
    match touched.await {
        Ok(()) => true,
        Err(error) => {
            tracing::warn!(%error, "session not marked as used");
            false
        }
    }
}

/// Whether answers under `path` are for programs.
pub(crate) fn is_api(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/oauth/")
}

/// The language of a page's path: `/lv/…`, `/en/…`.
pub(crate) fn locale_of_path(path: &str) -> Option<Locale> {
    path.split('/').nth(1)?.parse().ok()
}

/// The language that the browser asks for.
pub(crate) fn preferred(headers: &HeaderMap) -> Locale {
    i18n::negotiate(headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

/// Layer: finds the visitor and leaves it with the request (for handlers) and the answer (for error pages).
pub(crate) async fn identify(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/assets/") {
        return next.run(request).await;
    }
    match Visitor::of(&state, request.method(), path, request.headers()).await {
        Ok(visitor) => {
            request.extensions_mut().insert(visitor.clone());
            let mut response = next.run(request).await;
            response.extensions_mut().insert(visitor);
            response
        }
        Err(error) => Failure::from(error).into_response(),
    }
}
