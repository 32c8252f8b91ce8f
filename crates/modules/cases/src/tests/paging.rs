//! Pages of cases: each case once, and what a page costs does not depend on how far down it is.

use super::house::{ANNA, House, OFFICER, person};
use crate::{CaseNumber, DeskFilter, DeskQuery, Tab, desk, own_cases, store, withdraw};
use chrono::{DateTime, Utc};
use kernel::{Channel, InstitutionId, PageRequest, Party, Remit};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

fn place() -> (DateTime<Utc>, Uuid) {
    ("2026-11-23T10:00:00Z".parse().unwrap(), Uuid::from_u128(7))
}

/// That a list is found by these parts of an index, already in its order, and read from there on.
async fn is_found_by(db: &TestDb, filter: &DeskFilter, after: Option<(DateTime<Utc>, Uuid)>, parts: &str) {
    let handler = InstitutionId::new(Uuid::from_u128(1));
    let plan = db.plan(store::behind_on_desk(handler, person(OFFICER), filter, after)).await;
    assert_eq!(plan.lines().count(), 1, "{filter:?}: {plan}");
    assert!(plan.starts_with("SEARCH cases USING INDEX ") && plan.ends_with(parts), "{filter:?}: {plan}");
}

// req: POR-14
#[tokio::test]
async fn a_page_of_ones_own_cases_begins_at_its_place_in_the_index() {
    let db = TestDb::sqlite().await;
    for remit in [Remit::parse("all"), Remit::parse("1004 1007")] {
        let query = store::behind_of_client(Party::Person(person(ANNA)), &remit, Some(place()));
        let plan = db.plan(query).await;
        assert_eq!(
            plan,
            "SEARCH cases USING INDEX cases_client_submitted_at_id (client=? AND (submitted_at,id)<(?,?))"
        );
    }
}

// req: CSS-01
#[tokio::test]
async fn a_page_of_the_desk_begins_at_its_place_in_the_index() {
    let db = TestDb::sqlite().await;
    let service = || Some("1007".to_owned());
    for (channel, service, narrowed) in [
        (None, None, ""),
        (None, service(), "service=? AND "),
        (Some(Channel::Post), None, "channel=? AND "),
        (Some(Channel::Post), service(), "channel=? AND "),
    ] {
        let filter = |tab| DeskFilter { channel, service: service.clone(), ..DeskFilter::all(tab) };
        let done = format!("(handler=? AND {narrowed}(closed_at,id)<(?,?))");
        is_found_by(&db, &filter(Tab::Done), Some(place()), &done).await;
        is_found_by(&db, &filter(Tab::Done), None, &format!("(handler=? AND {narrowed}closed_at>?)")).await;
        for tab in [Tab::Team, Tab::Waiting, Tab::Delivered] {
            let open = format!("(handler=? AND {narrowed}desk=? AND (due_at,id)>(?,?))");
            is_found_by(&db, &filter(tab), Some(place()), &open).await;
            is_found_by(&db, &filter(tab), None, &format!("(handler=? AND {narrowed}desk=?)")).await;
        }
    }
    let soon = DeskFilter { due_before: Some(place().0), ..DeskFilter::all(Tab::Team) };
    is_found_by(&db, &soon, Some(place()), "(handler=? AND desk=? AND (due_at,id)>(?,?) AND due_at<?)").await;
    let parts = "(handler=? AND desk=? AND assignee=? AND (due_at,id)>(?,?))";
    for tab in [Tab::Mine, Tab::Unassigned] {
        is_found_by(&db, &DeskFilter::all(tab), Some(place()), parts).await;
    }
}

// req: CSS-01, POR-14
#[tokio::test]
async fn cases_of_one_instant_are_each_on_one_page() {
    each_on_one_page(&House::build().await).await;
    let cluster = TestPostgres::start();
    each_on_one_page(&House::build_on(TestDb::postgres(&cluster).await).await).await;
}

async fn each_on_one_page(house: &House) {
    let mut numbers = Vec::new();
    for _ in 0..5 {
        numbers.push(house.submitted().await);
    }
    assert_eq!(read(house, None).await, numbers);
    assert_eq!(read(house, Some(&DeskFilter::all(Tab::Team))).await, numbers);
    for number in &numbers {
        house.write(&house.anna(), async |tx| withdraw(tx, number, None).await).await.unwrap();
    }
    let done = DeskFilter::all(Tab::Done);
    for (channel, service) in [
        (None, None),
        (Some(Channel::Electronic), None),
        (None, Some(house.benefit.clone())),
        (Some(Channel::Electronic), Some(house.benefit.clone())),
    ] {
        assert_eq!(read(house, Some(&DeskFilter { channel, service, ..done.clone() })).await, numbers);
    }
    let other = DeskFilter { service: Some("9999".to_owned()), ..done.clone() };
    assert_eq!(read(house, Some(&other)).await, []);
    let by_post = DeskFilter { channel: Some(Channel::Post), ..done };
    assert_eq!(read(house, Some(&by_post)).await, []);
}

/// The numbers of a client's cases, or of a tab, read two at a time; in the order of the numbers.
async fn read(house: &House, filter: Option<&DeskFilter>) -> Vec<CaseNumber> {
    let mut numbers = Vec::new();
    let mut page = PageRequest::first(2);
    loop {
        let next = match filter {
            Some(filter) => {
                let tx = house.db.reading(&house.officer()).await;
                let found = desk(&tx, &DeskQuery { filter: filter.clone(), page }).await.unwrap();
                numbers.extend(found.items.into_iter().map(|item| item.case.number));
                found.next
            }
            None => {
                let tx = house.db.reading(&house.anna()).await;
                let found = own_cases(&tx, &page).await.unwrap();
                numbers.extend(found.items.into_iter().map(|case| case.number));
                found.next
            }
        };
        let Some(next) = next else { break };
        page = PageRequest::new(2, Some(next));
    }
    numbers.sort();
    numbers
}
