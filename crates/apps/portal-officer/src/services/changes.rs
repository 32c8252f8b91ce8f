//! `/work/services/{code}/changes`: what the working copy says differently, word by word.

use crate::parts::either;
use axum::extract::Path;
use catalogue::{ServiceState, WorkingCopy};
use kernel::{Locale, Role};
use serde::Serialize;
use service_words::{Change, PieceView};
use web_kit::{Answer, Template, Visit};

/// Context of `work/services/changes.html`.
#[derive(Debug, Clone, Serialize)]
pub struct ChangesPage {
    code: String,
    name: String,
    here: String,
    preview: String,
    version: i32,
    changes: Vec<Change>,
    /// The number of a text that was sent and waits to be taken over; none when there is a working copy.
    take: Option<i32>,
}

/// What a system or a table has sent becomes the working copy once somebody has seen what it says.
fn to_take(visit: &Visit, copy: &WorkingCopy) -> Option<i32> {
    let waits = !copy.changes.is_empty() || copy.service.state == ServiceState::Draft;
    let may = visit.caller().role != Role::InstitutionAdministrator;
    (copy.draft.is_none() && waits && may).then_some(copy.service.latest)
}

/// The page of the differences.
pub async fn show(visit: Visit, Path(code): Path<String>) -> Answer {
    let tx = visit.read().await?;
    let copy = catalogue::working_copy(&tx, &code).await?;
    visit.render(&ChangesPage {
        name: copy.description.name.get(visit.locale()).to_owned(),
        here: visit.url(&format!("/work/services/{code}")),
        preview: visit.url(&format!("/services/{code}/preview")),
        version: copy.base,
        take: to_take(&visit, &copy),
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
            preview: format!("/{locale}/services/1007/preview"),
            version: 2,
            changes: vec![change.clone(), Change { lang: None, ..change }],
            take: None,
        };
        let sent = Self { take: Some(3), ..page.clone() };
        let new = Self { changes: Vec::new(), ..sent.clone() };
        vec![sent, new, page.clone(), Self { changes: Vec::new(), ..page }]
    }
}
