//! `/work/refused-writes`: systems that tried to write services of another holder.

use crate::parts::{Asked, LINES, Paging, either, page_asked};
use catalogue::WriteRefused;
use chrono::{DateTime, TimeZone as _, Utc};
use kernel::{InstitutionId, LangText, Locale};
use serde::Serialize;
use std::collections::BTreeMap;
use web_kit::{Answer, Fields, Template, Visit};

/// Context of `work/services_exchange/refused.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RefusedPage {
    rows: Vec<Row>,
    paging: Paging,
}

#[derive(Debug, Clone, Serialize)]
struct Row {
    at: DateTime<Utc>,
    /// Whose system it was.
    sender: String,
    /// Whether it was a system; a person otherwise.
    system: bool,
    /// The name of the service in that system.
    name: String,
    code: Option<String>,
    holder: String,
}

impl Template for RefusedPage {
    const NAME: &'static str = "work/services_exchange/refused.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |code: Option<&str>, system: bool| Row {
            at: Utc.with_ymd_and_hms(2026, 11, 25, 10, 30, 0).single().unwrap_or_default(),
            sender: either(locale, "Nodarbinātības valsts aģentūra", "State Employment Agency"),
            system,
            name: "sist-<17>".to_owned(),
            code: code.map(str::to_owned),
            holder: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
        };
        let rows = vec![row(Some("1007"), true), row(None, false)];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/refused-writes?after=31")) };
        vec![Self { rows, paging }, Self { rows: Vec::new(), paging: Paging::default() }]
    }
}

/// Newest first.
pub async fn refused(visit: Visit, axum::extract::Query(asked): Asked) -> Answer {
    let tx = visit.read().await?;
    let request = page_asked(&Fields(asked), LINES)?;
    let page = catalogue::refused_writes(&tx, &request).await?;
    let mut ids: Vec<InstitutionId> = page.items.iter().flat_map(|row| [row.institution, row.holder]).collect();
    ids.sort_unstable();
    ids.dedup();
    let names = institutions::names_of(&tx, &ids).await?;
    visit.render(&RefusedPage {
        paging: Paging::at(&visit, "/work/refused-writes", &request, &page),
        rows: page.items.into_iter().map(|row| line(visit.locale(), row, &names)).collect(),
    })
}

fn line(locale: Locale, row: WriteRefused, names: &BTreeMap<InstitutionId, LangText>) -> Row {
    let name = |id: InstitutionId| names.get(&id).map_or("–", |name| name.get(locale)).to_owned();
    Row {
        at: row.at,
        sender: name(row.institution),
        system: row.api_client.is_some(),
        name: row.external_id,
        code: row.code,
        holder: name(row.holder),
    }
}
