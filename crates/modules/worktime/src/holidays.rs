//! Latvian public holidays by rule.
//!
//! Law "Par svētku, atceres un atzīmējamām dienām", section 1, with the years from which each rule holds. Only 4 May
//! and 18 November (and the closing day of the Song Celebration) give a day off in the week after they fall on a weekend.

use crate::easter::easter_sunday;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Serialize;

/// Which holiday it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayName {
    /// 1 January.
    NewYear,
    /// Two days before Easter Sunday.
    GoodFriday,
    /// Easter Sunday.
    EasterSunday,
    /// The day after Easter Sunday, since 1997.
    EasterMonday,
    /// 1 May: Labour Day and the convocation of the Constitutional Assembly.
    LabourDay,
    /// 4 May, since 2002; moves off weekends since 2008.
    IndependenceRestored,
    /// Second Sunday of May.
    MothersDay,
    /// Seven weeks after Easter, since 1996.
    Pentecost,
    /// 23 June.
    MidsummerEve,
    /// 24 June.
    MidsummerDay,
    /// 18 November; moves off weekends since 2007.
    ProclamationDay,
    /// 24 December, since 2007.
    ChristmasEve,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondChristmasDay,
    /// 31 December.
    NewYearsEve,
    /// The day off for the closing of the General Latvian Song and Dance Celebration.
    SongCelebration,
    /// 24 September 2018, by a law of its own.
    PapalVisit,
    /// 29 May 2023, by a law of its own.
    IceHockeyBronze,
}

/// One public holiday of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Holiday {
    /// The day off.
    pub date: NaiveDate,
    /// Which holiday it is.
    pub name: HolidayName,
    /// True when this is the working day given instead of a holiday that fell on a weekend.
    pub observed: bool,
}

/// Days off that a law set once, and those of the Song Celebration, whose date no rule gives.
const SINGLE: [(i32, u32, u32, HolidayName); 4] = [
    (2018, 7, 9, HolidayName::SongCelebration),
    (2018, 9, 24, HolidayName::PapalVisit),
    (2023, 5, 29, HolidayName::IceHockeyBronze),
    (2023, 7, 10, HolidayName::SongCelebration),
];

/// Holidays with a fixed date: month, day, name, first year of the rule.
const FIXED: [(u32, u32, HolidayName, i32); 10] = [
    (1, 1, HolidayName::NewYear, 1990),
    (5, 1, HolidayName::LabourDay, 1990),
    (5, 4, HolidayName::IndependenceRestored, 2002),
    (6, 23, HolidayName::MidsummerEve, 1990),
    (6, 24, HolidayName::MidsummerDay, 1990),
    (11, 18, HolidayName::ProclamationDay, 1990),
    (12, 24, HolidayName::ChristmasEve, 2007),
    (12, 25, HolidayName::ChristmasDay, 1990),
    (12, 26, HolidayName::SecondChristmasDay, 1990),
    (12, 31, HolidayName::NewYearsEve, 1990),
];

/// Holidays that give a day off on Monday when they fall on a weekend: month, day, name, first year of the rule.
const MOVING: [(u32, u32, HolidayName, i32); 2] =
    [(5, 4, HolidayName::IndependenceRestored, 2008), (11, 18, HolidayName::ProclamationDay, 2007)];

/// Whether `date` is a public holiday of Latvia, or the day off given instead of one. Weekends as such are not. (OPS-11)
#[must_use]
pub fn is_public_holiday(date: NaiveDate) -> bool {
    let (year, month, day) = (date.year(), date.month(), date.day());
    FIXED.iter().any(|&(m, d, _, since)| m == month && d == day && year >= since)
        || SINGLE.iter().any(|&(y, m, d, _)| (y, m, d) == (year, month, day))
        || is_observed(date)
        || (matches!(month, 3..=6) && movable(year).iter().any(|holiday| holiday.date == date))
}

/// All public holidays of `year` by date; two holidays on one Sunday give two entries.
#[must_use]
pub fn public_holidays(year: i32) -> Vec<Holiday> {
    let fixed = FIXED.iter().filter(|&&(_, _, _, since)| year >= since);
    let single = SINGLE.iter().filter(|&&(y, ..)| y == year);
    let mut all: Vec<Holiday> = fixed
        .filter_map(|&(month, day, name, _)| holiday(year, month, day, name))
        .chain(single.filter_map(|&(_, month, day, name)| holiday(year, month, day, name)))
        .chain(movable(year))
        .chain(MOVING.iter().filter_map(|&rule| observed_day(year, rule)))
        .collect();
    all.sort_unstable();
    all
}

fn holiday(year: i32, month: u32, day: u32, name: HolidayName) -> Option<Holiday> {
    Some(Holiday { date: NaiveDate::from_ymd_opt(year, month, day)?, name, observed: false })
}

/// Easter, Pentecost and Mother's Day of `year`.
fn movable(year: i32) -> Vec<Holiday> {
    let easter = easter_sunday(year);
    let first_of_may = NaiveDate::from_ymd_opt(year, 5, 1);
    let mothers_day =
        first_of_may.and_then(|first| first.checked_add_days(Days::new(u64::from(7 - sundays_gap(first)) % 7 + 7)));
    let after_easter = |days: i64| easter.checked_add_signed(chrono::TimeDelta::days(days));
    [
        (after_easter(-2), HolidayName::GoodFriday, 1990),
        (Some(easter), HolidayName::EasterSunday, 1990),
        (after_easter(1), HolidayName::EasterMonday, 1997),
        (mothers_day, HolidayName::MothersDay, 1990),
        (after_easter(49), HolidayName::Pentecost, 1996),
    ]
    .into_iter()
    .filter(|&(_, _, since)| year >= since)
    .filter_map(|(date, name, _)| Some(Holiday { date: date?, name, observed: false }))
    .collect()
}

/// Days since the last Sunday.
fn sundays_gap(date: NaiveDate) -> u32 {
    date.weekday().num_days_from_sunday()
}

fn is_observed(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Mon
        && MOVING.iter().any(|&rule| observed_day(date.year(), rule).is_some_and(|observed| observed.date == date))
}

/// The Monday given for a holiday on a weekend.
fn observed_day(year: i32, (month, day, name, since): (u32, u32, HolidayName, i32)) -> Option<Holiday> {
    let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| year >= since)?;
    let days = match date.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => return None,
    };
    Some(Holiday { date: date.checked_add_days(Days::new(days))?, name, observed: true })
}
