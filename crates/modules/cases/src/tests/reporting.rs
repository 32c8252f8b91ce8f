//! What programs report: institutions' systems their stages and results, clients what they say of a case.

use super::house::House;
use crate::{
    CaseNumber, CloseDelivered, Doer, Outcome, Report, ReportEvent, Reported, State, change, history, history_page,
    own_case, report, submit,
};
use chrono::TimeDelta;
use jobs::{TimerHandler, run_timers};
use kernel::{Caller, Channel, Clock as _, Cursor, ErrorKind, PageRequest, Result};
use std::sync::Arc;
use test_support::{TestDb, TestPostgres};

fn event(number: &CaseNumber, report: Report, key: Option<&str>) -> ReportEvent {
    let idempotency_key = key.map(str::to_owned);
    ReportEvent { number: number.clone(), revision: None, report, at: None, file: None, idempotency_key }
}

async fn send(house: &House, caller: &Caller, input: ReportEvent) -> Result<Reported> {
    house.write(caller, async |tx| report(tx, input).await).await
}

fn stage(name: &str) -> Report {
    Report::Stage { name: name.to_owned() }
}

fn decided() -> Report {
    Report::Decided { outcome: Outcome::Refused, text: "Nav tiesību.".to_owned() }
}

/// How often something happened to a case.
async fn count(house: &House, number: &CaseNumber, kind: &str) -> usize {
    let tx = house.db.reading(&house.system()).await;
    history(&tx, number).await.unwrap().1.iter().filter(|stage| stage.kind == kind).count()
}

// req: INF-01, REG-06, INT-07
#[tokio::test]
async fn an_institutions_system_reports_stages_and_the_result() {
    let house = House::build().await;
    let sent = house.write(&house.system(), async |tx| submit(tx, house.request(None)).await).await.unwrap();
    let delivered = Report::Delivered { channel: Channel::Post };
    for report in [stage("Datu pārbaude"), decided(), delivered, Report::Closed] {
        send(&house, &house.system(), event(&sent.number, report, None)).await.unwrap();
    }
    let tx = house.db.reading(&house.system()).await;
    let (case, stages) = history(&tx, &sent.number).await.unwrap();
    assert_eq!((case.state, case.outcome, case.revision), (State::Closed, Some(Outcome::Refused), 7));
    assert_eq!(stages[1].data["stage"], "Datu pārbaude");
    assert_eq!(stages[1].doer, Doer::System(house.vsaa));
    let channels: Vec<_> = stages.iter().map(|stage| (stage.kind.as_str(), stage.told_channel())).collect();
    assert_eq!(channels[0], ("case.submitted", Some(Channel::Electronic)));
    assert_eq!(channels[5], ("case.delivered", Some(Channel::Post)), "the channel of the receipt");
    assert_eq!(channels[6], ("case.closed", Some(Channel::Electronic)));
}

// req: REG-06, AUD-02
#[tokio::test]
async fn what_is_reported_later_is_kept_with_the_time_at_which_it_happened() {
    let house = House::build().await;
    let sent = house.write(&house.system(), async |tx| submit(tx, house.request(None)).await).await.unwrap();
    let happened = house.db.test_clock().now() + TimeDelta::hours(1);
    house.db.test_clock().advance(TimeDelta::hours(3));
    // No database keeps parts of a microsecond.
    let at = Some(happened + TimeDelta::nanoseconds(300));
    for report in [decided(), Report::Delivered { channel: Channel::Post }, Report::Closed] {
        send(&house, &house.system(), ReportEvent { at, ..event(&sent.number, report, None) }).await.unwrap();
    }
    let (case, stages) = history(&house.db.reading(&house.system()).await, &sent.number).await.unwrap();
    assert_eq!((case.decided_at, case.closed_at), (Some(happened), Some(happened)));
    assert!(stages[1..].iter().all(|stage| stage.at == happened));
}

