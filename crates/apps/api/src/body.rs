//! Request bodies: JSON and forms, with the reason when one cannot be read.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use http::header::CONTENT_TYPE;
use kernel::{Error, FieldError};
use serde::de::DeserializeOwned;
use web_kit::Failure;

/// A JSON body.
pub struct Json<T>(pub T);

/// An `application/x-www-form-urlencoded` body of a program; it carries no security mark because no cookie counts here.
pub struct FormBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = read(request, state, "application/json").await?;
        let value = serde_json::from_slice(&bytes).map_err(|error| {
            let field = FieldError {
                path: String::new(),
                key: "json-place".to_owned(),
                args: vec![("line", error.line().to_string()), ("column", error.column().to_string())],
            };
            Error::invalid("bad-json").arg("reason", &error).fields([field])
        })?;
        Ok(Self(value))
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for FormBody<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = read(request, state, "application/x-www-form-urlencoded").await?;
        let value = serde_urlencoded::from_bytes(&bytes)
            .map_err(|error| Error::invalid("bad-form-body").arg("reason", error))?;
        Ok(Self(value))
    }
}

async fn read<S: Send + Sync>(request: Request, state: &S, wanted: &'static str) -> Result<Bytes, Failure> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().map(str::trim) != Some(wanted) {
        return Err(Error::unsupported("body-type").arg("wanted", wanted).into());
    }
    Bytes::from_request(request, state).await.map_err(|_| Error::too_large("body-too-large").into())
}
