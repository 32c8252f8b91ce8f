//! In which form somebody wants data: by the ending of the address, or by `Accept`.

use crate::etag;
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_TYPE, ETAG, VARY};
use http::{HeaderMap, HeaderValue, StatusCode};
use kernel::digest_hex;

/// A form of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// JSON of this interface.
    Json,
    /// CPSV-AP as JSON-LD.
    JsonLd,
    /// CPSV-AP as Turtle.
    Turtle,
    /// A page for people.
    Html,
}

/// Media types by form; the first that is as good as any other wins.
const MEDIA: [(&str, Form); 4] = [
    ("application/json", Form::Json),
    ("application/ld+json", Form::JsonLd),
    ("text/turtle", Form::Turtle),
    ("text/html", Form::Html),
];

impl Form {
    /// The name without the ending that says the form: `1007.ttl` is `1007` as Turtle.
    pub fn of_ending(name: &str) -> (&str, Option<Self>) {
        match name.rsplit_once('.') {
            Some((name, "json")) => (name, Some(Self::Json)),
            Some((name, "jsonld")) => (name, Some(Self::JsonLd)),
            Some((name, "ttl")) => (name, Some(Self::Turtle)),
            _ => (name, None),
        }
    }

    /// The form that `Accept` likes best among ours; JSON when it likes none of them.
    pub fn of_accept(headers: &HeaderMap) -> Self {
        let accept = headers.get(ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("*/*");
        let mut best = (0.0_f32, Self::Json);
        for (media, form) in MEDIA {
            let liking = liking(accept, media);
            if liking > best.0 {
                best = (liking, form);
            }
        }
        best.1
    }

    /// The ending of addresses.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Json | Self::Html => "json",
            Self::JsonLd => "jsonld",
            Self::Turtle => "ttl",
        }
    }

    const fn media(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::JsonLd => "application/ld+json",
            Self::Turtle => "text/turtle; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
        }
    }
}

/// How much `accept` likes a media type, 0 to 1: the most exact range counts.
fn liking(accept: &str, media: &str) -> f32 {
    let (kind, _) = media.split_once('/').unwrap_or((media, ""));
    let mut found = (0, 0.0);
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let exactness = match name.as_str() {
            name if name == media => 3,
            name if name.strip_suffix("/*") == Some(kind) => 2,
            "*/*" => 1,
            _ => 0,
        };
        let quality = parts.find_map(|part| part.strip_prefix("q=")).and_then(|q| q.parse().ok()).unwrap_or(1.0);
        if exactness > found.0 {
            found = (exactness, quality);
        }
    }
    found.1
}

/// An answer whose tag is the digest of its content: 304 to those who have it already.
pub fn tagged(headers: &HeaderMap, form: Form, content: Vec<u8>) -> Response {
    let tag = format!("\"{}\"", &digest_hex(&content)[..32]);
    let known = etag::holds(headers, &tag);
    let tag = HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"\""));
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { content.into_response() };
    let headers = response.headers_mut();
    headers.insert(ETAG, tag);
    headers.insert(VARY, HeaderValue::from_static("accept"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(form.media()));
    response
}