// req: INF-01, AUD-02
#[tokio::test]
async fn a_personal_code_never_gets_into_the_log_as_the_name_of_a_stage() {
    let house = House::build().await;
    let sent = house.write(&house.system(), async |tx| submit(tx, house.request(None)).await).await.unwrap();
    for name in ["Anna Bērziņa 328000-00014", "Pārbaude (32800000014)"] {
        let refused = send(&house, &house.system(), event(&sent.number, stage(name), None)).await.unwrap_err();
        let field = &refused.field_errors()[0];
        assert_eq!((field.path.as_str(), field.key.as_str()), ("stage", "words-personal-code"), "{name}");
    }
    assert_eq!(count(&house, &sent.number, "case.stage_reported").await, 0);
}

// req: REG-06, AUD-02
#[tokio::test]
async fn the_steps_of_a_case_come_page_by_page_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let house = House::build_on(db).await;
        let number = house.submitted().await;
        for name in ["a", "b", "c"] {
            send(&house, &house.system(), event(&number, stage(name), None)).await.unwrap();
        }
        let tx = house.db.reading(&house.system()).await;
        let (case, whole) = history(&tx, &number).await.unwrap();
        let (mut read, mut sizes, mut after) = (Vec::new(), Vec::new(), None);
        loop {
            let page = PageRequest::new(3, after);
            let (again, steps) = history_page(&tx, &number, &page).await.unwrap();
            assert_eq!(again.revision, case.revision);
            sizes.push(steps.items.len());
            read.extend(steps.items);
            after = steps.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!((read.len(), sizes), (whole.len(), vec![3, whole.len() - 3]));
        assert_eq!(read, whole);
        for part in ["zero", "0", "-3"] {
            let wrong = PageRequest::new(3, Some(Cursor::from_parts(&[part])));
            assert_eq!(history_page(&tx, &number, &wrong).await.unwrap_err().key(), "bad-cursor", "{part}");
        }
        let foreign = house.db.reading(&house.janis()).await;
        let refused = history_page(&foreign, &number, &PageRequest::first(3)).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::NotFound);
    }
}

// req: INF-01, REG-03, REG-06
#[tokio::test]
async fn a_result_that_a_system_has_delivered_closes_the_case_by_itself() {
    let house = House::build().await;
    let (number, _) = house.taken().await;
    send(&house, &house.system(), event(&number, decided(), None)).await.unwrap();
    house.db.test_clock().advance(TimeDelta::days(3));
    let delivered = Report::Delivered { channel: Channel::Post };
    let at = Some(house.db.test_clock().now() - TimeDelta::days(3));
    send(&house, &house.system(), ReportEvent { at, ..event(&number, delivered, None) }).await.unwrap();
    let state = async || {
        let case = own_case(&house.db.reading(&house.anna()).await, &number).await.unwrap().case;
        (case.state, case.assignee)
    };
    assert_eq!(state().await, (State::Delivered, None), "nobody works on it any more");
    let handlers: [Arc<dyn TimerHandler>; 1] = [Arc::new(CloseDelivered)];
    for (days, fired, then) in [(26, 0, State::Delivered), (1, 1, State::Closed), (60, 0, State::Closed)] {
        house.db.test_clock().advance(TimeDelta::days(days));
        assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), fired);
        assert_eq!(state().await.0, then);
    }
    let stages = history(&house.db.reading(&house.system()).await, &number).await.unwrap().1;
    let last = stages.last().map(|stage| (stage.kind.as_str(), &stage.doer));
    assert_eq!(last, Some(("case.closed", &Doer::Platform)), "nobody's log says it");
}

// req: REG-03, REG-06
#[tokio::test]
async fn nothing_happens_to_a_case_before_it_is_received_or_in_the_future() {
    let house = House::build().await;
    let number = house.submitted().await;
    let received = house.db.test_clock().now();
    house.db.test_clock().advance(TimeDelta::hours(2));
    let sent = async |at| {
        let key = Some("the same key each time");
        send(&house, &house.system(), ReportEvent { at: Some(at), ..event(&number, stage("Datu pārbaude"), key) }).await
    };
    let now = house.db.test_clock().now();
    for (at, key, field) in [
        (received - TimeDelta::seconds(61), "report-before-case", "time-before-case"),
        (now + TimeDelta::seconds(61), "report-in-future", "time-in-future"),
    ] {
        let refused = sent(at).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, key));
        let fields: Vec<_> = refused.field_errors().iter().map(|one| (one.path.as_str(), one.key.as_str())).collect();
        assert_eq!(fields, [("at", field)]);
    }
    assert_eq!(count(&house, &number, "case.stage_reported").await, 0, "nothing was kept");
    // The clock of the other system is a little slow.
    sent(received - TimeDelta::seconds(20)).await.unwrap();
    let tx = house.db.reading(&house.system()).await;
    let stages = history(&tx, &number).await.unwrap().1;
    assert_eq!((stages.last().unwrap().at, stages.last().unwrap().recorded_at), (received, now));
}

