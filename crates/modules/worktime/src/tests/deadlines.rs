//! Deadlines and pauses by example.

use super::{at, day};
use crate::{Calendar, Deadline, Remaining, end_of_day, local, start_of_day};
use chrono::{TimeDelta, Timelike};
use kernel::riga_date;

// req: OPS-11
#[test]
fn the_day_of_receipt_is_not_counted() {
    let calendar = Calendar::plain();
    let due = calendar.due_at(at("2026-03-02T10:00:00+02:00"), Deadline::WorkingDays(7));
    assert_eq!(due, at("2026-03-11T23:59:59+02:00"));
    let same_day = calendar.due_at(at("2026-03-02T00:00:00+02:00"), Deadline::WorkingDays(7));
    assert_eq!(due, same_day, "the hour of receipt does not matter");
}

// req: OPS-11
#[test]
fn what_arrives_on_a_day_off_counts_from_the_next_working_day() {
    let calendar = Calendar::plain();
    let saturday = calendar.due_at(at("2026-03-07T10:00:00+02:00"), Deadline::WorkingDays(1));
    let monday = calendar.due_at(at("2026-03-09T10:00:00+02:00"), Deadline::WorkingDays(1));
    assert_eq!((saturday, monday), (at("2026-03-10T23:59:59+02:00"), at("2026-03-10T23:59:59+02:00")));
    // Late on Sunday in UTC is already Monday in Latvia.
    let night = calendar.due_at(at("2026-03-08T22:30:00+00:00"), Deadline::WorkingDays(1));
    assert_eq!(night, monday);
}

// req: OPS-06, OPS-11
#[test]
fn a_portal_question_is_forwarded_in_one_and_answered_in_six_more() {
    let calendar = Calendar::state();
    let asked = at("2026-06-18T15:00:00+03:00");
    let forwarded = calendar.due_at(asked, Deadline::WorkingDays(1));
    let answered = calendar.due_at(forwarded, Deadline::WorkingDays(6));
    assert_eq!(answered, calendar.due_at(asked, Deadline::WorkingDays(7)));
    // 22 June is transferred, 23 and 24 are holidays, Saturday 27 is worked instead.
    assert_eq!(answered, at("2026-07-01T23:59:59+03:00"));
}

// req: DEL-03, OPS-11
#[test]
fn months_end_on_the_same_day_or_the_next_working_day() {
    let calendar = Calendar::plain();
    let month = |start: &str| calendar.due_at(at(start), Deadline::Months(1));
    assert_eq!(month("2026-03-10T12:00:00+02:00"), at("2026-04-10T23:59:59+03:00"));
    assert_eq!(month("2026-01-30T12:00:00+02:00"), at("2026-03-02T23:59:59+02:00"), "28 February is a Saturday");
    assert_eq!(month("2026-10-18T12:00:00+03:00"), at("2026-11-19T23:59:59+02:00"), "Sunday to Monday 19th");
    assert_eq!(month("2025-11-24T12:00:00+02:00"), at("2025-12-29T23:59:59+02:00"), "over Christmas");
}

// req: OPS-11
#[test]
fn the_nights_when_clocks_change_keep_the_day() {
    for (date, utc) in [("2026-03-28", "2026-03-28T21:59:59Z"), ("2026-03-29", "2026-03-29T20:59:59Z")] {
        assert_eq!(end_of_day(day(date)), at(utc));
    }
    for (date, utc) in [("2026-10-24", "2026-10-24T20:59:59Z"), ("2026-10-25", "2026-10-25T21:59:59Z")] {
        assert_eq!(end_of_day(day(date)), at(utc));
    }
    assert_eq!(start_of_day(day("2026-10-26")) - start_of_day(day("2026-10-25")), TimeDelta::hours(25));
    assert_eq!(local(at("2026-03-29T01:00:00Z")).hour(), 4, "03:00 is skipped");
    assert_eq!(riga_date(at("2026-10-25T22:00:00Z")), day("2026-10-26"));
}

// req: OPS-11
#[test]
fn a_day_that_no_database_keeps_counts_as_the_nearest_one() {
    let slips = [("-262143-01-01", "0001-01-01"), ("-5000-03-01", "0001-01-01"), ("+262142-12-31", "9999-12-30")];
    for (slip, nearest) in slips.map(|(slip, nearest)| (day(slip), day(nearest))) {
        assert_eq!((start_of_day(slip), end_of_day(slip)), (start_of_day(nearest), end_of_day(nearest)), "{slip}");
        assert!(start_of_day(slip) < end_of_day(slip), "{slip}");
    }
}

// req: DEL-03
#[test]
fn the_clock_stands_while_the_client_must_act() {
    let calendar = Calendar::plain();
    let due = calendar.due_at(at("2026-03-02T10:00:00+02:00"), Deadline::WorkingDays(10));
    let left = calendar.pause(at("2026-03-05T16:00:00+02:00"), due);
    assert_eq!(left, Remaining { working_days: 7 });
    assert_eq!(calendar.resume(at("2026-03-20T09:00:00+02:00"), left), at("2026-03-31T23:59:59+03:00"));
    assert_eq!(calendar.resume(at("2026-03-21T09:00:00+02:00"), left), at("2026-04-01T23:59:59+03:00"));
}

// req: DEL-03
#[test]
fn what_was_late_stays_late_after_a_pause() {
    let calendar = Calendar::plain();
    let left = calendar.pause(at("2026-03-11T16:00:00+02:00"), at("2026-03-09T23:59:59+02:00"));
    assert_eq!(left, Remaining { working_days: -2 });
    assert_eq!(calendar.resume(at("2026-03-18T09:00:00+02:00"), left), at("2026-03-16T23:59:59+02:00"));
}

#[test]
fn deadlines_are_written_plainly_as_json() {
    assert_eq!(serde_json::to_string(&Deadline::WorkingDays(7)).unwrap(), r#"{"working_days":7}"#);
    assert_eq!(serde_json::from_str::<Deadline>(r#"{"months":1}"#).unwrap(), Deadline::Months(1));
}
