//! Importing a corrected file: what its source tells otherwise than before is taken over, once, and on the record; what
//! somebody has worked on stays theirs.

use super::importing::{all_cases, all_events, by_kind, csv, import};
use super::{SMALL_MAP, small_map};
use crate::{Map, Severity};
use cases::{Case, CaseNumber, Outcome, State};
use kernel::{Caller, Channel, PersonId, Role};
use storage::Event;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// A case that is over and one that goes on.
const TWO: &str = "c1,e1,receive,A,2024-01-02 10:00:00,2024-01-02,2024-01-10,2024-01-05,web\n\
                   c2,e2,receive,A,2024-01-03 10:00:00,2024-01-03,2099-01-10,,web\n";

/// The small map with the unit in the column `who`, and outcomes.
fn map() -> Map {
    let text = SMALL_MAP.replace("channel = \"via\"", "channel = \"via\"\nunit = \"who\"")
        + "[outcomes.values]\n\"grant\" = \"granted\"\n\"refuse\" = \"refused\"\n";
    Map::parse(&text).unwrap()
}

async fn corrections(db: &TestDb) -> Vec<Event> {
    all_events(db).await.into_iter().filter(|event| event.kind == "case.corrected").collect()
}

async fn case(db: &TestDb, number: usize) -> Case {
    all_cases(db).await.remove(number)
}

async fn take_over_once(db: &TestDb) {
    import(db, &csv(TWO).file, &map()).await;
    let before = case(db, 0).await;
    let corrected =
        TWO.replace("e1,receive,A", "e1,receive,B").replace("2024-01-10,2024-01-05,web", "2024-01-12,2024-01-05,");
    let (report, notes) = import(db, &csv(&corrected).file, &map()).await;
    assert_eq!((report.cases_corrected, report.cases_extended, report.cases_kept), (1, 0, 0));
    assert_eq!((report.cases_unchanged, report.events_added), (1, 0));
    assert!(notes.findings.iter().all(|finding| finding.severity == Severity::Flagged), "{:?}", notes.findings);
    let found = corrections(db).await;
    let [event] = &found[..] else { panic!("one correction: {found:?}") };
    assert_eq!((event.stream.id, event.actor.role), (before.id.uuid(), Role::Engine));
    let told = |side: &str, value: &str| event.data[side][value].clone();
    for (value, was, is) in [
        ("unit", "A", "B"),
        ("channel", "electronic", "institution"),
        ("due_at", "2024-01-09T22:00:00Z", "2024-01-11T22:00:00Z"),
        ("submitted_at", "2024-01-01T22:00:00Z", "2024-01-01T22:00:00Z"),
        ("closed_at", "2024-01-04T22:00:00Z", "2024-01-04T22:00:00Z"),
    ] {
        assert_eq!((told("was", value), told("is", value)), (was.into(), is.into()), "{value}");
    }
    let after = case(db, 0).await;
    let expected = Case {
        unit: Some("B".to_owned()),
        channel: Channel::Institution,
        due_at: "2024-01-11T22:00:00Z".parse().unwrap(),
        flags: vec!["channel_missing".to_owned()],
        revision: before.revision + 1,
        ..before
    };
    assert_eq!(after, expected);

    let events = all_events(db).await.len();
    let (report, _) = import(db, &csv(&corrected).file, &map()).await;
    assert_eq!((report.cases_unchanged, report.cases_corrected), (2, 0));
    assert_eq!(all_events(db).await.len(), events, "the same file again says nothing new");
    let (report, _) = import(db, &csv(TWO).file, &map()).await;
    assert_eq!((report.cases_corrected, corrections(db).await.len()), (1, 2), "a correction may be taken back");
    assert_eq!(case(db, 0).await, Case { revision: after.revision + 1, ..case_as_before(&after) });
}

