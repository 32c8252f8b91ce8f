//! Timers that fire while somebody changes their case.

use super::house::House;
use crate::{Action, Answer, AnswerLate, Ask, Case, CaseNumber, State, answer, ask, change, own_case};
use chrono::TimeDelta;
use jobs::{TimerHandler, run_timers};
use std::{sync::Arc, time::Duration};
use test_support::{TestDb, TestPostgres};

/// The client answers at the moment when the time for it ends. Who answers holds the case and then takes its timer away;
/// the timer holds itself and then wants the case. They do not wait for each other.
// req: DEL-03
#[tokio::test]
async fn an_answer_at_the_last_moment_and_the_end_of_its_time_do_not_block_each_other() {
    let cluster = TestPostgres::start();
    let house = House::build_on(TestDb::postgres(&cluster).await).await;
    let (number, revision) = house.taken().await;
    let asking = Ask { number: number.clone(), revision, question: "Vai konts pieder Jums?".to_owned(), days: None };
    house.write(&house.officer(), async |tx| ask(tx, asking).await).await.unwrap();
    let handlers: Vec<Arc<dyn TimerHandler>> = vec![Arc::new(AnswerLate)];

    let mut answering = house.db.writing(&house.anna()).await;
    change::load_for_change(&answering, &number, Action::ActAsClient, None).await.unwrap();
    house.db.test_clock().advance(TimeDelta::days(30));
    let fired = tokio::time::timeout(Duration::from_secs(5), run_timers(&house.db, &handlers)).await;
    assert!(matches!(fired, Ok(Ok(_))), "the timer does not wait for whoever holds the case");
    let input = Answer { number: number.clone(), text: "Jā.".to_owned(), files: vec![], seen: None };
    answer(&mut answering, input).await.unwrap();
    answering.commit().await.unwrap();

    house.db.test_clock().advance(TimeDelta::seconds(5));
    run_timers(&house.db, &handlers).await.unwrap();
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    assert_eq!((own.case.state, own.case.remaining), (State::InProgress, None));
    assert_eq!(own.requests[0].answer.as_deref(), Some("Jā."), "the answer counts, once");
}

/// Nobody holds the case: the timer that was put off does its work a moment later.
#[tokio::test]
async fn a_timer_that_was_put_off_fires_when_the_case_is_free_again() {
    let cluster = TestPostgres::start();
    let house = House::build_on(TestDb::postgres(&cluster).await).await;
    let (number, revision) = house.taken().await;
    let asking = Ask { number: number.clone(), revision, question: "Vai konts pieder Jums?".to_owned(), days: None };
    house.write(&house.officer(), async |tx| ask(tx, asking).await).await.unwrap();
    let handlers: Vec<Arc<dyn TimerHandler>> = vec![Arc::new(AnswerLate)];

    let held = house.db.writing(&house.anna()).await;
    change::load_for_change(&held, &number, Action::ActAsClient, None).await.unwrap();
    house.db.test_clock().advance(TimeDelta::days(30));
    run_timers(&house.db, &handlers).await.unwrap();
    assert_eq!(case(&house, &number).await.state, State::WaitingForClient, "put off");
    drop(held);
    house.db.test_clock().advance(TimeDelta::seconds(5));
    assert_eq!(run_timers(&house.db, &handlers).await.unwrap(), 1);
    assert_eq!(case(&house, &number).await.state, State::InProgress);
}

async fn case(house: &House, number: &CaseNumber) -> Case {
    let tx = house.db.reading(&house.anna()).await;
    own_case(&tx, number).await.unwrap().case
}
