//! Single values as people type them.

use chrono::{Datelike, NaiveDate};
use kernel::{DayTime, Money};

/// Longest text of one input, in characters.
pub(super) const LONGEST: usize = 6000;

/// Without blanks around it, with plain line ends.
pub(super) fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

/// `31.12.2026`, `31.12.2026.` or `2026-12-31`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches('.');
    let formats = ["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"];
    let found = formats.into_iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok());
    found.filter(|day| is_day(*day))
}

/// Whether a day can be meant.
pub(super) fn is_day(day: NaiveDate) -> bool {
    (1990..2200).contains(&day.year())
}

/// Whether a number can be meant.
pub(super) fn is_number(number: u16) -> bool {
    (1..=9999).contains(&number)
}

/// A day as the inputs show it.
pub(super) fn shown_day(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// `12`, `12,5`, `12.50 €`.
pub(super) fn amount(text: &str) -> Option<Money> {
    let plain: String = text.replace("EUR", "").chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let plain = plain.replace(',', ".");
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(cents) || whole.len() > 9 || cents.len() > 2 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let cents: i64 = format!("{cents:0<2}").parse().ok()?;
    Some(Money::cents(whole * 100 + cents))
}

/// Whether an amount can be meant: nine digits of whole euro at most.
pub(super) fn is_amount(amount: Money) -> bool {
    (0..100_000_000_000).contains(&amount.as_cents())
}

/// An amount as the inputs show it.
pub(super) fn shown_amount(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

/// `8:30`, `08.30` → `08:30`.
pub(super) fn time(text: &str) -> Option<String> {
    DayTime::parse(text).map(|time| time.to_string())
}

/// An address of the web; `www.example.lv` is understood too. A name before the host, or a stroke that only browsers
/// take for the end of one, would tell people another site than the one they come to.
pub(super) fn link(text: &str) -> Option<String> {
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let rest = whole.strip_prefix("https://").or_else(|| whole.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let good = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@');
    let strange = |c: char| c.is_whitespace() || c.is_control() || ['"', '<', '\\'].contains(&c);
    (good && !whole.contains(strange)).then_some(whole)
}
