//! The course of a case as its client reads it.

use cases::{CaseNumber, ImportedCase, ImportedStage, Origin, State, SubmitCase};
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
