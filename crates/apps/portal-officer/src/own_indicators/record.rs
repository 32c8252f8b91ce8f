//! Recording values: one by its form, many from a table.

use super::list::OwnListPage;
use super::show::{OwnPage, first_values};
use super::typed::TypedValue;
use crate::parts::{LINES, form_errors, refusal};
use axum::extract::Path;
use i18n::Args;
use indicators::{GivenValue, OwnCode, RecordValues, own_indicator, record_own_values, values_of_table};
use kernel::{Error, ErrorKind, PageRequest, Result};
use web_kit::{Answer, Fields, FormErrors, Upload, Visit};

/// Records one value and shows it.
pub async fn record(visit: Visit, Path(code): Path<String>, sent: Fields) -> Answer {
    let code: OwnCode = code.parse()?;
    let visit = visit.shown_at(&format!("/work/indicators/own/{code}"));
    let typed_value = TypedValue { month: sent.text("month").to_owned(), value: sent.text("value").to_owned() };
    let kept = async {
        let mut tx = visit.write().await?;
        own_indicator(&tx, &code).await?;
        let (month, value) = (typed_value.month.clone(), typed_value.value.clone());
        let values = vec![GivenValue { indicator: code.to_string(), month, value }];
        record_own_values(&mut tx, RecordValues { values, idempotency_key: None }).await?;
        tx.commit().await
    };
    let error = match kept.await {
        Ok(()) => return visit.redirect(&format!("/work/indicators/own/{code}?done=own-recorded")),
        Err(error) => error,
    };
    let (status, error) = refusal(error)?;
    // One value has the inputs `month` and `value`; what is wrong with the indicator itself stands beside the value.
    let name = |path: &str| match path.rsplit('/').next() {
        Some("month") => "month".to_owned(),
        _ => "value".to_owned(),
    };
    let errors = form_errors(&visit, error)?.renamed(name);
    let tx = visit.read().await?;
    let page = OwnPage::read(&visit, &tx, &code, &first_values()).await?;
    visit.render_with(status, &OwnPage { typed_value, errors, ..page })
}

/// Records all values of a table, or none: a file that was chosen, or what was typed.
pub async fn record_many(visit: Visit, upload: Upload) -> Answer {
    let visit = visit.shown_at("/work/indicators/own");
    let (typed, values) = match table(&upload) {
        Ok((typed, values)) => (typed, values),
        Err((typed, error)) => return again(&visit, typed, error, &[]).await,
    };
    let kept = async {
        let mut tx = visit.write().await?;
        let input = RecordValues { values: values.clone(), idempotency_key: None };
        record_own_values(&mut tx, input).await?;
        tx.commit().await
    };
    match kept.await {
        Ok(()) => visit.redirect("/work/indicators/own?done=own-many-recorded"),
        Err(error) => again(&visit, typed, error, &values).await,
    }
}

type Table = (String, Vec<GivenValue>);

/// The table as text, and as values; what is wrong comes with the text, so that it is shown again.
fn table(upload: &Upload) -> Result<Table, (String, Error)> {
    let typed = upload.fields.get("values").unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
    let typed = match upload.file("table") {
        None => typed,
        Some(file) => match std::str::from_utf8(&file.content) {
            Ok(text) => text.trim().to_owned(),
            Err(_) => return Err((typed, Error::invalid("own-table-text"))),
        },
    };
    match values_of_table(&typed) {
        Ok(values) => Ok((typed, values)),
        Err(error) => Err((typed, error)),
    }
}

async fn again(visit: &Visit, typed: String, error: Error, values: &[GivenValue]) -> Answer {
    if error.kind() != ErrorKind::Invalid {
        return Err(error.into());
    }
    let errors = of_rows(visit, error, values)?;
    let tx = visit.read().await?;
    let page = OwnListPage::read(visit, &tx, &PageRequest::first(LINES)).await?;
    visit.render_invalid(&OwnListPage { typed, errors, ..page })
}

/// The same errors beside the table, each with the row it is about.
fn of_rows(visit: &Visit, error: Error, values: &[GivenValue]) -> Result<FormErrors> {
    let found = visit.form_errors(error)?;
    let mut errors = FormErrors::none();
    for item in found.items {
        let place = item.field.as_deref().and_then(|path| path.split('/').nth(1)).and_then(|n| n.parse().ok());
        let row = place.and_then(|place: usize| values.get(place));
        let text = row.map_or(item.text.clone(), |row| {
            let mut args = Args::new();
            args.set("row", format!("{}, {}, {}", row.indicator, row.month, row.value));
            args.set("text", item.text.clone());
            visit.text_with("own-row-wrong", &args)
        });
        errors.add(Some("values"), text);
    }
    Ok(errors)
}