// req: REG-06
#[tokio::test]
async fn what_a_system_closes_leaves_no_timer() {
    let house = House::build().await;
    let number = house.submitted().await;
    for report in [decided(), Report::Delivered { channel: Channel::Post }, Report::Closed] {
        send(&house, &house.system(), event(&number, report, None)).await.unwrap();
    }
    house.db.test_clock().advance(TimeDelta::days(60));
    let mut tx = house.db.writing(&Caller::engine()).await;
    assert_eq!(tx.claim_timer(&[change::CLOSE_DELIVERED]).await.unwrap(), None);
}

// req: INF-01, REG-06, REG-12
#[tokio::test]
async fn the_same_report_or_complaint_with_the_same_key_is_recorded_once() {
    let house = House::build().await;
    let number = house.submitted().await;
    let complaint = Report::Complained { text: "Neviens neatbild uz zvaniem.".to_owned() };
    for (caller, report, kind) in [
        (house.system(), stage("Datu pārbaude"), "case.stage_reported"),
        (house.anna(), complaint, "case.complaint_filed"),
        (house.anna(), Report::Withdrawn, "case.withdrawn"),
    ] {
        // The repetition names the revision that it has seen, which is an old one by then.
        let revision = Some(house.revision(&number).await);
        let input = ReportEvent { revision, ..event(&number, report, Some(kind)) };
        let first = send(&house, &caller, input.clone()).await.unwrap();
        house.db.test_clock().advance(TimeDelta::minutes(1));
        let again = send(&house, &caller, input.clone()).await.unwrap();
        assert_eq!((first.repeated, again), (false, Reported { repeated: true, ..first }), "{kind}");
        assert_eq!(count(&house, &number, kind).await, 1, "{kind}");
        let stale = send(&house, &caller, ReportEvent { idempotency_key: None, ..input }).await.unwrap_err();
        assert_eq!(stale.kind(), ErrorKind::Stale, "{kind}");
    }
}

// req: INF-01
#[tokio::test]
async fn the_key_of_a_report_belongs_to_its_caller_and_to_its_content() {
    let house = House::build().await;
    let (number, other) = (house.submitted().await, house.submitted().await);
    let (system, officer) = (house.system(), house.officer());
    let early = send(&house, &system, event(&number, Report::Closed, Some("k"))).await.unwrap_err();
    assert_eq!(early.key(), "case-state");
    let kept = send(&house, &system, event(&number, stage("a"), Some("k"))).await.unwrap();
    assert!(!kept.repeated, "the refused report did not use up its key");
    for wrong in [event(&number, stage("b"), Some("k")), event(&other, stage("a"), Some("k"))] {
        let refused = send(&house, &system, wrong).await.unwrap_err();
        assert_eq!((refused.kind(), refused.key()), (ErrorKind::Conflict, "key-reused"));
    }
    let officers = send(&house, &officer, event(&number, stage("a"), Some("k"))).await.unwrap();
    assert!(!officers.repeated, "another caller's key is another key");
    let foreign = send(&house, &house.foreign_officer(), event(&number, stage("a"), Some("k"))).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::NotFound);
    for bad in [String::new(), "k".repeat(201)] {
        let refused = send(&house, &system, event(&number, stage("a"), Some(&bad))).await.unwrap_err();
        assert_eq!(refused.key(), "bad-idempotency-key");
    }
    assert_eq!(count(&house, &number, "case.stage_reported").await, 2);
}
