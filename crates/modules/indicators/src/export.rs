//! Figures as CSV or JSON lines.

use crate::{Figure, Filter, OwnFigure, Parts, ServiceIndicators, own_figures, service_indicators};
use csv::WriterBuilder;
use kernel::{Caller, Cursor, Error, InstitutionId, LangText, PageRequest, Result};
use std::collections::BTreeMap;
use std::io::Write;
use storage::{Database, Read};

/// The two forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated with a heading; hidden figures are `<5`.
    Csv,
    /// One JSON object a line; hidden figures are `null`.
    Jsonl,
}

/// What holders are called.
type Names = BTreeMap<InstitutionId, LangText>;

/// Writes figures as CSV: one line for each service, holder and period, with a heading.
fn write_csv(rows: &[ServiceIndicators], names: &Names, out: impl Write) -> Result<()> {
    let mut table = WriterBuilder::new().from_writer(out);
    let unwritable = |error: csv::Error| Error::unavailable("export-write").source(error);
    table.write_record(heading()).map_err(unwritable)?;
    for row in rows {
        table.write_record(line(row, names)).map_err(unwritable)?;
    }
    table.flush().map_err(|error| Error::unavailable("export-write").source(error))
}

/// Writes everything that `filter` covers, page by page, as `caller` may see it: first the figures that are counted, then
/// the values of the holders' own indicators, which have columns of their own; returns the number of lines.
///
/// # Errors
/// As [`service_indicators`]; unavailable `export-write` when `out` cannot be written.
pub async fn export_indicators(
    db: &Database,
    caller: &Caller,
    filter: &Filter,
    form: Form,
    out: &mut (dyn Write + Send),
) -> Result<u64> {
    let mut written = 0;
    for part in [Part::Counted, Part::Own] {
        let mut request = PageRequest::first(PageRequest::MAX);
        loop {
            let tx = db.read(caller).await?;
            let chunk = match part {
                Part::Counted => counted(&tx, filter, &request, form).await?,
                Part::Own => own(&tx, filter, &request, form).await?,
            };
            drop(tx);
            out.write_all(&chunk.text).map_err(|error| Error::unavailable("export-write").source(error))?;
            written += chunk.rows as u64;
            match chunk.next {
                Some(next) => request = PageRequest::new(PageRequest::MAX, Some(next)),
                None => break,
            }
        }
    }
    Ok(written)
}

/// What comes one after the other.
#[derive(Clone, Copy)]
enum Part {
    /// The figures of the law, counted from the log.
    Counted,
    /// Those that holders state.
    Own,
}

/// One page as it is written.
struct Chunk {
    text: Vec<u8>,
    rows: usize,
    next: Option<Cursor>,
}

async fn counted(tx: &Read, filter: &Filter, request: &PageRequest, form: Form) -> Result<Chunk> {
    let page = service_indicators(tx, filter, request).await?;
    let holders: Vec<InstitutionId> = page.items.iter().map(|row| row.holder).collect();
    let mut text = Vec::new();
    match form {
        Form::Csv => write_csv(&page.items, &names(tx, holders).await?, &mut text)?,
        Form::Jsonl => write_lines(&page.items, &mut text)?,
    }
    // The heading comes once.
    if form == Form::Csv && request.after.is_some() {
        text.drain(..first_line(&text));
    }
    Ok(Chunk { text, rows: page.items.len(), next: page.next })
}

async fn own(tx: &Read, filter: &Filter, request: &PageRequest, form: Form) -> Result<Chunk> {
    let page = own_figures(tx, filter, request).await?;
    let holders: Vec<InstitutionId> = page.items.iter().map(|one| one.indicator.holder).collect();
    let text = match form {
        Form::Csv => own_csv(&page.items, &names(tx, holders).await?)?,
        Form::Jsonl => own_lines(&page.items)?,
    };
    Ok(Chunk { text, rows: page.items.len(), next: page.next })
}

async fn names(tx: &Read, mut ids: Vec<InstitutionId>) -> Result<Names> {
    ids.sort_unstable();
    ids.dedup();
    institutions::names_of(tx, &ids).await
}

fn write_lines(rows: &[ServiceIndicators], out: &mut Vec<u8>) -> Result<()> {
    for row in rows {
        serde_json::to_writer(&mut *out, row)?;
        out.push(b'\n');
    }
    Ok(())
}

/// Lines under the heading of [`write_csv`].
fn own_csv(figures: &[OwnFigure], names: &Names) -> Result<Vec<u8>> {
    let mut chunk = Vec::new();
    let mut table = WriterBuilder::new().has_headers(false).from_writer(&mut chunk);
    let unwritable = |error: csv::Error| Error::unavailable("export-write").source(error);
    for figure in figures {
        table.write_record(own_line(figure, names)).map_err(unwritable)?;
    }
    table.flush().map_err(|error| Error::unavailable("export-write").source(error))?;
    drop(table);
    Ok(chunk)
}

fn own_lines(figures: &[OwnFigure]) -> Result<Vec<u8>> {
    let mut chunk = Vec::new();
    for figure in figures {
        let mut line = serde_json::json!({
            "service": figure.indicator.code.service,
            "holder": figure.indicator.holder,
            "period": figure.value.month,
        });
        for (name, value) in OWN_COLUMNS {
            line[name] = value(figure).into();
        }
        serde_json::to_writer(&mut chunk, &line)?;
        chunk.push(b'\n');
    }
    Ok(chunk)
}

