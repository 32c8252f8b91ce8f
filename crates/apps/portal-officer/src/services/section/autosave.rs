//! Saves a section while it is being typed: for the script of the page.

use super::builder::notes;
use super::fields::Note;
use super::sent::{saved, typed_section};
use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use catalogue::Saved;
use i18n::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, Visit};

/// What the script is told.
#[derive(Debug, Serialize)]
struct Told {
    /// Words for the live region.
    text: String,
    /// The revision from now on.
    revision: Option<i64>,
    /// Where both texts are shown, when somebody else's words stand in the way.
    refused: Option<String>,
    /// What is wrong or missing, by the place where it is shown.
    notes: BTreeMap<String, Note>,
}

/// Keeps what was typed and tells what is wrong with it. Nothing is overwritten.
pub async fn autosave(visit: Visit, Path((code, word)): Path<(String, String)>, sent: Fields) -> Answer {
    let section = typed_section(&word)?;
    let input = saved(code.clone(), section, &sent)?;
    let typed = input.typed.clone();
    let mut tx = visit.write().await?;
    let outcome = catalogue::save_section(&mut tx, input).await?;
    tx.commit().await?;
    let told = match outcome {
        Saved::Kept { revision, at, findings } => {
            let mut args = Args::new();
            args.set("time", i18n::time(visit.locale(), at));
            Told {
                text: visit.text_with("edit-saved-at", &args),
                revision: Some(revision),
                refused: None,
                notes: notes(&visit, &typed, &findings),
            }
        }
        Saved::Refused(id) => Told {
            text: visit.text("edit-refused-now"),
            revision: None,
            refused: Some(visit.url(&format!("/work/services/{code}/refused/{id}"))),
            notes: BTreeMap::new(),
        },
    };
    Ok(Json(told).into_response())
}
