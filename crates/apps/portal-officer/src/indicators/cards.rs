//! The cards above the charts: a figure, how it changed, what it counts.

use super::sums::{Sum, permille};
use i18n::Args;
use kernel::Locale;
use serde::Serialize;
use web_kit::Visit;

/// A card.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    pub word: &'static str,
    pub label: String,
    pub value: String,
    pub unit: Option<String>,
    pub picture: &'static str,
    pub trend: Option<String>,
    pub help: String,
}

/// The cards for a period and the one before it.
pub fn cards(visit: &Visit, now: &Sum, before: &Sum) -> Vec<Card> {
    let locale = visit.locale();
    let counted = |word, now: i64, before: i64| (word, number(now), None, change(now, before));
    let shared = |word, now: Option<i64>, before: Option<i64>| {
        (word, now.map_or("–".to_owned(), |share| tenths(locale, share)), Some("%".to_owned()), points(now, before))
    };
    let electronic = |sum: &Sum| permille(sum.by_channel[0], sum.requested);
    let rating = now.rating_tenths().map_or("–".to_owned(), |average| tenths(locale, average));
    let cards = [
        counted("requested", now.requested, before.requested),
        counted("overdue", now.overdue, before.overdue),
        shared("uptake-requested", electronic(now), electronic(before)),
        (
            "rating-average",
            rating,
            Some(visit.text("work-of-five")),
            points(now.rating_tenths(), before.rating_tenths()),
        ),
        counted("consulted", now.consulted, before.consulted),
        counted("complaints", now.complaints, before.complaints),
    ];
    cards.into_iter().map(|(word, value, unit, change)| card(visit, word, value, unit, change)).collect()
}

fn card(visit: &Visit, word: &'static str, value: String, unit: Option<String>, change: Option<Change>) -> Card {
    let key = format!("indicator-{word}");
    let texts = visit.state().templates().catalog();
    let help = texts.attribute(visit.locale(), &key, "help", &Args::new()).unwrap_or_default();
    let unit = unit.filter(|_| value != "–");
    let picture = change.as_ref().map_or("minus", |change| change.picture);
    let trend = change.map(|change| words(visit, &change));
    Card { word, label: visit.text(&key), value, unit, picture, trend, help }
}

/// How a figure changed against the period before.
struct Change {
    key: &'static str,
    picture: &'static str,
    by: i64,
}

/// A count, in whole per cent of the count before.
fn change(now: i64, before: i64) -> Option<Change> {
    let by = permille(now - before, before)?;
    Some(direction(by, (by.abs() + 5) / 10, "work-more", "work-less"))
}

/// A share or a rating, in its own tenths.
fn points(now: Option<i64>, before: Option<i64>) -> Option<Change> {
    let by = now? - before?;
    Some(direction(by, by.abs(), "work-higher", "work-lower"))
}

const fn direction(by: i64, shown: i64, more: &'static str, less: &'static str) -> Change {
    match (by, shown) {
        (_, 0) => Change { key: "work-same", picture: "minus", by: 0 },
        (1.., _) => Change { key: more, picture: "trending-up", by: shown },
        _ => Change { key: less, picture: "trending-down", by: shown },
    }
}

fn words(visit: &Visit, change: &Change) -> String {
    let mut args = Args::new();
    let by = match change.key {
        "work-higher" | "work-lower" => tenths(visit.locale(), change.by),
        _ => change.by.to_string(),
    };
    args.set("by", by);
    visit.state().templates().text(visit.locale(), change.key, &args)
}

/// `12345` → `12 345`, with narrow blanks that do not break.
pub fn number(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    if value < 0 { format!("-{out}") } else { out }
}

/// `45` → `4,5` or `4.5`.
pub fn tenths(locale: Locale, value: i64) -> String {
    let mark = if locale == Locale::Lv { ',' } else { '.' };
    format!("{}{mark}{}", value / 10, value % 10)
}
