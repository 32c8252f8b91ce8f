//! The course of a case as its client reads it.

use cases::{CaseNumber, ImportedCase, ImportedStage, Origin, Outcome, Report, ReportEvent, State, SubmitCase};
use kernel::{Caller, Channel, PersonId};

use super::browser::{Portal, Register};

const COURSE: &str = "#h-course + ol";

/// A request of this resident, received.
async fn submitted(portal: &Portal, person: PersonId) -> CaseNumber {
    let answers = forms::example("childbirth-benefit").unwrap();
    let origin = Origin::Answers { service: portal.service("P.11").await, answers };
    let mut tx = portal.db.writing(&Caller::client(person)).await;
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let number = cases::submit(&mut tx, input).await.unwrap().number;
    tx.commit().await.unwrap();
    number
}

/// What another system's log tells of a case that is here.
async fn told(portal: &Portal, number: &CaseNumber, doer: Option<&str>) {
    let mut tx = portal.db.writing(&Caller::engine()).await;
    let case = cases::history(&tx, number).await.unwrap().0;
    let stage = ImportedStage {
        name: "Pārbaude".to_owned(),
        at: case.submitted_at,
        doer: doer.map(str::to_owned),
        flags: Vec::new(),
    };
    let input = ImportedCase {
        existing: Some(case.id),
        service: case.service,
        channel: case.channel,
        unit: None,
        submitted_at: case.submitted_at,
        due_at: Some(case.due_at),
        closed_at: None,
        state: State::Accepted,
        outcome: None,
        stages: vec![stage],
        flags: Vec::new(),
    };
    Box::pin(cases::import_case(&mut tx, input)).await.unwrap();
    tx.commit().await.unwrap();
}

// req: REG-03, INT-07
#[tokio::test]
async fn a_client_does_not_read_whom_another_systems_log_names() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, person) = portal.resident("320000-00002", "Anna").await;
    let number = submitted(&portal, person).await;
    told(&portal, &number, Some("Jana Ozola")).await;
    for (locale, words) in [("lv", "Pārņemts no citas sistēmas"), ("en", "Taken over from another system")] {
        let page = browser.get(&format!("/{locale}/cases/{}", number.slug())).await;
        assert!(page.text(COURSE).contains(words), "{}", page.text(COURSE));
        assert!(!page.body.contains("Ozola"), "{}", page.body);
    }
}

/// What a system of the institution that handles the service reports.
async fn reported(portal: &Portal, number: &CaseNumber, report: Report) {
    let tx = portal.db.reading(&Caller::engine()).await;
    let handler = cases::history(&tx, number).await.unwrap().0.handler;
    drop(tx);
    let system = Caller::api_client("00000000-0000-0000-0000-000000000008".parse().unwrap(), handler);
    let mut tx = portal.db.writing(&system).await;
    let input =
        ReportEvent { number: number.clone(), revision: None, report, at: None, file: None, idempotency_key: None };
    cases::report(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
}

// req: REG-03, ACC-14
#[tokio::test]
async fn each_step_says_by_which_channel_it_went() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, person) = portal.resident("320000-00002", "Anna").await;
    let number = submitted(&portal, person).await;
    told(&portal, &number, None).await;
    reported(&portal, &number, Report::Decided { outcome: Outcome::Granted, text: "Piešķirts.".to_owned() }).await;
    reported(&portal, &number, Report::Delivered { channel: Channel::Post }).await;
    for (locale, you, post, unknown) in [
        ("lv", "· Jūs · elektroniski", "(sistēma) · pa pastu", "Pārņemts no citas sistēmas · kanāls nav norādīts"),
        ("en", "· You · electronically", "(system) · by post", "Taken over from another system · channel not stated"),
    ] {
        let course = browser.get(&format!("/{locale}/cases/{}", number.slug())).await.text(COURSE);
        for words in [you, post, unknown] {
            assert_eq!(course.matches(words).count(), 1, "{words}: {course}");
        }
    }
}

// req: INF-01, REG-03, ACC-14
#[tokio::test]
async fn the_client_reads_which_stage_the_institutions_system_reports() {
    let portal = Portal::open(Register { down: false }).await;
    let (browser, person) = portal.resident("320000-00002", "Anna").await;
    let number = submitted(&portal, person).await;
    for name in ["Datu <b>pārbaude</b> & aprēķins", "Sagatavots { $stage } lēmums"] {
        reported(&portal, &number, Report::Stage { name: name.to_owned() }).await;
    }
    for (locale, words) in [("lv", "Iestāde ziņo par gaitu: "), ("en", "The institution reports progress: ")] {
        let page = browser.get(&format!("/{locale}/cases/{}", number.slug())).await;
        let course = page.text(COURSE);
        for name in ["Datu <b>pārbaude</b> & aprēķins", "Sagatavots { $stage } lēmums"] {
            assert!(course.contains(&format!("{words}{name}")), "{course}");
        }
        assert!(!page.has(&format!("{COURSE} b")), "a name is no markup");
    }
}
