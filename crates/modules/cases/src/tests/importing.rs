//! What is taken over from another system's log, as the course of a case tells it.

use super::house::House;
use crate::{CaseNumber, Doer, ImportedCase, ImportedStage, Outcome, Stage, State, history, import_case};
use chrono::{DateTime, Utc};
use kernel::{Caller, Channel};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn stage(name: &str, doer: Option<&str>) -> ImportedStage {
    let doer = doer.map(str::to_owned);
    ImportedStage { name: name.to_owned(), at: at("2024-01-03T10:00:00Z"), doer, flags: Vec::new() }
}

/// A case that came by post and ended late, with two stages.
fn ended(house: &House) -> ImportedCase {
    ImportedCase {
        existing: None,
        service: house.benefit.clone(),
        channel: Channel::Post,
        unit: Some("General".to_owned()),
        submitted_at: at("2024-01-02T09:00:00Z"),
        due_at: Some(at("2024-01-04T22:00:00Z")),
        closed_at: Some(at("2024-01-08T09:00:00Z")),
        state: State::Closed,
        outcome: Some(Outcome::Granted),
        stages: vec![stage("T02 Check", Some("Resource21")), stage("T04 Determine", None)],
        flags: Vec::new(),
    }
}

async fn imported(house: &House) -> CaseNumber {
    let input = ended(house);
    house.write(&Caller::engine(), async |tx| Box::pin(import_case(tx, input)).await).await.unwrap().number
}

async fn course(house: &House, number: &CaseNumber) -> Vec<Stage> {
    history(&house.db.reading(&house.officer()).await, number).await.unwrap().1
}

// req: INT-07, REG-03, AUD-02
#[tokio::test]
async fn what_was_taken_over_was_done_in_the_other_system_and_not_by_the_platform() {
    let house = House::build().await;
    let number = imported(&house).await;
    let told: Vec<_> = course(&house, &number).await.into_iter().map(|stage| (stage.kind, stage.doer)).collect();
    let expected = [
        ("case.submitted", Doer::Source(None)),
        ("case.stage_reported", Doer::Source(Some("Resource21".to_owned()))),
        ("case.stage_reported", Doer::Source(None)),
        ("case.overdue", Doer::Platform),
        ("case.decided", Doer::Source(None)),
        ("case.closed", Doer::Source(None)),
    ];
    assert_eq!(told, expected.map(|(kind, doer)| (kind.to_owned(), doer)), "the delay is what the platform found");
}

// req: REG-03
#[tokio::test]
async fn a_log_that_was_taken_over_tells_the_channel_of_the_request_alone() {
    let house = House::build().await;
    let number = imported(&house).await;
    let channels: Vec<_> = course(&house, &number).await.iter().map(Stage::told_channel).collect();
    assert_eq!(channels, [Some(Channel::Post), None, None, Some(Channel::Electronic), None, None]);
}
