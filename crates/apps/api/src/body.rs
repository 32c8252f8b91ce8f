//! Request bodies: JSON and forms, with the reason when one cannot be read.

use crate::place;
use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use http::header::CONTENT_TYPE;
use kernel::Error;
use serde::de::DeserializeOwned;
use web_kit::Failure;

/// The most values in a JSON body. Where files may come in it there is room for megabytes, and a value of two bytes takes
/// a hundred once it is read: nobody may fill the memory with them, nor ask what is wrong with each.
const VALUES: usize = 50_000;

/// The most values in a feed, for all of its services: far more than fit when they say something.
const VALUES_OF_FEED: usize = 1_000_000;

/// A JSON body.
pub struct Json<T>(pub T);

/// An `application/x-www-form-urlencoded` body of a program; it carries no security mark because no cookie counts here.
pub struct FormBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = read(request, state, &["application/json"]).await?.0;
        let text = text(&bytes, VALUES)?;
        place::require_object(text)?;
        place::without_zero(text)?;
        Ok(Self(place::read(text)?))
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
        let bytes = read(request, state, &["application/json"]).await?.0;
        Ok(Self(text(&bytes, VALUES)?.to_owned()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Feed {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let (bytes, kind) =
            read(request, state, &["application/json", "application/jsonl", "application/x-ndjson"]).await?;
        Ok(Self { text: text(&bytes, VALUES_OF_FEED)?.to_owned(), lines: kind != "application/json" })
    }
}

/// As text of at most so many values, without the mark that some programs put before it.
fn text(bytes: &[u8], most: usize) -> Result<&str, Error> {
    if has_more_values(bytes, most) {
        return Err(Error::too_large("body-values").arg("most", most));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Error::invalid("body-not-utf8").source(error))?;
    Ok(text.trim_start_matches('\u{feff}'))
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

/// Whether JSON holds more values, counted without reading it: each stands behind a comma or the beginning of a list or an
/// object, outside of texts.
pub fn has_more_values(json: &[u8], most: usize) -> bool {
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for byte in json {
        match byte {
            // No text goes over the end of a line: in a feed, the next line is a value of its own.
            b'\n' => (quoted, escaped) = (false, false),
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b',' | b'[' | b'{' if !quoted => count += 1,
            _ => {}
        }
        if count > most {
            return true;
        }
    }
    false
}

/// The body, if it is of one of the types wanted, and of which.
async fn read<S: Send + Sync>(
    request: Request,
    state: &S,
    wanted: &[&'static str],
) -> Result<(Bytes, &'static str), Failure> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().map(str::trim).unwrap_or_default();
    let Some(kind) = wanted.iter().copied().find(|one| one.eq_ignore_ascii_case(kind)) else {
        return Err(Error::unsupported("body-type").arg("wanted", wanted.join(", ")).into());
    };
    let bytes = Bytes::from_request(request, state).await.map_err(|_| Error::too_large("body-too-large"))?;
    Ok((bytes, kind))
}
