//! Who acts for a company uses the services that its management assigned, and sees the company's cases of no other.

use super::house::{House, person};
use crate::{
    Answer, CaseNumber, Complain, Origin, Rate, Report, ReportEvent, SubmitCase, answer, complain, history, numbers_of,
    own_case, own_cases, own_file, rate, report, submit, withdraw,
};
use kernel::{Caller, Channel, DocumentId, Error, ErrorKind, OrganisationId, PageRequest, Party, Remit};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

const MANAGER: u128 = 0xe1;
const EMPLOYEE: u128 = 0xe2;

fn company() -> Party {
    Party::Organisation(OrganisationId::new(Uuid::from_u128(0xf1)))
}

fn manager() -> Caller {
    Caller::client_for(person(MANAGER), company(), "board-member")
}

/// Somebody who may use these services of the company.
fn employee(services: &str) -> Caller {
    Caller { remit: Remit::parse(services), ..Caller::client_for(person(EMPLOYEE), company(), "authorised") }
}

fn not_found(error: &Error) {
    assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "case"));
}

async fn unassigned_services_are_refused_on(db: TestDb) {
    let house = House::build_on(db).await;
    let without = employee("1004 100");
    let refused = house.write(&without, async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "service-not-assigned"));
    assert_eq!(refused.args(), [("service", house.benefit.clone())]);
    let nothing = house.write(&employee(""), async |tx| submit(tx, house.request(None)).await).await.unwrap_err();
    assert_eq!(nothing.key(), "service-not-assigned");
    let with = employee(&format!("1004 {}", house.benefit));
    let own = house.write(&with, async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap();
    assert!(!own.repeated, "the refused request did not use up its key");
    // Taken away, even the earlier request under the same key is not answered.
    let again = house.write(&without, async |tx| submit(tx, house.request(Some("k"))).await).await.unwrap_err();
    assert_eq!(again.key(), "service-not-assigned");

    let foreign = house.write(&manager(), async |tx| submit(tx, house.request(None)).await).await.unwrap();
    let tx = house.db.reading(&with).await;
    assert_eq!(own_cases(&tx, &PageRequest::first(10)).await.unwrap().items.len(), 2, "the company's of this service");
    drop(tx);
    let tx = house.db.reading(&without).await;
    assert!(own_cases(&tx, &PageRequest::first(10)).await.unwrap().items.is_empty());
    assert!(numbers_of(&tx, &[own.id, foreign.id]).await.unwrap().is_empty());
    drop(tx);
    let tx = house.db.reading(&manager()).await;
    assert_eq!(own_cases(&tx, &PageRequest::first(10)).await.unwrap().items.len(), 2);
    assert_eq!(numbers_of(&tx, &[own.id, foreign.id]).await.unwrap().len(), 2);
}

// req: POR-10
#[tokio::test]
async fn a_service_that_is_not_assigned_is_refused_and_its_cases_are_in_no_list() {
    unassigned_services_are_refused_on(TestDb::sqlite().await).await;
}

// req: POR-10
#[tokio::test]
async fn a_service_that_is_not_assigned_is_refused_on_postgresql() {
    let cluster = TestPostgres::start();
    unassigned_services_are_refused_on(TestDb::postgres(&cluster).await).await;
}

/// Everything that a client does with a case; each must find it missing.
async fn every_act_misses(house: &House, caller: &Caller, number: &CaseNumber) {
    let tx = house.db.reading(caller).await;
    not_found(&own_case(&tx, number).await.unwrap_err());
    not_found(&history(&tx, number).await.unwrap_err());
    drop(tx);
    let text = "Jā".to_owned();
    let input = Answer { number: number.clone(), text: text.clone(), files: Vec::new(), seen: None };
    not_found(&house.write(caller, async |tx| answer(tx, input).await).await.unwrap_err());
    not_found(&house.write(caller, async |tx| withdraw(tx, number, None).await).await.unwrap_err());
    let input = Rate { number: number.clone(), rating: 5, comment: String::new() };
    not_found(&house.write(caller, async |tx| rate(tx, input).await).await.unwrap_err());
    let input = Complain { number: number.clone(), text };
    not_found(&house.write(caller, async |tx| complain(tx, input).await).await.unwrap_err());
    let input = ReportEvent {
        number: number.clone(),
        revision: None,
        report: Report::Withdrawn,
        at: None,
        file: None,
        idempotency_key: None,
    };
    not_found(&house.write(caller, async |tx| report(tx, input).await).await.unwrap_err());
    let id = DocumentId::new(Uuid::from_u128(1));
    not_found(&own_file(&house.db.reading(caller).await, number, id).await.unwrap_err());
}

// req: POR-10
#[tokio::test]
async fn a_case_of_a_service_that_is_not_assigned_looks_like_a_missing_one() {
    let house = House::build().await;
    let number = house.write(&manager(), async |tx| submit(tx, house.request(None)).await).await.unwrap().number;
    let missing: CaseNumber = format!("{} 999", house.benefit).parse().unwrap();
    for number in [&number, &missing] {
        every_act_misses(&house, &employee("1004"), number).await;
    }
    // A right for the service is enough for all of it, and another company's stays foreign.
    let with = employee(&house.benefit);
    assert!(own_case(&house.db.reading(&with).await, &number).await.is_ok());
    let elsewhere = Party::Organisation(OrganisationId::new(Uuid::from_u128(0xf2)));
    let stranger = Caller { party: Some(elsewhere), ..employee(&house.benefit) };
    every_act_misses(&house, &stranger, &number).await;
    house.write(&with, async |tx| withdraw(tx, &number, None).await).await.unwrap();
}

// req: POR-10
#[tokio::test]
async fn for_themselves_people_use_every_service() {
    let house = House::build().await;
    let origin = Origin::Answers { service: house.benefit.clone(), answers: super::house::answers() };
    let input = SubmitCase { origin, channel: Channel::Electronic, idempotency_key: None };
    let own = Caller::client(person(EMPLOYEE));
    assert!(house.write(&own, async |tx| submit(tx, input).await).await.is_ok());
}
