//! The queue of an institution.

use super::house::House;
use crate::{
    ConsultationOutcome, Decide, Deliver, DeskFilter, DeskQuery, Outcome, RegisterConsultation, Registered, State, Tab,
    close, decide, deliver, desk, desk_counts, find_number, own_case, register_consultation, submit, take_next,
    undo_consultation, withdraw,
};
use kernel::{Caller, Channel, ErrorKind, PageRequest};
use std::{collections::HashSet, sync::Arc};
use test_support::{TestDb, TestPostgres};
use tokio::task::JoinSet;

fn query(tab: Tab, page: PageRequest) -> DeskQuery {
    DeskQuery { filter: DeskFilter::all(tab), page }
}

// req: CSS-01, CSS-02
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_officers_at_once_get_fifty_different_cases() {
    fifty_officers(House::build().await).await;
    let cluster = TestPostgres::start();
    fifty_officers(House::build_on(TestDb::postgres(&cluster).await).await).await;
}

async fn fifty_officers(house: House) {
    let house = Arc::new(house);
    for _ in 0..50 {
        house.submitted().await;
    }
    let mut officers = JoinSet::new();
    for n in 0..51 {
        let house = Arc::clone(&house);
        officers.spawn(async move {
            let caller = house.officer_number(n);
            house.write(&caller, async |tx| take_next(tx).await).await.unwrap()
        });
    }
    let taken: Vec<_> = officers.join_all().await.into_iter().flatten().collect();
    let different: HashSet<_> = taken.iter().collect();
    assert_eq!((taken.len(), different.len()), (50, 50));
}

