//! Dates, times and money as people in Latvia write them; times are those of Europe/Riga.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Europe::Riga;
use kernel::{Locale, riga_date};

const MONTHS_LV: [&str; 12] = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
];
const MONTHS_LV_DATIVE: [&str; 12] = [
    "janvārim",
    "februārim",
    "martam",
    "aprīlim",
    "maijam",
    "jūnijam",
    "jūlijam",
    "augustam",
    "septembrim",
    "oktobrim",
    "novembrim",
    "decembrim",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `22.11.2026.` or `22 November 2026`.
#[must_use]
pub fn date(locale: Locale, day: NaiveDate) -> String {
    match locale {
        Locale::Lv => format!("{:02}.{:02}.{}.", day.day(), day.month(), day.year()),
        Locale::En => format!("{} {} {}", day.day(), month(&MONTHS_EN, day), day.year()),
    }
}

/// `14.40` or `14:40`.
#[must_use]
pub fn time(locale: Locale, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&Riga);
    match locale {
        Locale::Lv => format!("{}.{:02}", local.hour(), local.minute()),
        Locale::En => format!("{:02}:{:02}", local.hour(), local.minute()),
    }
}

/// `22.11.2026. plkst. 14.40` or `22 November 2026, 14:40`.
#[must_use]
pub fn date_time(locale: Locale, at: DateTime<Utc>) -> String {
    let day = date(locale, riga_date(at));
    let clock = time(locale, at);
    match locale {
        Locale::Lv => format!("{day} plkst. {clock}"),
        Locale::En => format!("{day}, {clock}"),
    }
}

/// A day after the word "until": `27. novembrim` or `27 November`; for sentences such as "answer by …".
#[must_use]
pub fn day_and_month(locale: Locale, day: NaiveDate) -> String {
    match locale {
        Locale::Lv => format!("{}. {}", day.day(), month(&MONTHS_LV_DATIVE, day)),
        Locale::En => format!("{} {}", day.day(), month(&MONTHS_EN, day)),
    }
}

/// Euro from cents: `12,50 €` or `€12.50`, thousands apart by a narrow or plain space in Latvian and a comma in English.
#[must_use]
pub fn money(locale: Locale, cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (euros, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    match locale {
        Locale::Lv => format!("{sign}{},{rest:02}\u{a0}€", grouped(euros, '\u{a0}')),
        Locale::En => format!("{sign}€{}.{rest:02}", grouped(euros, ',')),
    }
}

/// A whole number, thousands apart as in sums of money: `12 345` or `12,345`.
#[must_use]
pub fn number(locale: Locale, value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let between = match locale {
        Locale::Lv => '\u{a0}',
        Locale::En => ',',
    };
    format!("{sign}{}", grouped(value.unsigned_abs(), between))
}

fn grouped(number: u64, between: char) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    out
}

fn month(names: &[&'static str; 12], day: NaiveDate) -> &'static str {
    names.get(day.month0() as usize).copied().unwrap_or_default()
}

/// The name of the month with the year: `2026. gada novembris` or `November 2026`.
#[must_use]
pub fn month_of_year(locale: Locale, day: NaiveDate) -> String {
    match locale {
        Locale::Lv => format!("{}. gada {}", day.year(), month(&MONTHS_LV, day)),
        Locale::En => format!("{} {}", month(&MONTHS_EN, day), day.year()),
    }
}
