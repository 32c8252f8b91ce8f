//! Fees, terms and deviations in words.

use catalogue::{Deadline, Deviation, Member};
use i18n::Args;
use kernel::LangText;
use web_kit::Visit;

/// A text with one named number.
pub fn counted(visit: &Visit, key: &str, count: usize) -> String {
    let mut values = Args::new();
    values.set("count", i64::try_from(count).unwrap_or(i64::MAX));
    visit.text_with(key, &values)
}

/// The fee, or from which to which.
pub fn fees(visit: &Visit, member: &Member) -> String {
    match member.fees() {
        None => visit.text("template-fee-unsaid"),
        Some((low, high)) if low == high => money(visit, low),
        Some((low, high)) => between(visit, money(visit, low), money(visit, high)),
    }
}

/// The term, or from which to which.
pub fn terms(visit: &Visit, member: &Member) -> String {
    match member.deadlines() {
        None => String::new(),
        Some((short, long)) if short == long => term(visit, short),
        Some((short, long)) => between(visit, term(visit, short), term(visit, long)),
    }
}

fn money(visit: &Visit, cents: i64) -> String {
    if cents == 0 { visit.text("template-fee-free") } else { i18n::money(visit.locale(), cents) }
}

fn term(visit: &Visit, term: Deadline) -> String {
    let mut values = Args::new();
    match term {
        Deadline::WorkingDays(days) => {
            values.set("days", i64::from(days));
            visit.text_with("deadline-working-days", &values)
        }
        Deadline::Months(months) => {
            values.set("months", i64::from(months));
            visit.text_with("deadline-months", &values)
        }
    }
}

fn between(visit: &Visit, from: String, to: String) -> String {
    let mut values = Args::new();
    values.set("from", from);
    values.set("to", to);
    visit.text_with("template-between", &values)
}

/// A name in the quotation marks of the language.
fn quoted(visit: &Visit, name: &LangText) -> String {
    let mut values = Args::new();
    values.set("name", name.get(visit.locale()).to_owned());
    visit.text_with("template-quoted", &values)
}

/// A difference in words.
pub fn deviation(visit: &Visit, deviation: &Deviation) -> String {
    let mut values = Args::new();
    let list = |names: &[LangText]| names.iter().map(|name| quoted(visit, name)).collect::<Vec<_>>().join(", ");
    let key = match deviation {
        Deviation::Name => "template-deviates-name",
        Deviation::Summary => "template-deviates-summary",
        Deviation::StepsMissing(steps) => {
            values.set("names", list(steps));
            "template-deviates-steps"
        }
        Deviation::DocumentsMissing(documents) => {
            values.set("names", list(documents));
            "template-deviates-documents"
        }
        Deviation::LongerDeadline(own, median) => {
            values.set("own", i64::from(*own));
            values.set("median", i64::from(*median));
            "template-deviates-deadline"
        }
        Deviation::HigherFee(own, median) => {
            values.set("own", money(visit, *own));
            values.set("median", money(visit, *median));
            "template-deviates-fee"
        }
    };
    visit.text_with(key, &values)
}