// req: CSS-01
#[tokio::test]
async fn the_queue_is_paged_by_due_time_and_counts_its_parts() {
    let house = House::build().await;
    for _ in 0..5 {
        house.submitted().await;
        house.db.test_clock().advance(chrono::TimeDelta::days(1));
    }
    house.write(&house.officer(), async |tx| take_next(tx).await).await.unwrap();
    let tx = house.db.reading(&house.officer()).await;
    let counts = desk_counts(&tx).await.unwrap();
    assert_eq!((counts.mine, counts.team, counts.unassigned, counts.waiting), (1, 5, 4, 0));
    for (tab, free) in [(Tab::Unassigned, true), (Tab::Mine, false)] {
        let part = desk(&tx, &query(tab, PageRequest::first(10))).await.unwrap();
        assert!(part.items.iter().all(|item| item.case.is_free() == free), "{tab:?}");
    }
    let mut seen = Vec::new();
    let mut page = PageRequest::first(2);
    loop {
        let items = desk(&tx, &query(Tab::Team, page)).await.unwrap();
        seen.extend(items.items.iter().map(|item| (item.case.due_at, item.case.id)));
        let Some(next) = items.next else { break };
        page = PageRequest::new(2, Some(next));
    }
    assert_eq!(seen.len(), 5);
    assert!(seen.is_sorted());
    assert!(desk(&tx, &query(Tab::Mine, PageRequest::first(10))).await.unwrap().items[0].mine);
    let foreign = house.db.reading(&house.foreign_officer()).await;
    let theirs = foreign_queue_is_empty(&foreign).await;
    assert!(theirs);
    assert_eq!(find_number(&foreign, &format!("{} 1", house.benefit)).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: CSS-01, CSS-02
#[tokio::test]
async fn the_figures_above_the_queue_tell_what_is_late_due_today_and_closed_today() {
    let house = House::build().await;
    house.submitted().await;
    let withdrawn = house.submitted().await;
    let figures = async || {
        let counts = desk_counts(&house.db.reading(&house.officer()).await).await.unwrap();
        (counts.late, counts.due_today, counts.closed_today)
    };
    assert_eq!(figures().await, (0, 0, 0));
    house.write(&house.anna(), async |tx| withdraw(tx, &withdrawn, None).await).await.unwrap();
    assert_eq!(figures().await, (0, 0, 1));
    let tx = house.db.reading(&house.officer()).await;
    let due = desk(&tx, &query(Tab::Team, PageRequest::first(1))).await.unwrap().items[0].case.due_at;
    drop(tx);
    for (minutes, expected) in [(-30, (0, 1, 0)), (1, (1, 0, 0))] {
        house.db.test_clock().set(due + chrono::TimeDelta::minutes(minutes));
        assert_eq!(figures().await, expected);
    }
}

// req: CSS-01, CSS-13
#[tokio::test]
async fn what_is_delivered_stays_in_sight_until_it_is_closed() {
    let house = House::build().await;
    let (number, revision) = house.taken().await;
    let parts = async || {
        let tx = house.db.reading(&house.officer()).await;
        let counts = desk_counts(&tx).await.unwrap();
        let mut found = Vec::new();
        for tab in Tab::ALL {
            let lines = desk(&tx, &query(*tab, PageRequest::first(10))).await.unwrap().items;
            found.extend(lines.iter().map(|line| (*tab, line.case.state)));
        }
        (counts.delivered, found)
    };
    assert_eq!(parts().await, (0, vec![(Tab::Mine, State::InProgress), (Tab::Team, State::InProgress)]));
    let text = "Nolemju piešķirt.".to_owned();
    let decision = Decide { number: number.clone(), revision, outcome: Outcome::Granted, text, file: None };
    house.write(&house.officer(), async |tx| decide(tx, decision).await).await.unwrap();
    let post = Deliver { number: number.clone(), revision: revision + 1, channel: Channel::Post };
    house.write(&house.officer(), async |tx| deliver(tx, post).await).await.unwrap();
    assert_eq!(parts().await, (1, vec![(Tab::Delivered, State::Delivered)]), "nobody has it, and yet it is found");
    let tx = house.db.reading(&house.officer()).await;
    let ever = Some(tx.now() + chrono::TimeDelta::days(365));
    let filter = DeskFilter { due_before: ever, ..DeskFilter::all(Tab::Delivered) };
    let due = desk(&tx, &DeskQuery { filter, page: PageRequest::first(10) }).await.unwrap();
    assert!(due.items.is_empty(), "with the decision its time is over");
    drop(tx);
    house.write(&house.officer(), async |tx| close(tx, &number, revision + 2).await).await.unwrap();
    assert_eq!(parts().await, (0, vec![(Tab::Done, State::Closed)]));
    // By which channel the result was received, and when, stays on the record.
    let tx = house.db.reading(&house.anna()).await;
    let own = own_case(&tx, &number).await.unwrap();
    let delivered = own.stages.iter().find(|stage| stage.kind == "case.delivered").unwrap();
    assert_eq!((own.case.receipt_channel, delivered.told_channel()), (Some(Channel::Post), Some(Channel::Post)));
    assert_eq!(delivered.at, tx.now());
}

async fn foreign_queue_is_empty(tx: &storage::Read) -> bool {
    crate::store::on_desk(
        tx,
        tx.caller().institution.unwrap(),
        tx.caller().person.unwrap(),
        &DeskFilter::all(Tab::Team),
        &PageRequest::first(10),
    )
    .await
    .unwrap()
    .items
    .is_empty()
}

// req: CSS-04, REG-08, INF-02
#[tokio::test]
async fn a_consultation_is_registered_once_and_can_be_taken_back_for_a_moment() {
    let house = House::build().await;
    let input = RegisterConsultation {
        service: house.benefit.clone(),
        channel: Channel::Phone,
        outcome: ConsultationOutcome::Answered,
        note: "Par pabalsta apmēru".to_owned(),
        idempotency_key: Some("k".to_owned()),
    };
    let register =
        async || house.write(&house.officer(), async |tx| register_consultation(tx, input.clone()).await).await;
    let Registered { id, repeated } = register().await.unwrap();
    assert!(!repeated);
    assert_eq!(register().await.unwrap(), Registered { id, repeated: true });
    let other = house.write(&house.officer_number(1), async |tx| undo_consultation(tx, id).await).await;
    assert_eq!(other.unwrap_err().kind(), ErrorKind::Gone, "only one's own");
    house.write(&house.officer(), async |tx| undo_consultation(tx, id).await).await.unwrap();
    let twice = house.write(&house.officer(), async |tx| undo_consultation(tx, id).await).await;
    assert_eq!(twice.unwrap_err().kind(), ErrorKind::Gone);
    let denied = house.write(&house.anna(), async |tx| register_consultation(tx, input.clone()).await).await;
    assert_eq!(denied.unwrap_err().kind(), ErrorKind::Forbidden);
    let named = RegisterConsultation { note: "Zvanīja 328000-00014".to_owned(), idempotency_key: None, ..input };
    let refused = house.write(&house.officer(), async |tx| register_consultation(tx, named).await).await.unwrap_err();
    assert_eq!(refused.field_errors()[0].key, "words-personal-code", "a consultation is of nobody");
}

// req: REG-08, INT-07
#[tokio::test]
async fn the_key_of_a_consultation_belongs_to_its_caller_and_to_its_content() {
    let house = House::build().await;
    let register = async |caller: Caller, note: &str, key: &str| {
        let input = RegisterConsultation {
            service: house.benefit.clone(),
            channel: Channel::Phone,
            outcome: ConsultationOutcome::Answered,
            note: note.to_owned(),
            idempotency_key: Some(key.to_owned()),
        };
        house.write(&caller, async |tx| register_consultation(tx, input).await).await
    };
    let first = register(house.officer(), "", "k").await.unwrap();
    let others = register(house.system(), "", "k").await.unwrap();
    assert!(!others.repeated && others.id != first.id, "another caller's key is another key");
    assert_eq!(register(house.officer(), "Par termiņu", "k").await.unwrap_err().key(), "key-reused");
    for bad in [String::new(), "k".repeat(201)] {
        assert_eq!(register(house.officer(), "", &bad).await.unwrap_err().key(), "bad-idempotency-key");
    }
}

#[tokio::test]
async fn nothing_to_take_is_no_error() {
    let house = House::build().await;
    assert_eq!(house.write(&house.officer(), async |tx| take_next(tx).await).await.unwrap(), None);
    let refused = house.write(&house.anna(), async |tx| submit(tx, house.request(None)).await).await;
    assert!(refused.is_ok());
    let client = house.write(&house.anna(), async |tx| take_next(tx).await).await.unwrap_err();
    assert_eq!(client.kind(), ErrorKind::Forbidden);
}
