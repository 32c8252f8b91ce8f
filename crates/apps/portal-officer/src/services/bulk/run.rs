//! Changes the chosen services, each in a unit of work of its own, and reports.

use super::page::{BulkPage, TypedChange};
use super::report::{BulkReport, Line};
use super::show::{next, target};
use catalogue::{BulkChange, BulkOutcome};
use kernel::{Error, ErrorKind, FieldError, LangText, PageRequest, Result};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The most services one request changes: as many as a page shows.
pub(super) const MOST: u64 = PageRequest::MAX;

/// Changes every ticked service. What cannot be changed is reported and does not keep the others from it; sent again, the
/// form changes nothing more.
pub async fn run(visit: Visit, sent: Fields) -> Answer {
    let codes: Vec<String> = sent.all("code").map(str::to_owned).collect();
    let change = match change(&sent, &codes) {
        Ok(change) => change,
        Err(error) => return again(&visit, &sent, &codes, error).await,
    };
    let mut lines = Vec::new();
    for code in &codes {
        let one = BulkChange { code: code.clone(), ..change.clone() };
        match apply(&visit, &one).await {
            // The new value itself is wrong: nothing was changed, and the form says so.
            Err(error) if error.field_errors().iter().any(|field| field.path == "new") => {
                return again(&visit, &sent, &codes, error).await;
            }
            outcome => lines.push(line(&visit, code, outcome)?),
        }
    }
    let tx = visit.read().await?;
    let next = next(&visit, &change.target, sent.text("next"));
    let page = BulkReport::of(&visit, &tx, &change, lines, next).await?;
    visit.shown_at("/work/services/bulk").render(&page)
}

async fn apply(visit: &Visit, change: &BulkChange) -> Result<BulkOutcome> {
    let mut tx = visit.write().await?;
    let outcome = catalogue::bulk_change(&mut tx, change).await?;
    tx.commit().await?;
    Ok(outcome)
}

fn change(sent: &Fields, codes: &[String]) -> Result<BulkChange> {
    let mut wrong = Error::invalid("form-has-errors");
    let from = catalogue::day_of(sent.text("from"));
    if from.is_none() && !sent.text("from").is_empty() {
        wrong = wrong.field("from", "edit-day");
    }
    if codes.is_empty() {
        wrong = wrong.field("code", "bulk-none-chosen");
    }
    if u64::try_from(codes.len()).unwrap_or(u64::MAX) > MOST {
        wrong = wrong.fields([FieldError {
            path: "code".to_owned(),
            key: "bulk-too-many".to_owned(),
            args: vec![("most", MOST.to_string()), ("count", codes.len().to_string())],
        }]);
    }
    if sent.text("note").chars().count() > 500 {
        wrong = wrong.field("note", "service-note-long");
    }
    let Some(target) = target(sent)? else { return Err(wrong.field("kind", "edit-choice")) };
    if !wrong.field_errors().is_empty() {
        return Err(wrong);
    }
    let new = LangText::new(sent.text("new"), sent.text("new_en"));
    Ok(BulkChange { code: String::new(), target, new, from, note: sent.text("note").to_owned() })
}

/// A line of the report. Faults of ours are not outcomes.
fn line(visit: &Visit, code: &str, outcome: Result<BulkOutcome>) -> Result<Line> {
    let (kind, version, reasons) = match outcome {
        Ok(BulkOutcome::Published(version)) => ("published", Some(version), Vec::new()),
        Ok(BulkOutcome::Copied) => ("copied", None, Vec::new()),
        Ok(BulkOutcome::Nothing) => ("nothing", None, Vec::new()),
        Ok(BulkOutcome::Closed) => ("closed", None, Vec::new()),
        Err(error) if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) => return Err(error),
        Err(error) => ("refused", None, reasons(visit, error)?),
    };
    Ok(Line { code: code.to_owned(), name: String::new(), kind, version, reasons })
}

fn reasons(visit: &Visit, error: Error) -> Result<Vec<String>> {
    let errors = crate::parts::form_errors(visit, error)?;
    let named = |item: web_kit::FormError| match item.field {
        Some(path) => format!("{}: {}", service_words::label(visit, &path), item.text),
        None => item.text,
    };
    Ok(errors.items.into_iter().map(named).collect())
}

async fn again(visit: &Visit, sent: &Fields, codes: &[String], error: Error) -> Answer {
    let errors: FormErrors = visit.form_errors(error)?;
    let tx = visit.read().await?;
    let page = BulkPage::read(visit, &tx, sent, Some(codes)).await?;
    let typed = TypedChange {
        new: sent.text("new").to_owned(),
        new_en: sent.text("new_en").to_owned(),
        from: sent.text("from").to_owned(),
        note: sent.text("note").to_owned(),
    };
    visit.render_invalid(&BulkPage { typed, errors, ..page })
}
