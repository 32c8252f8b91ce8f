//! What must hold for every day, count and calendar.

use crate::{Calendar, Deadline, Progress, Sla, Transfer, end_of_day, start_of_day};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use kernel::riga_date;
use proptest::prelude::*;

/// Any day of 1995 to 2038.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0u64..16_000).prop_map(|days| NaiveDate::from_ymd_opt(1995, 1, 1).unwrap() + chrono::Days::new(days))
}

/// Any second of 1995 to 2038.
fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    (788_918_400i64..2_170_000_000).prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

/// State, plain, or one with an invented transfer.
fn any_calendar() -> impl Strategy<Value = Calendar> {
    prop_oneof![
        Just(Calendar::state()),
        Just(Calendar::plain()),
        (any_day(), any_day()).prop_map(|(off, worked)| Calendar::with_transfers(vec![Transfer::new(off, worked)])),
    ]
}

fn any_deadline() -> impl Strategy<Value = Deadline> {
    prop_oneof![(0u16..90).prop_map(Deadline::WorkingDays), (0u16..25).prop_map(Deadline::Months)]
}

proptest! {
    // req: OPS-11
    #[test]
    fn between_undoes_add(calendar in any_calendar(), date in any_day(), n in -60i32..200) {
        let start = calendar.on_or_after(date);
        let end = calendar.add_working_days(start, n);
        prop_assert_eq!(calendar.working_days_between(start, end), n);
        prop_assert_eq!(calendar.add_working_days(end, -n), start);
        prop_assert_eq!(calendar.add_working_days(date, n), end);
    }

    // req: OPS-11
    #[test]
    fn counts_add_up(calendar in any_calendar(), mut days in prop::array::uniform3(any_day())) {
        days.sort_unstable();
        let [a, b, c] = days.map(|day| NaiveDate::min(day, days[0] + chrono::Days::new(900)));
        let whole = calendar.working_days_between(a, c);
        prop_assert_eq!(whole, calendar.working_days_between(a, b) + calendar.working_days_between(b, c));
        prop_assert_eq!(whole, -calendar.working_days_between(c, a));
    }

    // req: OPS-11
    #[test]
    fn a_deadline_ends_on_a_working_day_after_receipt(
        calendar in any_calendar(), start in any_instant(), deadline in any_deadline(),
    ) {
        let due = calendar.due_at(start, deadline);
        prop_assert!(due >= start);
        prop_assert!(calendar.is_working_day(riga_date(due)));
        prop_assert_eq!(due, end_of_day(riga_date(due)));
    }

    // req: OPS-11
    #[test]
    fn a_later_start_or_longer_term_is_never_due_earlier(
        calendar in any_calendar(), start in any_instant(), later in 0i64..10_000_000, n in 0u16..60, more in 0u16..30,
    ) {
        let next = start + TimeDelta::seconds(later);
        for term in [Deadline::WorkingDays(n), Deadline::Months(n % 13)] {
            prop_assert!(calendar.due_at(start, term) <= calendar.due_at(next, term));
        }
        let longer = calendar.due_at(start, Deadline::WorkingDays(n + more));
        prop_assert!(calendar.due_at(start, Deadline::WorkingDays(n)) <= longer);
    }

    // req: OPS-11
    #[test]
    fn days_in_latvia_meet_without_gap_on_every_night(date in any_day()) {
        let (start, end) = (start_of_day(date), end_of_day(date));
        prop_assert_eq!(riga_date(start), date);
        prop_assert_eq!(riga_date(end), date);
        prop_assert_eq!(end + TimeDelta::seconds(1), start_of_day(date + chrono::Days::new(1)));
        let hours = (end - start).num_minutes() / 60 + 1;
        prop_assert!((23..=25).contains(&hours));
    }

    // req: DEL-03
    #[test]
    fn a_pause_within_a_day_changes_nothing_and_a_longer_one_never_shortens(
        calendar in any_calendar(), asked in any_instant(), n in 0u16..60, away in 0i64..5_000_000,
        received_before in 0i64..5_000_000,
    ) {
        let due = calendar.due_at(asked - TimeDelta::seconds(received_before), Deadline::WorkingDays(n));
        let left = calendar.pause(asked, due);
        prop_assert_eq!(calendar.resume(asked, left), due);
        let resumed = asked + TimeDelta::seconds(away);
        let later = calendar.resume(resumed, left);
        prop_assert!(later >= due);
        prop_assert_eq!(calendar.pause(resumed, later), left);
    }

    // req: DEL-03
    #[test]
    fn a_badge_agrees_with_the_clock(calendar in any_calendar(), now in any_instant(), n in 0u16..30, since in 0i64..5_000_000) {
        let due = calendar.due_at(now - TimeDelta::seconds(since), Deadline::WorkingDays(n));
        match calendar.sla(now, due, Progress::Running) {
            Sla::Late { .. } => prop_assert!(now > due),
            Sla::Today => prop_assert_eq!(riga_date(now), riga_date(due)),
            Sla::Soon { working_days } => prop_assert!(now < due && (1..=2).contains(&working_days)),
            Sla::Later { working_days } => prop_assert!(now < due && working_days > 2),
            Sla::Paused | Sla::Done => prop_assert!(false, "the clock runs"),
        }
    }
}
