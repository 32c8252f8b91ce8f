//! What follows `?` in an address: when it cannot be read, the parameter is named, and what it may hold.

use axum::extract::FromRequestParts;
use http::request::Parts;
use kernel::{Error, FieldError};
use serde::de::DeserializeOwned;
use web_kit::Failure;

/// The parameters of a request.
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Failure> {
        match axum::extract::Query::<T>::try_from_uri(&parts.uri) {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(rejection) => Err(refused(&rejection.body_text()).into()),
        }
    }
}

/// The library tells it as `Failed to …: limit: invalid digit found in string`.
fn refused(told: &str) -> Error {
    let told = told.split_once(": ").map_or(told, |(_, rest)| rest);
    let (name, reason) = told.split_once(": ").filter(|(name, _)| !name.contains(' ')).unwrap_or(("", told));
    let name = if name.is_empty() { reason.split('`').nth(1).unwrap_or_default() } else { name };
    let key = match reason {
        _ if reason.contains("duplicate field") => "query-twice",
        _ if reason.contains("UUID") => "query-id",
        _ if ["digit", "integer", "number"].iter().any(|word| reason.contains(word)) => "query-number",
        _ if reason.contains("`true` or `false`") => "query-boolean",
        // The words of a date that is none: `input contains invalid characters`, `premature end of input`.
        _ if reason.contains("input") => "query-date",
        _ => "query-value",
    };
    let field = FieldError::new(name, key).arg("name", name);
    Error::invalid("bad-query").fields([field])
}
