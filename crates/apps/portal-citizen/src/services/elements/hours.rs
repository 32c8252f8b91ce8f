//! Working hours in words.

use catalogue::{Opening, Weekday};
use kernel::{DayTime, Locale};
use serde::Serialize;
use web_kit::Visit;

/// Hours on some days.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OpeningLine {
    pub(super) days: String,
    pub(super) time: String,
}

pub(super) fn opening(visit: &Visit, opening: &[Opening]) -> Vec<OpeningLine> {
    let clock = |text: &str| clock(visit.locale(), text);
    let line = |hours: &Opening| OpeningLine {
        days: days(&hours.days, |day| visit.text(&format!("service-day-{}", day.as_str()))),
        time: format!("{}–{}", clock(&hours.opens), clock(&hours.closes)),
    };
    opening.iter().map(line).collect()
}

/// The days in the order of the week; of three and more in a row the first and the last.
fn days(days: &[Weekday], name: impl Fn(Weekday) -> String) -> String {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let rows = days.chunk_by(|day, next| *day as u8 + 1 == *next as u8);
    let words = rows.flat_map(|row| match row {
        [first, _, .., last] => vec![format!("{}–{}", name(*first), name(*last))],
        few => few.iter().map(|day| name(*day)).collect(),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// `08:30` as people write it; what is no time stays as it is.
fn clock(locale: Locale, text: &str) -> String {
    match DayTime::parse(text) {
        Some(time) if locale == Locale::Lv => format!("{}.{:02}", time.hour(), time.minute()),
        Some(time) => time.to_string(),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, days};
    use catalogue::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    use kernel::Locale::{En, Lv};

    #[test]
    fn days_in_a_row_are_told_by_the_first_and_the_last() {
        let told = |list: &[catalogue::Weekday]| days(list, |day| day.as_str().to_owned());
        assert_eq!(told(&[Friday, Monday, Tuesday, Wednesday, Thursday]), "monday–friday");
        assert_eq!(told(&[Monday, Tuesday, Thursday, Friday, Saturday]), "monday, tuesday, thursday–saturday");
        assert_eq!((told(&[Sunday, Sunday]), told(&[])), ("sunday".to_owned(), String::new()));
    }

    #[test]
    fn times_are_written_as_people_write_them() {
        assert_eq!((clock(Lv, "08:30"), clock(En, "08:30")), ("8.30".to_owned(), "08:30".to_owned()));
        assert_eq!((clock(Lv, "24:00"), clock(En, "24:00")), ("24.00".to_owned(), "24:00".to_owned()));
        assert_eq!(clock(Lv, "rītā"), "rītā");
    }
}
