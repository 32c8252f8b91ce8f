//! Styles, fonts, icons and our one script, inside the program, under an address that changes with their content.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use http::{HeaderMap, StatusCode};
use kernel::{Error, digest_hex};
use rust_embed::RustEmbed;

use crate::Failure;

#[derive(RustEmbed)]
#[folder = "../../../assets/dist/"]
struct Files;

/// One digest over all files: a new release has new addresses, so browsers may keep the old ones for ever.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let mut all = Vec::new();
    for file in names.iter().filter_map(|name| Files::get(name)) {
        all.extend_from_slice(&file.metadata.sha256_hash());
    }
    digest_hex(&all).chars().take(16).collect()
});

static ICONS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    Files::get("icons.json").and_then(|file| serde_json::from_slice(&file.data).ok()).unwrap_or_default()
});

/// The address of an asset: `/assets/<version>/app.css`; none if there is no such file.
pub(crate) fn address(name: &str) -> Option<String> {
    Files::get(name).map(|_| format!("/assets/{}/{name}", *VERSION))
}

/// The picture of an icon, hidden from screen readers: words beside it carry the meaning.
pub(crate) fn icon(name: &str) -> Option<String> {
    let body = ICONS.get(name)?;
    Some(format!("<svg class=\"dv-icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">{body}</svg>"))
}

/// `GET /assets/{version}/{*file}`.
pub(crate) async fn serve(
    Path((version, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let file = Files::get(&name).ok_or_else(|| Error::not_found("page"))?;
    let tag = format!("\"{}\"", *VERSION);
    if headers.get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let cache = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = file.metadata.mimetype().to_owned();
    let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind };
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, cache.to_owned()), (ETAG, tag)], file.data.into_owned()).into_response())
}
