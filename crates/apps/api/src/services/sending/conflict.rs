//! Two writers of one description: the second is told both texts, and how they differ.

use catalogue::{Description, OwnService, Piece, compare};
use kernel::{Error, ErrorKind, Result, digest_hex};
use serde_json::{Map, Value, json};
use storage::Read;
use web_kit::{Visit, problem_body};

/// What somebody sent without having seen what there is.
pub struct Late<'a> {
    /// The name of the service in the sender's system.
    pub name: &'a str,
    /// Its code, when the sender named it.
    pub code: Option<&'a str>,
    /// The description.
    pub sent: &'a Description,
}

/// The problem with `current` (what there is, with its tag and digest), `sent`, and `differences`: pointer into what was sent,
/// what there is, what was sent. Without them when there is nothing yet.
///
/// # Errors
/// Unavailable when the database cannot be reached; internal when a description cannot be written as JSON.
pub async fn problem(visit: &Visit, late: Late<'_>, error: &Error) -> Result<Map<String, Value>> {
    let mut body = problem_body(visit.state().templates().catalog(), visit.locale(), error);
    let tx = visit.read().await?;
    match present(&tx, late.name, late.code).await {
        Ok(own) => both_texts(&mut body, &own, late.sent)?,
        // The sender named something that never was.
        Err(missing) if missing.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    Ok(body)
}

async fn present(tx: &Read, name: &str, code: Option<&str>) -> Result<OwnService> {
    match catalogue::own_service_by_name(tx, name).await {
        Err(error) if error.kind() == ErrorKind::NotFound && code.is_some() => {
            catalogue::own_service(tx, code.unwrap_or_default()).await
        }
        found => found,
    }
}

fn both_texts(body: &mut Map<String, Value>, own: &OwnService, sent: &Description) -> Result<()> {
    let text = serde_json::to_string(sent)?;
    let current = json!({
        "etag": format!("\"{}\"", own.edition),
        "state": own.service.state.as_str(),
        "revision": own.service.revision,
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
        json!({ "pointer": format!("/description/{}", change.path), "current": current, "sent": sent })
    };
    body.insert("differences".to_owned(), changes.into_iter().map(line).collect());
    Ok(())
}

/// The words of one of the two texts.
fn side(pieces: &[Piece], later: bool) -> String {
    let words = pieces.iter().filter_map(|piece| match (piece, later) {
        (Piece::Kept(text), _) | (Piece::Added(text), true) | (Piece::Removed(text), false) => Some(text.as_str()),
        _ => None,
    });
    words.collect()
}
