//! Two writers of one description: the second is told both texts, and how they differ.

use axum::response::{IntoResponse, Response};
use catalogue::{Description, OwnService, Piece, compare};
use kernel::{Error, Result, digest_hex};
use serde_json::{Value, json};
use web_kit::{Visit, problem_body, problem_with};

/// The problem with `current` (what there is, with its tag and digest), `sent`, and `differences`: path, what there is,
/// what was sent.
///
/// # Errors
/// Internal when a description cannot be written as JSON.
pub fn both_texts(visit: &Visit, error: &Error, own: &OwnService, sent: &Description) -> Result<Response> {
    let mut body = problem_body(visit.state().templates().catalog(), visit.locale(), error);
    let text = serde_json::to_string(sent)?;
    let current = json!({
        "etag": format!("\"{}\"", own.edition),
        "version": own.newest.line.version,
        "digest": own.newest.line.digest,
        "description": serde_json::to_value(&*own.newest.description)?,
    });
    body.insert("current".to_owned(), current);
    let sent_text =
        json!({ "digest": digest_hex(text.as_bytes()), "description": serde_json::from_str::<Value>(&text)? });
    body.insert("sent".to_owned(), sent_text);
    let changes = compare(&own.newest.description, sent)?;
    let line = |change: catalogue::ElementChange| {
        let (current, sent) = (side(&change.pieces, false), side(&change.pieces, true));
        json!({ "pointer": format!("/{}", change.path), "current": current, "sent": sent })
    };
    body.insert("differences".to_owned(), changes.into_iter().map(line).collect());
    Ok(problem_with(error, body).into_response())
}

/// The words of one of the two texts.
fn side(pieces: &[Piece], later: bool) -> String {
    let words = pieces.iter().filter_map(|piece| match (piece, later) {
        (Piece::Kept(text), _) | (Piece::Added(text), true) | (Piece::Removed(text), false) => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}
