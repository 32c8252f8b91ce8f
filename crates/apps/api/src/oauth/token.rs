//! `POST /oauth/token`

use crate::body::FormBody;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header::CACHE_CONTROL};
use kernel::{Caller, ErrorKind};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use web_kit::{Answer, Visit};

/// A system asks for a token (RFC 6749, 4.4).
#[derive(Debug, Deserialize, ToSchema)]
pub struct TokenRequest {
    /// `client_credentials`.
    grant_type: String,
    client_id: String,
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

/// Gives an institution's system a token for an hour.
#[utoipa::path(
    post,
    path = "/oauth/token",
    tag = "oauth",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "A token", body = TokenAnswer),
        (status = 400, description = "Another grant, or a scope that the client does not have (RFC 6749, 5.2)"),
        (status = 401, description = "Unknown client or wrong secret (RFC 6749, 5.2)"),
    ),
)]
pub async fn token(visit: Visit, FormBody(request): FormBody<TokenRequest>) -> Answer {
    if request.grant_type != "client_credentials" {
        return Ok(refused(StatusCode::BAD_REQUEST, "unsupported_grant_type"));
    }
    let scopes: Vec<String> = request.scope.split_whitespace().map(str::to_owned).collect();
    let mut tx = visit.state().database().write(&Caller::anonymous()).await?;
    let issued = identity::issue_token(&mut tx, &request.client_id, &request.client_secret, &scopes).await;
    let issued = match issued {
        Ok(issued) => issued,
        Err(error) => {
            return match error.kind() {
                ErrorKind::Unauthenticated | ErrorKind::NotFound => {
                    Ok(refused(StatusCode::UNAUTHORIZED, "invalid_client"))
                }
                ErrorKind::Forbidden | ErrorKind::Invalid => Ok(refused(StatusCode::BAD_REQUEST, "invalid_scope")),
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

/// The shape that RFC 6749 prescribes for this one route.
fn refused(status: StatusCode, error: &'static str) -> Response {
    (status, [(CACHE_CONTROL, "no-store")], axum::Json(json!({ "error": error }))).into_response()
}
