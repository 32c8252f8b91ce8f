//! `POST /work/services/import/{id}`: the rows that are in order are applied, each by itself.

use super::lines::{Change, Fault, changes, faults};
use axum::extract::Path;
use exchange::RowDone;
use kernel::{Error, LangText, Locale};
use serde::Serialize;
use uuid::Uuid;
use web_kit::{Answer, Form, Template, Visit};

/// A service that was changed or registered.
#[derive(Debug, Clone, Serialize)]
struct Done {
    code: String,
    name: String,
    created: bool,
    /// Not published: another contact person reads it first.
    copied: bool,
}

/// A row that was left out.
#[derive(Debug, Clone, Serialize)]
struct Refused {
    number: u32,
    code: Option<String>,
    name: String,
    faults: Vec<Fault>,
    /// Both texts, where the row was made from an older description.
    differences: Vec<Change>,
}

/// Context of `work/services_exchange/done.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DonePage {
    published: bool,
    /// Whether something became a working copy instead.
    copied: bool,
    done: Vec<Done>,
    refused: Vec<Refused>,
    unchanged: usize,
}

impl Template for DonePage {
    const NAME: &'static str = "work/services_exchange/done.html";

    fn samples(_locale: Locale) -> Vec<Self> {
        let name = || "Bērna piedzimšanas pabalsts".to_owned();
        let done = vec![
            Done { code: "1007".to_owned(), name: name(), created: false, copied: false },
            Done { code: "1012".to_owned(), name: name(), created: false, copied: true },
            Done { code: "1018".to_owned(), name: name(), created: true, copied: false },
        ];
        let fault = Fault {
            place: "lapa „Pakalpojumi”, 3. rinda".to_owned(),
            cell: String::new(),
            reason: "Pakalpojuma aprakstu pa to laiku ir mainījis kāds cits.".to_owned(),
        };
        let differences = vec![Change {
            column: "audience_lv".to_owned(),
            before: "Bērna māte vai tēvs".to_owned(),
            after: "Bērna aizbildnis".to_owned(),
        }];
        let code = Some("1008".to_owned());
        let refused = vec![Refused { number: 3, code, name: name(), faults: vec![fault], differences }];
        vec![
            Self { published: true, copied: true, done, refused, unchanged: 12 },
            Self { published: false, copied: false, done: Vec::new(), refused: Vec::new(), unchanged: 1 },
        ]
    }
}

/// What was chosen under the preview.
#[derive(Debug, serde::Deserialize)]
pub struct Chosen {
    #[serde(default)]
    publish: String,
}

/// Applies the table that was shown.
pub async fn apply(visit: Visit, Path(id): Path<String>, Form(chosen): Form<Chosen>) -> Answer {
    let visit = visit.shown_at("/work/services/import");
    let id: Uuid = id.parse().map_err(|_| Error::not_found("table-kept"))?;
    let tx = visit.read().await?;
    let table = exchange::kept_table(&tx, id).await?;
    drop(tx);
    let published = chosen.publish == "yes";
    let mut page = DonePage { published, copied: false, done: Vec::new(), refused: Vec::new(), unchanged: 0 };
    let name = |name: LangText| name.get(visit.locale()).to_owned();
    for row in &table.rows {
        let mut tx = visit.write().await?;
        match exchange::apply_row(&mut tx, &table, row, published).await? {
            RowDone::Created { code, name: text } => {
                page.done.push(Done { code, name: name(text), created: true, copied: false });
            }
            RowDone::Changed { code, name: text } => {
                page.done.push(Done { code, name: name(text), created: false, copied: false });
            }
            RowDone::Copied { code, name: text } => {
                page.copied = true;
                page.done.push(Done { code, name: name(text), created: false, copied: true });
            }
            RowDone::Unchanged => page.unchanged += 1,
            RowDone::Refused { code, name: text, faults: found, differences } => {
                // Nothing of it is kept; the others are.
                drop(tx);
                let faults = faults(&visit, &table.sheet, row.number, found);
                let differences = changes(differences);
                page.refused.push(Refused { number: row.number, code, name: name(text), faults, differences });
                continue;
            }
        }
        tx.commit().await?;
    }
    let mut tx = visit.write().await?;
    exchange::forget_table(&mut tx, id).await?;
    tx.commit().await?;
    visit.render(&page)
}
