//! Shapes and small readings that several pages share.

use axum::extract::Query;
use catalogue::ServiceListItem;
use http::StatusCode;
use i18n::Args;
use kernel::{Cursor, Error, ErrorKind, InstitutionId, Locale, Page, PageRequest, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};
use worktime::Sla;

/// How many lines a page of a list has.
pub const LINES: u64 = 25;

/// What follows `?` in the address of a page. Read as pairs, so that no address is refused for its form.
pub type Asked = Query<Vec<(String, String)>>;

/// One choice of a select, a group of radios or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: Option<String>,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }
}

/// Choices of words whose texts are `<prefix>-<word>`.
pub fn choices(visit: &Visit, prefix: &str, words: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
    words.into_iter().map(|word| Choice::new(word, visit.text(&format!("{prefix}-{word}")))).collect()
}

/// A deadline badge, as `parts.sla` shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Badge {
    pub kind: &'static str,
    pub days: u32,
}

impl From<Sla> for Badge {
    fn from(sla: Sla) -> Self {
        Self { kind: sla.as_str(), days: sla.working_days() }
    }
}

/// Links of a list that is read page by page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Paging {
    pub first: Option<String>,
    pub next: Option<String>,
}

impl Paging {
    /// `link` makes the address of the page that begins after a cursor; the first page has none.
    pub fn new<T>(request: &PageRequest, page: &Page<T>, link: impl Fn(Option<&Cursor>) -> String) -> Self {
        Self {
            first: request.after.as_ref().map(|_| link(None)),
            next: page.next.as_ref().map(|cursor| link(Some(cursor))),
        }
    }

    /// The same address with `after=`. `path` is that of the first page: with what the list is narrowed to, and with the
    /// place in the page where the list stands.
    pub fn at<T>(visit: &Visit, path: &str, request: &PageRequest, page: &Page<T>) -> Self {
        Self::new(request, page, |after| visit.url(&read_on(path, after)))
    }
}

/// The address of a list from a cursor on.
pub fn read_on(path: &str, after: Option<&Cursor>) -> String {
    let Some(after) = after else { return path.to_owned() };
    let (page, place) = path.split_at(path.find('#').unwrap_or(path.len()));
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}after={}{place}", after.as_str())
}

/// The page that the address asks for.
///
/// # Errors
/// Invalid `bad-cursor` when `after` is not one of our cursors.
pub fn page_asked(asked: &Fields, limit: u64) -> Result<PageRequest> {
    page_asked_by(asked, "after", limit)
}

/// The same of a list whose place in the address is called so: where a page has two.
///
/// # Errors
/// As [`page_asked`].
pub fn page_asked_by(asked: &Fields, name: &str, limit: u64) -> Result<PageRequest> {
    let after = Some(asked.text(name)).filter(|text| !text.is_empty()).map(Cursor::parse).transpose()?;
    Ok(PageRequest::new(limit, after))
}

/// A word of the address read by its type; none when it is empty or missing.
///
/// # Errors
/// Those of the type.
pub fn word<T: std::str::FromStr<Err = Error>>(asked: &Fields, name: &str) -> Result<Option<T>> {
    Some(asked.text(name)).filter(|text| !text.is_empty()).map(str::parse).transpose()
}

/// A service code of the address; none when it is empty. What cannot be a code is no service.
pub fn service_code(asked: &Fields, name: &str) -> Result<Option<String>> {
    let code = asked.text(name);
    if code.is_empty() {
        return Ok(None);
    }
    let fits = code.len() <= 20 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if fits { Ok(Some(code.to_owned())) } else { Err(Error::not_found("service")) }
}

/// The names of these services by code, in the language of the page; a code the catalogue does not know stands for
/// itself.
pub async fn service_names(tx: &Read, locale: Locale, mut codes: Vec<String>) -> Result<BTreeMap<String, String>> {
    codes.sort();
    codes.dedup();
    let known = catalogue::services_by_codes(tx, &codes).await?;
    let mut names: BTreeMap<String, String> = codes.into_iter().map(|code| (code.clone(), code)).collect();
    names.extend(known.into_iter().map(|item: ServiceListItem| (item.code, item.name.get(locale).to_owned())));
    Ok(names)
}

/// The name of an institution in the language of the page; empty when there is none.
pub async fn institution_name(tx: &Read, locale: Locale, id: InstitutionId) -> Result<String> {
    let names = institutions::names_of(tx, &[id]).await?;
    Ok(names.get(&id).map(|name| name.get(locale).to_owned()).unwrap_or_default())
}

/// The same error as something that the person corrects in a form, so that its words stand above the form.
pub fn as_form_error(error: &Error) -> Error {
    error.args().iter().fold(Error::invalid(error.key()), |same, (name, value)| same.arg(name, value))
}

/// The revision that a form was made for; one that nothing has when it is missing or no number.
pub fn seen_revision(sent: &Fields) -> i64 {
    sent.text("revision").parse().unwrap_or_default()
}

/// The status with which a page shows an error above its form.
///
/// # Errors
/// The error itself when no page can be shown for it: what is unknown, forbidden or out of order.
pub fn refusal(error: Error) -> Result<(StatusCode, Error)> {
    match error.kind() {
        ErrorKind::Invalid => Ok((StatusCode::UNPROCESSABLE_ENTITY, error)),
        ErrorKind::Conflict => Ok((StatusCode::CONFLICT, error)),
        ErrorKind::Stale => Ok((StatusCode::PRECONDITION_FAILED, error)),
        _ => Err(error),
    }
}

/// What is wrong with a form, from an error of any kind that its page answers itself.
///
/// # Errors
/// None in practice: the error is made correctable first.
pub fn form_errors(visit: &Visit, error: Error) -> Result<FormErrors> {
    if error.field_errors().is_empty() { visit.form_errors(as_form_error(&error)) } else { visit.form_errors(error) }
}

/// What is told to a person of a form that was sent before with other content and kept: nobody but a program has a key.
/// The form gets a new one, so that it can be sent as another.
pub fn sent_before(visit: &Visit, key: &mut String, error: Error) -> Error {
    if error.key() != "key-reused" {
        return error;
    }
    *key = visit.state().database().ids().uuid().to_string();
    Error::conflict("form-sent-before")
}

/// A browser does not choose a file again by itself: whoever corrects the rest would send it without the file.
pub fn file_again(visit: &Visit, errors: &mut FormErrors, name: Option<&str>) {
    let Some(name) = name.filter(|_| !errors.by_field.contains_key("file")) else { return };
    errors.add(Some("file"), about_file(visit, "work-file-again", name));
}

/// A text about a file with its name.
pub fn about_file(visit: &Visit, key: &str, name: &str) -> String {
    let mut args = Args::new();
    args.set("name", name.to_owned());
    visit.text_with(key, &args)
}

/// One of two texts by language: for samples.
pub fn either(locale: Locale, lv: &str, en: &str) -> String {
    match locale {
        Locale::Lv => lv.to_owned(),
        Locale::En => en.to_owned(),
    }
}
