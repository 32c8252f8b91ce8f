//! A case that has lived long: what happened last is seen, and in its order.

use super::house::House;
use crate::{Action, InformationRequest, change, events, history, own_case, store};
use chrono::TimeDelta;
use kernel::Clock as _;

// req: ACC-14
#[tokio::test]
async fn of_very_many_questions_the_last_ones_are_seen() {
    let house = House::build().await;
    let (number, _) = house.taken().await;
    let start = house.db.test_clock().now();
    house
        .write(&house.officer(), async |tx| {
            let case = change::load(tx, &number, Action::Handle).await?;
            for n in 1..=102 {
                let asked_at = start + TimeDelta::minutes(n);
                let answer_due = asked_at + TimeDelta::days(5);
                let question = n.to_string();
                let request = InformationRequest { question, asked_at, answer_due, answer: None, answered_at: None };
                store::insert_request(tx, case.id, &request).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let expected: Vec<String> = (3..=102).map(|n: i64| n.to_string()).collect();
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap().requests;
    assert_eq!(own.into_iter().map(|request| request.question).collect::<Vec<_>>(), expected);
}

// req: AUD-02
#[tokio::test]
async fn of_very_many_steps_the_last_ones_are_seen() {
    let house = House::build().await;
    let number = house.submitted().await;
    let tx = house.db.reading(&house.anna()).await;
    let few = own_case(&tx, &number).await.unwrap();
    assert_eq!((few.stages.len(), few.stages[0].sequence), (1, 1));
    drop(tx);
    house
        .write(&house.system(), async |tx| {
            let mut case = change::load_for_change(tx, &number, Action::Report, None).await?;
            for _ in 0..5 {
                let mut facts = Vec::new();
                for _ in 0..201 {
                    facts.push(events::stage_reported(&case, "Datu pārbaude", None, &[])?);
                }
                change::keep(tx, &mut case, facts).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    let tx = house.db.reading(&house.anna()).await;
    let (case, stages) = history(&tx, &number).await.unwrap();
    assert_eq!((case.revision, stages.len()), (1_006, 1_000));
    assert!(stages.iter().map(|stage| stage.sequence).eq(7..=1_006));
}
