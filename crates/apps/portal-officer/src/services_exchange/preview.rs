//! `POST /work/services/import`: what an uploaded table would change, before anything is.

use super::form::ImportPage;
use super::lines::{Change, Fault, Line};
use crate::parts::form_errors;
use exchange::ServiceTable;
use kernel::{Error, Locale, Result};
use serde::Serialize;
use web_kit::{Answer, Template, Upload, UploadedFile, Visit, aside};

/// The most rows shown; all are applied.
const SHOWN: usize = 100;

/// Context of `work/services_exchange/preview.html`.
#[derive(Debug, Clone, Serialize)]
pub struct PreviewPage {
    file: String,
    /// Where it is applied; none when there is nothing to apply.
    apply: Option<String>,
    changed: usize,
    wrong: usize,
    unchanged: usize,
    /// Of those that would change, how many would be refused if they were to be published.
    blocked: usize,
    /// Headings whose cells are passed over.
    passed_over: String,
    lines: Vec<Line>,
    /// How many rows are not shown.
    more: usize,
}

impl Template for PreviewPage {
    const NAME: &'static str = "work/services_exchange/preview.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let change =
            Change { column: "electronic_fee".to_owned(), before: "0.00".to_owned(), after: "12.50".to_owned() };
        let emptied = Change { column: "notice_lv".to_owned(), before: "Paziņojums".to_owned(), after: String::new() };
        let fault = Fault {
            place: "lapa „Pakalpojumi”, 3. rinda, kolonna „electronic_fee”".to_owned(),
            cell: "divi".to_owned(),
            reason: "Maksu raksta skaitļos.".to_owned(),
        };
        let late = Fault {
            place: "lapa „Pakalpojumi”, 4. rinda, kolonna „version”".to_owned(),
            cell: "2".to_owned(),
            reason: "Apraksts pa to laiku ir mainīts.".to_owned(),
        };
        let gap = Fault {
            place: "lapa „Pakalpojumi”, 2. rinda, kolonna „name_en”".to_owned(),
            cell: String::new(),
            reason: "Trūkst teksta <angliski>.".to_owned(),
        };
        let line = |code: Option<&str>, changes: Vec<Change>, faults: Vec<Fault>| Line {
            number: 2,
            code: code.map(str::to_owned),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            stale: false,
            changes,
            faults,
            blocked: Vec::new(),
        };
        let lines = vec![
            Line { blocked: vec![gap], ..line(Some("1007"), vec![change.clone(), emptied.clone()], Vec::new()) },
            line(None, vec![change], Vec::new()),
            line(Some("1008"), Vec::new(), vec![fault]),
            Line { stale: true, ..line(Some("1009"), vec![emptied], vec![late]) },
        ];
        let apply = Some(format!("/{locale}/work/services/import/01900000-0000-7000-8000-000000000001"));
        let file = "pakalpojumi.xlsx".to_owned();
        let passed_over = String::new();
        let empty = Self {
            file: file.clone(),
            apply: None,
            changed: 0,
            wrong: 0,
            unchanged: 17,
            blocked: 0,
            passed_over: "checked_on".to_owned(),
            lines: Vec::new(),
            more: 0,
        };
        vec![Self { file, apply, changed: 2, wrong: 2, unchanged: 14, blocked: 1, passed_over, lines, more: 3 }, empty]
    }
}

/// Reads the table and shows what it would do; nothing is changed yet.
pub async fn preview(visit: Visit, upload: Upload) -> Answer {
    let visit = visit.shown_at("/work/services/import");
    let (file, table) = match aside(move || read(&upload)).await {
        Ok(read) => read,
        Err(error) => {
            let errors = form_errors(&visit, error)?.renamed(|_| "table".to_owned());
            return visit.render_invalid(&ImportPage { errors });
        }
    };
    let mut tx = visit.write().await?;
    let plan = exchange::plan_table(&tx, &table).await?;
    let changed = plan.rows.iter().filter(|row| row.would_change()).count();
    let wrong = plan.rows.len() - changed;
    let blocked = plan.rows.iter().filter(|row| row.would_change() && !row.blocked.is_empty()).count();
    let apply = match changed {
        0 => None,
        _ => Some(visit.url(&format!("/work/services/import/{}", exchange::keep_table(&mut tx, &table).await?))),
    };
    tx.commit().await?;
    let more = plan.rows.len().saturating_sub(SHOWN);
    let shown = plan.rows.into_iter().take(SHOWN);
    let lines = shown.map(|row| Line::planned(&visit, &table.sheet, row)).collect();
    let passed_over = plan.passed_over.join(", ");
    let unchanged = plan.unchanged;
    visit.render(&PreviewPage { file, apply, changed, wrong, unchanged, blocked, passed_over, lines, more })
}

fn read(upload: &Upload) -> Result<(String, ServiceTable)> {
    let missing = || Error::invalid("form-has-errors").field("table", "table-missing");
    let UploadedFile { name, content, .. } = upload.file("table").ok_or_else(missing)?;
    let table = exchange::read_table(name, content).map_err(|error| error.beside("table"))?;
    Ok((name.clone(), table))
}
