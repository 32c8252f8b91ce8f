//! The date of Easter in the Gregorian calendar, from which four Latvian holidays follow.

use chrono::NaiveDate;

/// Easter Sunday of `year` by the anonymous Gregorian computus (Meeus, Jones, Butcher).
/// Falls between 22 March and 25 April. A year outside chrono's range gives [`NaiveDate::MIN`].
#[must_use]
pub fn easter_sunday(year: i32) -> NaiveDate {
    let golden = year.rem_euclid(19);
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leap_centuries, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15).rem_euclid(30);
    let (leap_years, year_rest) = (in_century / 4, in_century % 4);
    let weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest).rem_euclid(7);
    let correction = (golden + 11 * epact + 22 * weekday) / 451;
    let day_number = epact + weekday - 7 * correction + 114;
    let (month, day) = (day_number / 31, day_number % 31 + 1);
    NaiveDate::from_ymd_opt(year, month.unsigned_abs(), day.unsigned_abs()).unwrap_or(NaiveDate::MIN)
}
