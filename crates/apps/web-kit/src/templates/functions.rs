//! Functions and filters for templates: texts, dates, money, amounts of data, icons, addresses.

use std::fmt::Display;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use i18n::{Args, Catalog};
use kernel::Locale;
use minijinja::value::{Kwargs, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value};

use super::{prose, rich};
use crate::assets;
use crate::size::size;

fn refuse(reason: impl Display) -> Error {
    Error::new(ErrorKind::InvalidOperation, reason.to_string())
}

/// Adds everything to the environment of `locale`.
pub(super) fn register(env: &mut Environment<'static>, locale: Locale, catalog: &Arc<Catalog>) {
    let texts = Arc::clone(catalog);
    env.add_function("t", move |key: &str, values: Kwargs| text(&texts, locale, key, &values));
    let texts = Arc::clone(catalog);
    env.add_function("has_text", move |key: &str| texts.has(locale, key));
    env.add_function("icon", |name: &str| {
        assets::icon(name).map(Value::from_safe_string).ok_or_else(|| {
            refuse(format!("no icon {name}: add it to assets/icons.txt and run `node build.mjs` in assets/"))
        })
    });
    env.add_function("asset", |name: &str| {
        assets::address(name).ok_or_else(|| refuse(format!("no asset {name} in assets/dist")))
    });
    env.add_function(
        "url",
        move |path: &str| {
            if path == "/" { format!("/{locale}") } else { format!("/{locale}{path}") }
        },
    );
    env.add_function("csrf", |page: Value| -> Result<Value, Error> {
        let token = page.get_attr("csrf")?;
        let token = token.as_str().unwrap_or_default();
        // Tokens are letters and digits; anything else would not come from us.
        let safe: String = token.chars().filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        Ok(Value::from_safe_string(format!("<input type=\"hidden\" name=\"csrf\" value=\"{safe}\">")))
    });
    env.add_filter("date", move |value: Value| day(&value).map(|day| i18n::date(locale, day)));
    env.add_filter("day_and_month", move |value: Value| day(&value).map(|day| i18n::day_and_month(locale, day)));
    env.add_filter("datetime", move |value: Value| moment(&value).map(|at| i18n::date_time(locale, at)));
    env.add_filter("time", move |value: Value| moment(&value).map(|at| i18n::time(locale, at)));
    env.add_filter("money", move |cents: i64| i18n::money(locale, cents));
    let texts = Arc::clone(catalog);
    env.add_filter("size", move |bytes: u64| size(&texts, locale, bytes));
    env.add_filter("prose", |text: &str| Value::from_safe_string(prose::html(text)));
    env.add_filter("rich", move |text: &str| Value::from_safe_string(rich::html(locale, text)));
    env.add_filter("field_id", |name: &str| field_id(name));
}

/// The id of the input called `name`: names may hold `/` and `[`, ids should not.
pub(crate) fn field_id(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    format!("f-{clean}")
}

fn text(catalog: &Catalog, locale: Locale, key: &str, values: &Kwargs) -> Result<String, Error> {
    let mut args = Args::new();
    for name in values.args() {
        let value: Value = values.get(name)?;
        match value.kind() {
            ValueKind::Number => args.set(name.to_owned(), f64::try_from(value)?),
            ValueKind::String => args.set(name.to_owned(), value.as_str().unwrap_or_default().to_owned()),
            _ => return Err(refuse(format!("the text {key} needs a string or number as {name}"))),
        }
    }
    catalog
        .text(locale, key, &args)
        .ok_or_else(|| refuse(format!("no text {key} in {locale}, or a value it needs is missing")))
}

/// A day: `2026-11-22`, or the day in Latvia of a moment.
fn day(value: &Value) -> Result<NaiveDate, Error> {
    let text = value.as_str().ok_or_else(|| refuse("a date must be a string"))?;
    text.parse().or_else(|_| moment(value).map(kernel::riga_date))
}

/// A moment: RFC 3339, as chrono writes it.
fn moment(value: &Value) -> Result<DateTime<Utc>, Error> {
    let text = value.as_str().ok_or_else(|| refuse("a moment must be a string"))?;
    text.parse().map_err(|_| refuse(format!("not a moment: {text}")))
}
