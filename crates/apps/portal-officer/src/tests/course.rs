//! The course of a case: when, who and how.

use super::house::House;
use cases::{CaseNumber, ImportedCase, ImportedStage, Overdue, State};
use chrono::{DateTime, TimeDelta, Utc};
use jobs::{TimerHandler, run_timers};
use kernel::{Caller, Channel, Role};
use std::sync::Arc;

const COURSE: &str = "#h-course + ol";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A case that another system's log tells, with one stage that names who did it and one that does not.
pub async fn imported(house: &House) -> CaseNumber {
    imported_due(house, "2024-01-10T22:00:00Z").await
}

async fn imported_due(house: &House, due_at: &str) -> CaseNumber {
    let stage = |name: &str, doer: Option<&str>| {
        let doer = doer.map(str::to_owned);
        ImportedStage { name: name.to_owned(), at: at("2024-01-03T10:00:00Z"), doer, flags: Vec::new() }
    };
    let input = ImportedCase {
        existing: None,
        service: house.benefit.clone(),
        channel: Channel::Phone,
        unit: Some("<General>".to_owned()),
        submitted_at: at("2024-01-02T09:00:00Z"),
        due_at: Some(at(due_at)),
        closed_at: Some(at("2024-01-05T09:00:00Z")),
        state: State::Closed,
        outcome: None,
        stages: vec![stage("T02 Check", Some("<Resource21>")), stage("T04 Determine", None)],
        flags: Vec::new(),
    };
    let mut tx = house.db.writing(&Caller::engine()).await;
    let number = Box::pin(cases::import_case(&mut tx, input)).await.unwrap().number;
    tx.commit().await.unwrap();
    number
}

// req: REG-03, AUD-02, INT-07
#[tokio::test]
async fn staff_read_whom_and_which_department_another_systems_log_names() {
    let house = House::open().await;
    let number = imported(&house).await.slug();
    let officer = house.officer().await;
    for (locale, doer, unit, none, platform) in [
        (
            "lv",
            "<Resource21> (kā norāda cita sistēma)",
            "Struktūrvienība: <General> (kā norāda cita sistēma)",
            "Pārņemts no citas sistēmas",
            "Automātiski",
        ),
        (
            "en",
            "<Resource21> (as the other system states)",
            "Department: <General> (as the other system states)",
            "Taken over from another system",
            "Automatically",
        ),
    ] {
        let page = officer.get(&format!("/{locale}/work/cases/{number}")).await;
        let course = page.text(COURSE);
        for (words, times) in [(doer, 1), (unit, 4), (none, 3), (platform, 0)] {
            assert_eq!(course.matches(words).count(), times, "{words}: {course}");
        }
        assert_eq!(page.text("main").matches(unit).count(), 5, "once above, of the case: {}", page.text("main"));
        let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
        let chain = auditor.get(&format!("/{locale}/work/audit?number={number}")).await.text("main table");
        assert!(chain.contains(doer) && chain.contains(none) && !chain.contains(platform), "{chain}");
    }
}

// req: REG-03
#[tokio::test]
async fn each_step_says_by_which_channel_it_went() {
    let house = House::open().await;
    let (own, taken_over) = (house.submitted().await.slug(), imported(&house).await.slug());
    let officer = house.officer().await;
    for (locale, electronic, phone, unknown) in [
        ("lv", "elektroniski", "pa tālruni", "kanāls nav norādīts"),
        ("en", "electronically", "by phone", "channel not stated"),
    ] {
        let course = officer.get(&format!("/{locale}/work/cases/{own}")).await.text(COURSE);
        assert!(course.contains(electronic), "{course}");
        let course = officer.get(&format!("/{locale}/work/cases/{taken_over}")).await.text(COURSE);
        for (words, times) in [(phone, 1), (unknown, 3), (electronic, 0)] {
            assert_eq!(course.matches(words).count(), times, "{words}: {course}");
        }
        let auditor = house.staff("320000-00015", "Inese", Role::Auditor).await;
        let chain = auditor.get(&format!("/{locale}/work/audit?number={taken_over}")).await.text("main table");
        assert_eq!(chain.matches(unknown).count(), 3, "{chain}");
    }
}

// req: REG-03, REG-12
#[tokio::test]
async fn a_missed_deadline_does_not_look_like_something_done() {
    let house = House::open().await;
    let number = house.submitted().await;
    house.db.test_clock().advance(TimeDelta::days(90));
    let handlers: [Arc<dyn TimerHandler>; 1] = [Arc::new(Overdue)];
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 1);
    let page = house.officer().await.get(&format!("/lv/work/cases/{}", number.slug())).await;
    let missed = format!("{COURSE} > li[data-state=missed]");
    assert_eq!((page.count(&missed), page.text(&format!("{missed} h3")).as_str()), (1, "Nokavēts termiņš"));
    assert_eq!(page.count(&format!("{COURSE} > li[data-state=done]")), 1, "the request itself");
}

// req: REG-03, REG-12
#[tokio::test]
async fn a_deadline_stands_in_the_course_of_a_log_at_the_time_at_which_it_was_missed() {
    let house = House::open().await;
    let number = imported_due(&house, "2024-01-02T22:00:00Z").await.slug();
    let page = house.officer().await.get(&format!("/lv/work/cases/{number}")).await;
    for (place, title) in ["Pabeigts", "T04 Determine", "T02 Check", "Nokavēts termiņš", "Iesniegts"].iter().enumerate()
    {
        let step = page.text(&format!("{COURSE} > li:nth-child({}) h3", place + 1));
        assert!(step.starts_with(title), "{}", page.text(COURSE));
    }
}