fn case_as_before(after: &Case) -> Case {
    Case {
        unit: Some("A".to_owned()),
        channel: Channel::Electronic,
        due_at: "2024-01-09T22:00:00Z".parse().unwrap(),
        flags: Vec::new(),
        ..after.clone()
    }
}

// req: INT-07, REG-01, AUD-02
#[tokio::test]
async fn corrected_values_are_taken_over_once_and_on_the_record() {
    take_over_once(&TestDb::sqlite().await).await;
    let cluster = TestPostgres::start();
    take_over_once(&TestDb::postgres(&cluster).await).await;
}

// req: INT-07, REG-12
#[tokio::test]
async fn a_delay_comes_and_goes_with_the_corrected_times() {
    let db = TestDb::sqlite().await;
    import(&db, &csv(TWO).file, &map()).await;
    assert!(!case(&db, 0).await.overdue);
    let overdue = async || by_kind(&all_events(&db).await).get("case.overdue").copied().unwrap_or_default();
    let earlier = TWO.replace("2024-01-10,2024-01-05", "2024-01-04,2024-01-05");
    import(&db, &csv(&earlier).file, &map()).await;
    assert_eq!((case(&db, 0).await.overdue, overdue().await), (true, 1), "late after all: a fact of its own");
    let ended = TWO.replace("2024-01-10,2024-01-05", "2024-01-04,2024-01-03");
    import(&db, &csv(&ended).file, &map()).await;
    let after = case(&db, 0).await;
    assert_eq!((after.overdue, overdue().await), (false, 1));
    assert_eq!((after.closed_at, after.decided_at), (Some("2024-01-02T22:00:00Z".parse().unwrap()), after.closed_at));
    let last = corrections(&db).await.pop().unwrap();
    assert_eq!(
        (last.data["was"]["overdue"].as_bool(), last.data["is"]["overdue"].as_bool()),
        (Some(true), Some(false))
    );

    // The deadline of the case that goes on moves, and its timer with it.
    let due = async |at: &str| {
        let mut tx = db.writing(&Caller::engine()).await;
        let timer = tx.claim_timer(&["case.overdue"]).await.unwrap().map(|timer| timer.due_at);
        assert_eq!(timer, Some(at.parse().unwrap()));
    };
    import(&db, &csv(&ended.replace("2099-01-10", "2026-12-01")).file, &map()).await;
    db.test_clock().advance(chrono::TimeDelta::days(20));
    due("2026-11-30T22:00:00Z").await;
}

// req: INT-07, REG-03
#[tokio::test]
async fn an_end_may_be_corrected_or_taken_back_and_come_again() {
    let db = TestDb::sqlite().await;
    let granted = TWO.replace("c1,e1,receive", "c1,e1,grant");
    import(&db, &csv(&granted).file, &map()).await;
    let reopened = granted.replace("2024-01-10,2024-01-05", "2099-01-10,");
    let (report, _) = import(&db, &csv(&reopened).file, &map()).await;
    assert_eq!((report.cases_corrected, report.cases_extended), (1, 0));
    let open = case(&db, 0).await;
    assert_eq!((open.state, open.closed_at, open.decided_at), (State::InProgress, None, None));
    let again =
        reopened.replace("2099-01-10,,web\nc2", "2099-01-10,2024-02-01,web\nc2").replace("e1,grant", "e1,refuse");
    let (report, _) = import(&db, &csv(&again).file, &map()).await;
    assert_eq!((report.cases_corrected, report.cases_extended), (0, 1), "an end is a fact of its own");
    let closed = case(&db, 0).await;
    assert_eq!((closed.state, closed.outcome), (State::Closed, Some(Outcome::Refused)));
    let events = all_events(&db).await;
    assert_eq!((by_kind(&events)["case.closed"], by_kind(&events)["case.decided"]), (2, 2));
}

