//! `/work/services/export.csv` and `.xlsx`: the services of the institution as a table.

use axum::body::Bytes;
use exchange::TableKind;
use web_kit::{Answer, Visit, attachment};

/// Comma-separated.
pub async fn csv(visit: Visit) -> Answer {
    answer(&visit, TableKind::Csv, "csv").await
}

/// A spreadsheet with explanations.
pub async fn xlsx(visit: Visit) -> Answer {
    answer(&visit, TableKind::Xlsx, "xlsx").await
}

async fn answer(visit: &Visit, kind: TableKind, ending: &str) -> Answer {
    let tx = visit.read().await?;
    let table = exchange::export_services(&tx, visit.state().templates().catalog(), kind).await?;
    let name = format!("pakalpojumi-{}.{ending}", kernel::riga_date(tx.now()));
    Ok(attachment(&name, kind.media(), Bytes::from(table)))
}
