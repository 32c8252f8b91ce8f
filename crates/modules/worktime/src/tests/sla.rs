//! Badges by example.

use super::at;
use crate::{Calendar, Progress, Sla};

fn sla(now: &str) -> Sla {
    // Due on Wednesday 11 March 2026.
    Calendar::plain().sla(at(now), at("2026-03-11T23:59:59+02:00"), Progress::Running)
}

// req: DEL-03
#[test]
fn a_badge_says_how_the_deadline_stands() {
    assert_eq!(sla("2026-03-04T12:00:00+02:00"), Sla::Later { working_days: 5 });
    assert_eq!(sla("2026-03-08T12:00:00+02:00"), Sla::Later { working_days: 3 });
    assert_eq!(sla("2026-03-09T00:00:00+02:00"), Sla::Soon { working_days: 2 });
    assert_eq!(sla("2026-03-11T23:59:59+02:00"), Sla::Today);
    assert_eq!(sla("2026-03-12T00:00:00+02:00"), Sla::Late { by: 1 });
    assert_eq!(sla("2026-03-16T08:00:00+02:00"), Sla::Late { by: 3 });
}

// req: DEL-03
#[test]
fn a_weekend_after_the_deadline_is_late_by_no_working_day_yet() {
    let calendar = Calendar::plain();
    let friday = at("2026-03-13T23:59:59+02:00");
    assert_eq!(calendar.sla(at("2026-03-14T12:00:00+02:00"), friday, Progress::Running), Sla::Late { by: 0 });
}

// req: DEL-03
#[test]
fn a_paused_or_finished_case_has_no_running_deadline() {
    let calendar = Calendar::plain();
    let (now, due) = (at("2026-03-14T12:00:00+02:00"), at("2026-03-13T23:59:59+02:00"));
    assert_eq!(calendar.sla(now, due, Progress::Paused), Sla::Paused);
    assert_eq!(calendar.sla(now, due, Progress::Done).as_str(), "done");
    assert_eq!(calendar.sla(now, due, Progress::Done).working_days(), 0);
}
