//! `POST /work/services/import/{id}`: the rows that are in order are applied, each by itself.

use super::lines::{Fault, faults};
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
}

/// A row that was left out.
#[derive(Debug, Clone, Serialize)]
struct Refused {
    number: u32,
    code: Option<String>,
    name: String,
    faults: Vec<Fault>,
}

/// Context of `work/services_exchange/done.html`.
#[derive(Debug, Clone, Serialize)]
pub struct DonePage {
    published: bool,
    done: Vec<Done>,
    refused: Vec<Refused>,
    unchanged: usize,
}

impl Template for DonePage {
    const NAME: &'static str = "work/services_exchange/done.html";

    fn samples(_locale: Locale) -> Vec<Self> {
        let name = || "Bērna piedzimšanas pabalsts".to_owned();
        let done = vec![
            Done { code: "1007".to_owned(), name: name(), created: false },
            Done { code: "1018".to_owned(), name: name(), created: true },
        ];
        let fault = Fault {
            place: "lapa „Pakalpojumi”, 3. rinda".to_owned(),
            cell: String::new(),
            reason: "Pakalpojuma aprakstu pa to laiku ir mainījis kāds cits.".to_owned(),
        };
        let refused = vec![Refused { number: 3, code: Some("1008".to_owned()), name: name(), faults: vec![fault] }];
        vec![
            Self { published: true, done, refused, unchanged: 12 },
            Self { published: false, done: Vec::new(), refused: Vec::new(), unchanged: 1 },
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
    let mut page = DonePage { published, done: Vec::new(), refused: Vec::new(), unchanged: 0 };
    let name = |name: LangText| name.get(visit.locale()).to_owned();
    for row in &table.rows {
        let mut tx = visit.write().await?;
        match exchange::apply_row(&mut tx, &table, row, published).await? {
            RowDone::Created { code, name: text } => page.done.push(Done { code, name: name(text), created: true }),
            RowDone::Changed { code, name: text } => page.done.push(Done { code, name: name(text), created: false }),
            RowDone::Unchanged => page.unchanged += 1,
            RowDone::Refused { code, name: text, faults: found } => {
                // Nothing of it is kept; the others are.
                drop(tx);
                let faults = faults(&visit, &table.sheet, row.number, found);
                page.refused.push(Refused { number: row.number, code, name: name(text), faults });
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
