//! Request bodies: JSON and forms, with the reason when one cannot be read.

use crate::place;
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use http::header::CONTENT_TYPE;
use kernel::Error;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use web_kit::{Failure, json_without_nul};

/// A JSON body.
pub struct Json<T>(pub T);

/// An `application/x-www-form-urlencoded` body of a program; it carries no security mark because no cookie counts here.
pub struct FormBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = read(request, state, &["application/json"]).await?.0;
        Ok(Self(place::read(&text(&bytes)?)?))
    }
}

/// A JSON body, not read yet: for those who name the place of what is wrong themselves.
pub struct Text(pub String);

/// A feed: a JSON array, or one JSON object a line.
pub struct Feed {
    /// The text.
    pub text: String,
    /// Whether it is one object a line.
    pub lines: bool,
}

impl<S: Send + Sync> FromRequest<S> for Text {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        Ok(Self(text(&read(request, state, &["application/json"]).await?.0)?.into_owned()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Feed {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (bytes, kind) =
            read(request, state, &["application/json", "application/jsonl", "application/x-ndjson"]).await?;
        Ok(Self { text: text(&bytes)?.into_owned(), lines: kind != "application/json" })
    }
}

/// As text, without the mark that some programs put before it and without the character that no database keeps.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|error| Error::invalid("body-not-utf8").source(error))?;
    Ok(json_without_nul(text.trim_start_matches('\u{feff}')))
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for FormBody<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = read(request, state, &["application/x-www-form-urlencoded"]).await?.0;
        let value = serde_urlencoded::from_bytes(&bytes)
            .map_err(|error| Error::invalid("bad-form-body").arg("reason", error))?;
        Ok(Self(value))
    }
}

/// The body, if it is of one of the types wanted, and of which.
async fn read<S: Send + Sync>(
    request: Request,
    state: &S,
    wanted: &[&'static str],
) -> Result<(Bytes, &'static str), Failure> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().map(str::trim).unwrap_or_default();
    let Some(kind) = wanted.iter().copied().find(|one| *one == kind) else {
        return Err(Error::unsupported("body-type").arg("wanted", wanted.join(", ")).into());
    };
    let bytes = Bytes::from_request(request, state).await.map_err(|_| Error::too_large("body-too-large"))?;
    Ok((bytes, kind))
}
