//! What differs between two descriptions, for `kit/_changes.html`.

use crate::label;
use catalogue::{ElementChange, Piece};
use kernel::{InstitutionId, LangText, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use uuid::Uuid;
use web_kit::Visit;

/// A changed element in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What it is.
    pub label: String,
    /// The language of its words, where it has one.
    pub lang: Option<String>,
    /// Its words.
    pub pieces: Vec<PieceView>,
}

/// Words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PieceView {
    /// `kept`, `removed` or `added`.
    pub kind: &'static str,
    /// The words.
    pub text: String,
}

/// Every changed element in the words of the page. Ids of institutions become names, words of closed lists become ours.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn changes(tx: &Read, visit: &Visit, found: &[ElementChange]) -> Result<Vec<Change>> {
    let mut ids: Vec<InstitutionId> = Vec::new();
    for piece in found.iter().flat_map(|change| &change.pieces) {
        ids.extend(Uuid::parse_str(text_of(piece)).ok().map(InstitutionId::new));
    }
    let names = institutions::names_of(tx, &ids).await?;
    let change = |change: &ElementChange| Change {
        label: label(visit, &change.path),
        lang: change.path.rsplit('/').next().filter(|last| ["lv", "en"].contains(last)).map(str::to_owned),
        pieces: change.pieces.iter().map(|piece| view(visit, &change.path, &names, piece)).collect(),
    };
    Ok(found.iter().map(change).collect())
}

/// The words of two texts as a page shows them.
#[must_use]
pub fn pieces(found: &[Piece]) -> Vec<PieceView> {
    found.iter().map(|piece| PieceView { kind: kind_of(piece), text: text_of(piece).to_owned() }).collect()
}

fn view(visit: &Visit, path: &str, names: &BTreeMap<InstitutionId, LangText>, piece: &Piece) -> PieceView {
    let text = text_of(piece);
    let institution = Uuid::parse_str(text).ok().and_then(|id| names.get(&InstitutionId::new(id)));
    let text = match institution {
        Some(name) => name.get(visit.locale()).to_owned(),
        None => word(visit, path, text).unwrap_or_else(|| text.to_owned()),
    };
    PieceView { kind: kind_of(piece), text }
}

/// The words for a value of a closed list, and for an amount; for a form its title.
fn word(visit: &Visit, path: &str, value: &str) -> Option<String> {
    if path == "form" && value != "none" {
        return forms::definition(value, None).ok().map(|form| form.title.get(visit.locale()).to_owned());
    }
    if (path.ends_with("fee/amount") || path.ends_with("/fee"))
        && let Ok(cents) = value.parse::<i64>()
    {
        return Some(i18n::money(visit.locale(), cents));
    }
    let plain = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !plain {
        return None;
    }
    let yes_no = match value {
        "true" => Some("web-yes"),
        "false" => Some("web-no"),
        _ => None,
    };
    if let Some(key) = yes_no {
        return Some(visit.text(key));
    }
    let leaf = path.split('/').rfind(|part| !part.bytes().all(|byte| byte.is_ascii_digit()))?;
    let prefix = match leaf {
        "channel" => "channel",
        "channels" => "channel",
        "stage" | "stages" => "catalogue-stage",
        "reason" => "channel-reason",
        "kind" if path.starts_with("documents") => "catalogue-document",
        "kind" => "edit-output",
        "client_circle" => "client-circle",
        "signature" => "signature",
        "identification" => "identification",
        "mode" => "digital",
        "days" => "edit-weekday",
        "fee" => "edit-fee",
        "form" => "edit-form",
        "life_events" => "life-event",
        "territory" => "catalogue-territory",
        "scope" => "template-scope",
        _ => return None,
    };
    let key = format!("{prefix}-{value}");
    visit.state().templates().catalog().has(visit.locale(), &key).then(|| visit.text(&key))
}

const fn kind_of(piece: &Piece) -> &'static str {
    match piece {
        Piece::Kept(_) => "kept",
        Piece::Removed(_) => "removed",
        Piece::Added(_) => "added",
    }
}

fn text_of(piece: &Piece) -> &str {
    match piece {
        Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text) => text,
    }
}