fn first_line(text: &[u8]) -> usize {
    text.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1)
}

type Column = (&'static str, fn(&ServiceIndicators) -> String);

/// The columns that every line has: the holder by its id and by its name in both languages, whoever reads.
const KEY: [&str; 5] = ["service", "holder", "holder_lv", "holder_en", "period"];

fn key(service: &str, holder: InstitutionId, period: String, names: &Names) -> [String; 5] {
    let name = |of: fn(&LangText) -> &String| names.get(&holder).map(|name| plain(of(name))).unwrap_or_default();
    [service.to_owned(), holder.to_string(), name(|text| &text.lv), name(|text| &text.en), period]
}

/// The columns of what is counted: name and value.
const COLUMNS: [Column; 34] = [
    ("requested", |row| total(&row.requested)),
    ("requested_electronic", |row| part(&row.requested, "electronic")),
    ("requested_phone", |row| part(&row.requested, "phone")),
    ("requested_post", |row| part(&row.requested, "post")),
    ("requested_centre", |row| part(&row.requested, "centre")),
    ("requested_institution", |row| part(&row.requested, "institution")),
    ("delivered", |row| total(&row.delivered)),
    ("delivered_electronic", |row| part(&row.delivered, "electronic")),
    ("closed", |row| row.closed.text()),
    ("overdue", |row| row.overdue.text()),
    ("complaints", |row| row.complaints.text()),
    ("starts", |row| row.starts.text()),
    ("completions", |row| row.completions.text()),
    ("success", |row| share(row.success)),
    ("uptake_requested", |row| share(row.uptake_requested)),
    ("uptake_delivered", |row| share(row.uptake_delivered)),
    ("decided", |row| total(&row.decided)),
    ("decided_granted", |row| part(&row.decided, "granted")),
    ("decided_partly", |row| part(&row.decided, "partly")),
    ("decided_refused", |row| part(&row.decided, "refused")),
    ("decided_other", |row| part(&row.decided, "other")),
    ("rated", |row| total(&row.rated)),
    ("rated_1", |row| part(&row.rated, "1")),
    ("rated_2", |row| part(&row.rated, "2")),
    ("rated_3", |row| part(&row.rated, "3")),
    ("rated_4", |row| part(&row.rated, "4")),
    ("rated_5", |row| part(&row.rated, "5")),
    ("rating_average", |row| row.rating_average.map_or_else(String::new, |average| format!("{average:.1}"))),
    ("consulted", |row| total(&row.consulted)),
    ("consulted_electronic", |row| part(&row.consulted, "electronic")),
    ("consulted_phone", |row| part(&row.consulted, "phone")),
    ("consulted_post", |row| part(&row.consulted, "post")),
    ("consulted_centre", |row| part(&row.consulted, "centre")),
    ("consulted_institution", |row| part(&row.consulted, "institution")),
];

type OwnColumn = (&'static str, fn(&OwnFigure) -> String);

/// The columns of the holders' own indicators; in their lines what is counted is empty.
const OWN_COLUMNS: [OwnColumn; 8] = [
    ("own_indicator", |figure| figure.indicator.code.to_string()),
    ("own_channel", |figure| figure.indicator.channel.to_string()),
    ("own_stage", |figure| figure.indicator.stage.as_str().to_owned()),
    ("own_name", |figure| plain(&figure.indicator.text.name.lv)),
    ("own_unit", |figure| plain(&figure.indicator.text.unit.lv)),
    ("own_value", |figure| figure.value.value.to_string()),
    ("own_wanted", |figure| figure.indicator.text.wanted.to_string()),
    ("own_better", |figure| figure.indicator.text.better.as_str().to_owned()),
];

fn heading() -> impl Iterator<Item = &'static str> {
    KEY.into_iter().chain(COLUMNS.iter().map(|(name, _)| *name)).chain(OWN_COLUMNS.iter().map(|(name, _)| *name))
}

fn line(row: &ServiceIndicators, names: &Names) -> Vec<String> {
    let key = key(&row.service, row.holder, row.period.clone(), names).into_iter();
    let own = OWN_COLUMNS.iter().map(|_| String::new());
    key.chain(COLUMNS.iter().map(|(_, value)| value(row))).chain(own).collect()
}

fn own_line(figure: &OwnFigure, names: &Names) -> Vec<String> {
    let indicator = &figure.indicator;
    let key = key(&indicator.code.service, indicator.holder, figure.value.month.to_string(), names).into_iter();
    let counted = COLUMNS.iter().map(|_| String::new());
    key.chain(counted).chain(OWN_COLUMNS.iter().map(|(_, value)| value(figure))).collect()
}

/// A text that somebody typed is never a formula to a spreadsheet.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn total(parts: &Parts) -> String {
    parts.total.text()
}

fn part(parts: &Parts, name: &str) -> String {
    let figure: Figure = parts.part(name);
    figure.text()
}

fn share(ratio: Option<f64>) -> String {
    ratio.map_or_else(String::new, |ratio| format!("{ratio:.4}"))
}
