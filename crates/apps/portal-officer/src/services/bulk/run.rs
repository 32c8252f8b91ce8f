//! Changes the chosen services, each in a unit of work of its own, and reports.

use super::page::{BulkPage, TypedChange};
use super::report::{BulkReport, Line};
use super::show::{next, target};
use catalogue::{BulkChange, BulkDone, BulkOutcome};
use chrono::{DateTime, Utc};
use i18n::Args;
use kernel::{Channel, Error, ErrorKind, FieldError, LangText, PageRequest, Result};
use web_kit::{Answer, Fields, FormErrors, Visit};

/// The most services one request changes: as many as a page shows.
pub(super) const MOST: u64 = PageRequest::MAX;

/// Changes every ticked service. What cannot be changed is reported and does not keep the others from it; sent again, the
/// form changes nothing more.
pub async fn run(visit: Visit, sent: Fields) -> Answer {
    let codes: Vec<String> = sent.all("code").map(str::to_owned).collect();
    let change = match change(&sent, &codes, visit.now()) {
        Ok(change) => change,
        Err(error) => return again(&visit, &sent, &codes, error).await,
    };
    let mut lines = Vec::new();
    for code in &codes {
        let one = BulkChange { code: code.clone(), ..change.clone() };
        lines.push(line(&visit, &one, apply(&visit, &one).await)?);
    }
    let tx = visit.read().await?;
    let next = next(&visit, &change.target, sent.text("next"));
    let page = BulkReport::of(&visit, &tx, &change, lines, next).await?;
    visit.shown_at("/work/services/bulk").render(&page)
}

async fn apply(visit: &Visit, change: &BulkChange) -> Result<BulkDone> {
    let mut tx = visit.write().await?;
    let done = catalogue::bulk_change(&mut tx, change).await?;
    tx.commit().await?;
    Ok(done)
}

/// What is asked for; everything that is wrong with the form is told at once, and nothing has changed then.
fn change(sent: &Fields, codes: &[String], now: DateTime<Utc>) -> Result<BulkChange> {
    let mut wrong = Error::invalid("form-has-errors");
    let from = catalogue::day_of(sent.text("from"));
    if from.is_none() && !sent.text("from").is_empty() {
        wrong = wrong.field("from", "edit-day");
    }
    if codes.is_empty() {
        wrong = wrong.field("code", "bulk-none-chosen");
    }
    if u64::try_from(codes.len()).unwrap_or(u64::MAX) > MOST {
        let many = FieldError::new("code", "bulk-too-many").arg("most", MOST).arg("count", codes.len());
        wrong = wrong.fields([many]);
    }
    if sent.text("note").chars().count() > 500 {
        wrong = wrong.field("note", "service-note-long");
    }
    let Some(target) = target(sent)? else { return Err(wrong.field("kind", "edit-choice")) };
    let new = LangText::new(sent.text("new"), sent.text("new_en"));
    let clear_opening = sent.get("clear_opening").is_some();
    let change =
        BulkChange { code: String::new(), target, new, clear_opening, from, note: sent.text("note").to_owned() };
    let wrong = wrong.fields(change.faults(now));
    if wrong.field_errors().is_empty() { Ok(change) } else { Err(wrong) }
}

/// A line of the report. Faults of ours are not outcomes.
fn line(visit: &Visit, change: &BulkChange, done: Result<BulkDone>) -> Result<Line> {
    let (kind, version, reasons) = match done {
        Ok(done) => {
            let (kind, version) = match done.outcome {
                BulkOutcome::Published(version) => ("published", Some(version)),
                BulkOutcome::Copied => ("copied", None),
                BulkOutcome::Nothing => ("nothing", None),
                BulkOutcome::Closed => ("closed", None),
            };
            (kind, version, opening(visit, change.clear_opening, &done.opening))
        }
        Err(error) if matches!(error.kind(), ErrorKind::Internal | ErrorKind::Unavailable) => return Err(error),
        Err(error) => ("refused", None, reasons(visit, error)?),
    };
    Ok(Line { code: change.code.clone(), name: String::new(), kind, version, reasons })
}

/// What became of the hours that these channels told programs.
fn opening(visit: &Visit, cleared: bool, channels: &[Channel]) -> Vec<String> {
    if channels.is_empty() {
        return Vec::new();
    }
    let names = channels.iter().map(|channel| visit.text(&format!("channel-{channel}")));
    let mut args = Args::new();
    args.set("channels", names.collect::<Vec<_>>().join(", "));
    vec![visit.text_with(if cleared { "bulk-opening-cleared" } else { "bulk-opening-stays" }, &args)]
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
        clear_opening: sent.get("clear_opening").is_some(),
        from: sent.text("from").to_owned(),
        note: sent.text("note").to_owned(),
    };
    visit.render_invalid(&BulkPage { typed, errors, ..page })
}
