//! Values as cells, and cells as values: what people type is understood where it can mean one thing only.

use catalogue::{Deadline, Fee, Opening};
use chrono::NaiveDate;
use kernel::Money;
use std::str::FromStr;

/// The key of what is wrong with a cell: the words are `error-table-<key>`.
pub type Wrong = &'static str;

/// A day as `2027-01-31`; `31.01.2027` is understood as well.
pub fn day(text: &str) -> Result<Option<NaiveDate>, Wrong> {
    if text.is_empty() {
        return Ok(None);
    }
    let text = text.trim_end_matches('.');
    let found = NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y"));
    found.map(Some).map_err(|_| "table-day")
}

/// A fee: `0.00` and `free` are nothing, `stated` is an amount that the description does not say, `12.50` is so much.
pub fn fee(text: &str) -> Result<Fee, Wrong> {
    match text.to_lowercase().as_str() {
        "free" | "bez maksas" => return Ok(Fee::Free),
        "stated" => return Ok(Fee::Stated),
        _ => {}
    }
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_start_matches(['€']).trim_end_matches("EUR").trim_end_matches('€').replace(',', ".");
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || part.len() > 2 || !digits(whole) || !digits(part) {
        return Err("table-fee");
    }
    let cents: i64 = format!("{whole}{part:0<2}").parse().map_err(|_| "table-fee")?;
    Ok(if cents == 0 { Fee::Free } else { Fee::Amount(Money::cents(cents)) })
}

/// A deadline: `10 wd` (or `10 dd`) are working days, `1 m` are months; empty is the term of the law.
pub fn deadline(text: &str) -> Result<Option<Deadline>, Wrong> {
    if text.is_empty() {
        return Ok(None);
    }
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let count: u16 = digits.parse().map_err(|_| "table-deadline")?;
    match text[digits.len()..].trim().to_lowercase().as_str() {
        "wd" | "dd" => Ok(Some(Deadline::WorkingDays(count))),
        "m" => Ok(Some(Deadline::Months(count))),
        _ => Err("table-deadline"),
    }
}

/// Hours by day, one a line: `monday tuesday 08:30-17:00`. Whether the times can be meant the register says.
pub fn opening(text: &str) -> Result<Vec<Opening>, Wrong> {
    let line = |line: &str| -> Result<Opening, Wrong> {
        let (days, times) = line.rsplit_once(' ').ok_or("table-opening")?;
        let (opens, closes) = times.split_once(['-', '–']).ok_or("table-opening")?;
        let days = words(days).map_err(|_| "table-opening")?;
        Ok(Opening { days, opens: opens.to_owned(), closes: closes.to_owned() })
    };
    lines(text).into_iter().map(line).collect()
}

/// The same as a cell.
pub fn shown_opening(opening: &[Opening]) -> String {
    let line = |one: &Opening| {
        let days: Vec<&str> = one.days.iter().map(|day| day.as_str()).collect();
        format!("{} {}-{}", days.join(" "), one.opens, one.closes)
    };
    opening.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A whole number, or nothing.
pub fn number(text: &str) -> Result<Option<u16>, Wrong> {
    some(text).map(|text| text.parse()).transpose().map_err(|_| "table-number")
}

/// One of the words of a closed list.
pub fn word<T: FromStr>(text: &str) -> Result<T, Wrong> {
    text.parse().map_err(|_| "table-word")
}

/// Words of a closed list with blanks or commas between.
pub fn words<T: FromStr>(text: &str) -> Result<Vec<T>, Wrong> {
    let parts = text.split([' ', ',', ';', '\n']).filter(|part| !part.is_empty());
    parts.map(word).collect()
}

/// The lines of a cell.
pub fn lines(text: &str) -> Vec<&str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// An address of the web, or nothing.
pub fn link(text: &str) -> Result<Option<String>, Wrong> {
    match text {
        "" => Ok(None),
        _ if text.starts_with("https://") || text.starts_with("http://") => Ok(Some(text.to_owned())),
        _ => Err("table-link"),
    }
}

/// A text, or nothing.
pub fn some(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}
