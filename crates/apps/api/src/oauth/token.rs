//! `POST /oauth/token`

use crate::body::FormBody;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, CACHE_CONTROL, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, StatusCode};
use kernel::{Caller, ErrorKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web_kit::{Answer, Failure, Visit};

/// A system asks for a token (RFC 6749, 4.4).
#[derive(Debug, Deserialize, ToSchema)]
pub struct TokenRequest {
    /// `client_credentials`.
    #[serde(default)]
    #[schema(required = true)]
    grant_type: String,
    /// Which system asks, unless it says so by HTTP Basic.
    #[serde(default)]
    client_id: String,
    /// Its secret, unless it is sent by HTTP Basic.
    #[serde(default)]
    client_secret: String,
    /// Scopes, separated by blanks; all of the client's unless said.
    #[serde(default)]
    scope: String,
}

/// A token.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenAnswer {
    access_token: String,
    /// `Bearer`.
    token_type: &'static str,
    /// Seconds.
    expires_in: i64,
    scope: String,
}

/// Why no token was given (RFC 6749, 5.2).
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenError {
    /// `invalid_request`, `invalid_client`, `unsupported_grant_type` or `invalid_scope`.
    error: &'static str,
}

/// Gives an institution's system a token for an hour. The system says who it is by HTTP Basic, identifier and secret
/// encoded as in a form, or by `client_id` and `client_secret` in the body, not in both ways (RFC 6749, 2.3.1).
#[utoipa::path(
    post,
    path = "/oauth/token",
    tag = "oauth",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    security((), ("client" = [])),
    responses(
        (status = 200, description = "A token", body = TokenAnswer),
        (
            status = 400,
            description = "A field is missing or said twice, another grant, or a scope that the client does not have",
            body = TokenError,
        ),
        (
            status = 401,
            description = "No client is named, it is unknown, or the secret is wrong",
            body = TokenError,
            headers(("WWW-Authenticate" = String)),
        ),
    ),
)]
pub async fn token(visit: Visit, headers: HeaderMap, body: Result<FormBody<TokenRequest>, Failure>) -> Answer {
    let Ok(FormBody(request)) = body else { return Ok(refused(INVALID_REQUEST)) };
    match request.grant_type.as_str() {
        "client_credentials" => {}
        "" => return Ok(refused(INVALID_REQUEST)),
        _ => return Ok(refused("unsupported_grant_type")),
    }
    let client = match client(headers.get(AUTHORIZATION), &request) {
        Ok(client) => client,
        Err(error) => return Ok(refused(error)),
    };
    // Everybody can read it in the description of the interface: over data that a demonstration left, it opens nothing.
    let of_demonstration = client.id == identity::DEMO_CLIENT || client.secret == identity::DEMO_CLIENT_SECRET;
    if of_demonstration && !visit.state().settings().demo {
        return Ok(refused(INVALID_CLIENT));
    }
    let scopes: Vec<String> = request.scope.split_whitespace().map(str::to_owned).collect();
    let mut tx = visit.state().database().write(&Caller::anonymous()).await?;
    let issued = match identity::issue_token(&mut tx, &client.id, &client.secret, &scopes).await {
        Ok(issued) => issued,
        Err(error) => {
            return match error.kind() {
                ErrorKind::Unauthenticated | ErrorKind::NotFound => Ok(refused(INVALID_CLIENT)),
                ErrorKind::Forbidden | ErrorKind::Invalid => Ok(refused("invalid_scope")),
                _ => Err(error.into()),
            };
        }
    };
    tx.commit().await?;
    let body = TokenAnswer {
        access_token: issued.access_token.reveal().to_owned(),
        token_type: "Bearer",
        expires_in: issued.expires_in,
        scope: issued.scope,
    };
    Ok(([(CACHE_CONTROL, "no-store")], axum::Json(body)).into_response())
}

const INVALID_REQUEST: &str = "invalid_request";
const INVALID_CLIENT: &str = "invalid_client";

/// What a system shows of itself.
struct Client {
    id: String,
    secret: String,
}

/// Who asks, in the one way that the request uses. A bearer token beside it says nothing about the client.
fn client(authorization: Option<&HeaderValue>, request: &TokenRequest) -> Result<Client, &'static str> {
    let TokenRequest { client_id, client_secret, .. } = request;
    let header = authorization.map(|value| value.to_str().unwrap_or_default());
    let is_bearer =
        |header: &str| header.split_once(' ').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    if let Some(header) = header.filter(|header| !is_bearer(header)) {
        let client = basic(header).ok_or(INVALID_CLIENT)?;
        let said_twice = !client_secret.is_empty() || !(client_id.is_empty() || *client_id == client.id);
        return if said_twice { Err(INVALID_REQUEST) } else { Ok(client) };
    }
    match (client_id.is_empty(), client_secret.is_empty()) {
        (true, true) => Err(INVALID_CLIENT),
        (false, false) => Ok(Client { id: client_id.clone(), secret: client_secret.clone() }),
        _ => Err(INVALID_REQUEST),
    }
}

/// The client in a header of HTTP Basic.
fn basic(header: &str) -> Option<Client> {
    let (scheme, value) = header.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(value.trim()).ok()?).ok()?;
    let (id, secret) = text.split_once(':')?;
    Some(Client { id: form_value(id)?, secret: form_value(secret)? })
}

/// A value that is encoded as in a form.
fn form_value(text: &str) -> Option<String> {
    let fields: Vec<(String, String)> = serde_urlencoded::from_str(&format!("value={text}")).ok()?;
    fields.into_iter().next().map(|(_, value)| value)
}

/// The shape that RFC 6749 prescribes for this one route.
fn refused(error: &'static str) -> Response {
    let status = if error == INVALID_CLIENT { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
    let mut response = (status, [(CACHE_CONTROL, "no-store")], axum::Json(TokenError { error })).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"durvis\""));
    }
    response
}
