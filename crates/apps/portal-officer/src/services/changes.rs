//! `/work/services/{code}/changes`: what the working copy says differently, word by word.

use crate::parts::either;
use axum::extract::Path;
use kernel::Locale;
use serde::Serialize;
use service_words::{Change, PieceView};
use web_kit::{Answer, Template, Visit};

/// Context of `work/services/changes.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    code: String,
    name: String,
    here: String,
    version: i32,
    changes: Vec<Change>,
}

/// The page of the differences.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let copy = catalogue::working_copy(&tx, &code).await?;
    visit.render(&ChangesPage {
        name: copy.description.name.get(visit.locale()).to_owned(),
        here: visit.url(&format!("/work/services/{code}")),
        version: copy.base,
        changes: service_words::changes(&tx, &visit, &copy.changes).await?,
        code,
    })
}

impl Template for ChangesPage {
    const NAME: &'static str = "work/services/changes.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let piece = |kind: &'static str, text: &str| PieceView { kind, text: text.to_owned() };
        let change = Change {
            label: either(locale, "Nosaukums (latviešu)", "Name (Latvian)"),
            lang: Some("lv".to_owned()),
            pieces: vec![piece("kept", "Pabalsts "), piece("removed", "par bērnu"), piece("added", "ģimenei")],
        };
        let page = Self {
            code: "1007".to_owned(),
            name: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            here: format!("/{locale}/work/services/1007"),
            version: 2,
            changes: vec![change.clone(), Change { lang: None, ..change }],
        };
        vec![page.clone(), Self { changes: Vec::new(), ..page }]
    }
}