async fn taken(db: &TestDb, handler: kernel::InstitutionId, number: &CaseNumber) {
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(0xb1)), Role::Officer, handler);
    let mut tx = db.writing(&officer).await;
    cases::take(&mut tx, number).await.unwrap();
    tx.commit().await.unwrap();
}

// req: INT-07, REG-03
#[tokio::test]
async fn a_case_that_somebody_has_worked_on_keeps_its_values_and_is_told_each_time() {
    let db = TestDb::sqlite().await;
    import(&db, &csv(TWO).file, &map()).await;
    let open = case(&db, 1).await;
    taken(&db, open.handler, &open.number).await;
    let mine = case(&db, 1).await;
    let corrected = TWO.replace("2099-01-10,,web", "2099-02-10,2024-02-01,")
        + "c2,e3,check,A,2024-01-20,2024-01-03,2099-02-10,2024-02-01,\n";
    for (round, stages) in [(1, 1), (2, 0)] {
        let (report, notes) = import(&db, &csv(&corrected).file, &map()).await;
        assert_eq!((report.cases_kept, report.cases_corrected, report.cases_unchanged), (1, 0, 1), "{round}");
        assert_eq!((report.cases_extended, report.events_added), (stages, stages), "new stages are added all the same");
        let told = notes.findings.iter().find(|finding| finding.reason == "case_worked_on").unwrap();
        assert_eq!((told.severity, told.case.as_deref(), told.row), (Severity::Kept, Some("c2"), 3));
        assert!(told.detail.ends_with("channel, due_at, closed_at, state, flags"), "{}", told.detail);
        assert_eq!(report.findings.get("case_worked_on"), Some(&1));
    }
    assert_eq!(case(&db, 1).await, Case { revision: mine.revision + 1, ..mine });
    assert_eq!(corrections(&db).await, []);
    let (report, _) = import(&db, &csv(TWO).file, &map()).await;
    assert_eq!((report.cases_kept, report.cases_unchanged), (0, 2), "the file is as it was: nothing to tell");
}

#[tokio::test]
async fn a_deadline_that_the_file_no_longer_tells_stays() {
    let db = TestDb::sqlite().await;
    import(&db, &csv(TWO).file, &small_map()).await;
    let before = case(&db, 0).await;
    let (report, _) = import(&db, &csv(&TWO.replace("2024-01-10", "")).file, &small_map()).await;
    assert_eq!((report.cases_corrected, report.cases_unchanged), (0, 2));
    assert_eq!(case(&db, 0).await, before);
}

// req: INT-07, REG-03
#[tokio::test]
async fn a_case_that_was_decided_here_stays_decided_when_its_source_says_the_same() {
    let db = TestDb::sqlite().await;
    let text = SMALL_MAP.to_owned() + "\"decide\" = \"decided\"\n[outcomes.values]\n\"decide\" = \"granted\"\n";
    let map = Map::parse(&text).unwrap();
    import(&db, &csv(TWO).file, &map).await;
    let open = case(&db, 1).await;
    taken(&db, open.handler, &open.number).await;
    let mine = case(&db, 1).await;
    let officer = Caller::staff(PersonId::new(Uuid::from_u128(0xb1)), Role::Officer, open.handler);
    let mut tx = db.writing(&officer).await;
    let (outcome, text) = (Outcome::Granted, "Piešķirt.".to_owned());
    let input = cases::Decide { number: mine.number.clone(), revision: mine.revision, outcome, text, file: None };
    cases::decide(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let decided = case(&db, 1).await;
    assert!(decided.state == State::Decided && decided.decided_at.is_some());
    let longer = TWO.to_owned() + "c2,e3,decide,A,2024-01-20,2024-01-03,2099-01-10,,web\n";
    let (report, _) = import(&db, &csv(&longer).file, &map).await;
    assert_eq!((report.cases_extended, report.cases_corrected, report.cases_kept), (1, 0, 0));
    assert_eq!(case(&db, 1).await, Case { revision: decided.revision + 1, ..decided });
}
