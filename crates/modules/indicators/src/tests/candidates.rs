//! Which services should become e-services.

use super::{append, count};
use crate::{Candidate, CandidateFilter, counted_years, eservice_candidates};
use catalogue::PublishService;
use jobs::{Reader, run_reader};
use kernel::{Caller, Channel, ErrorKind, InstitutionId, Page, PageRequest, PersonId, Result, Role};
use serde_json::{Value, json};
use std::sync::Arc;
use storage::Read;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

pub(super) async fn prepare(db: &TestDb) -> InstitutionId {
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let reader: Arc<dyn Reader> = Arc::new(catalogue::QualityReader);
    run_reader(db, &reader).await.unwrap();
    institutions::by_code(&db.reading(&Caller::engine()).await, "VSAA").await.unwrap().unwrap().id
}

pub(super) async fn requested(
    db: &TestDb,
    holder: InstitutionId,
    service: &str,
    channel: &str,
    year: &str,
    cases: usize,
) {
    let time = format!("{year}-03-05T10:00:00Z");
    let facts = |_| -> Value { json!({ "service": service, "holder": holder, "channel": channel }) };
    let events: Vec<(&'static str, &str, Value)> =
        (0..cases).map(|n| ("case.submitted", time.as_str(), facts(n))).collect();
    append(db, &events).await;
    count(db).await;
}

async fn found(tx: &Read, year: i32) -> Result<Page<Candidate>> {
    eservice_candidates(tx, &CandidateFilter { year, criterion: None }, &PageRequest::first(10)).await
}

fn platform(holder: InstitutionId) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(8)), Role::PlatformAdministrator, holder)
}

async fn asserted(db: &TestDb) {
    let vsaa = prepare(db).await;
    // 1007 is an e-service; 1009 has no form; 1010 is asked for too seldom; 1017 is closed.
    for (service, channel, cases) in [
        ("1007", "electronic", 60),
        ("1009", "post", 12),
        ("1009", "electronic", 8),
        ("1010", "post", 8),
        ("1017", "post", 12),
    ] {
        requested(db, vsaa, service, channel, "2025", cases).await;
    }
    requested(db, vsaa, "1010", "post", "2024", 3).await;
    let tx = db.reading(&platform(vsaa)).await;
    let now = found(&tx, 2025).await.unwrap();
    let one = &now.items[0];
    assert_eq!((now.items.len(), one.service.as_str(), one.cases, one.electronic), (1, "1009", 20, 8));
    assert_eq!((one.of_holder, one.many, one.large_share, one.offered, one.form), (100, false, true, false, false));
    assert!((one.share() - 0.2).abs() < 1e-9);
    let before = found(&tx, 2024).await.unwrap();
    assert_eq!(before.items.iter().map(|one| one.service.as_str()).collect::<Vec<_>>(), ["1010"]);
    assert_eq!(found(&tx, 2020).await.unwrap().items, []);
    assert_eq!(counted_years(&tx).await.unwrap(), Some((2024, 2025)));
}

/// Several holders have cases of the same services: each figure stays with its holder, on one page and on many.
async fn each_holder_by_itself(db: &TestDb) {
    let vsaa = prepare(db).await;
    let holders = catalogue::registering_holders(&db.reading(&Caller::engine()).await, None, 9).await.unwrap();
    assert_eq!(holders.len(), 3);
    for (holder, cases) in holders.iter().zip([3, 5, 4]) {
        requested(db, *holder, "1009", "post", "2025", cases).await;
        requested(db, *holder, "1009", "electronic", "2025", 1).await;
        requested(db, *holder, "1007", "electronic", "2025", 6).await;
    }
    let expected: Vec<_> =
        holders.iter().zip([4_i64, 6, 5]).map(|(holder, cases)| (*holder, cases, 1, cases + 6)).collect();
    let figures = |one: &Candidate| (one.holder, one.cases, one.electronic, one.of_holder);
    let tx = db.reading(&platform(vsaa)).await;
    let page = found(&tx, 2025).await.unwrap();
    assert_eq!((page.items.iter().map(figures).collect::<Vec<_>>(), page.next), (expected.clone(), None));
    let filter = CandidateFilter { year: 2025, criterion: None };
    let (mut after, mut one_by_one) = (None, Vec::new());
    loop {
        let page = eservice_candidates(&tx, &filter, &PageRequest::new(1, after)).await.unwrap();
        assert!(page.items.len() < 2, "a page ends with a holder");
        one_by_one.extend(page.items.iter().map(figures));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(one_by_one, expected);
}

// req: CAT-27
#[tokio::test]
async fn the_figures_of_many_holders_are_not_mixed() {
    each_holder_by_itself(&TestDb::sqlite().await).await;
}

// req: CAT-27
#[tokio::test]
async fn a_tenth_of_the_holders_cases_makes_a_candidate() {
    asserted(&TestDb::sqlite().await).await;
}

#[tokio::test]
async fn candidates_are_found_on_postgresql_too() {
    let cluster = TestPostgres::start();
    asserted(&TestDb::postgres(&cluster).await).await;
    each_holder_by_itself(&TestDb::postgres(&cluster).await).await;
}

// req: CAT-27
#[tokio::test]
async fn more_than_five_thousand_cases_make_a_candidate_whatever_the_share() {
    use sea_orm::ConnectionTrait as _;
    let db = TestDb::sqlite().await;
    let vsaa = prepare(&db).await;
    requested(&db, vsaa, "1009", "post", "2025", 1).await;
    requested(&db, vsaa, "1010", "post", "2025", 1).await;
    let sql = |service: &str, cases: i64| {
        format!("UPDATE indicator_cells SET value = {cases} WHERE service_code = '{service}'")
    };
    for (service, cases) in [("1009", 5_001), ("1010", 60_000)] {
        db.for_migrations().execute_unprepared(&sql(service, cases)).await.unwrap();
    }
    let tx = db.reading(&platform(vsaa)).await;
    let all = found(&tx, 2025).await.unwrap().items;
    let told: Vec<_> = all.iter().map(|one| (one.service.as_str(), one.many, one.large_share)).collect();
    assert_eq!(told, [("1010", true, true), ("1009", true, false)]);
}

// req: CAT-21, CAT-27
#[tokio::test]
async fn those_who_oversee_compare_holders_and_a_contact_person_has_the_own_one() {
    let db = TestDb::sqlite().await;
    let vsaa = prepare(&db).await;
    requested(&db, vsaa, "1009", "post", "2025", 5).await;
    let nva = institutions::by_code(&db.reading(&Caller::engine()).await, "NVA").await.unwrap().unwrap().id;
    for (institution, count) in [(vsaa, 1), (nva, 0)] {
        let contact = Caller { role: Role::ContactPerson, ..platform(institution) };
        let page = found(&db.reading(&contact).await, 2025).await.unwrap();
        assert_eq!((page.items.len(), page.next), (count, None));
    }
    let mut caller = platform(vsaa);
    for (role, allowed) in [(Role::Auditor, true), (Role::InstitutionAdministrator, false), (Role::Officer, false)] {
        caller.role = role;
        let tx = db.reading(&caller).await;
        assert_eq!(found(&tx, 2025).await.is_ok(), allowed, "{role}");
        assert_eq!(counted_years(&tx).await.is_ok(), allowed, "{role}");
    }
    let tx = db.reading(&platform(vsaa)).await;
    assert_eq!(found(&tx, 99_999).await.unwrap_err().kind(), ErrorKind::Invalid);
}

// req: CAT-27
#[tokio::test]
async fn a_form_on_the_institutions_own_site_makes_an_e_service_too() {
    let db = TestDb::sqlite().await;
    let vsaa = prepare(&db).await;
    requested(&db, vsaa, "1009", "post", "2025", 5).await;
    let candidates = async || {
        let tx = db.reading(&platform(vsaa)).await;
        found(&tx, 2025).await.unwrap().items.len()
    };
    assert_eq!(candidates().await, 1, "what is only received on-line is no e-service");
    let mut tx = db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, "1009").await.unwrap();
    let mut description = (*before.description).clone();
    let electronic = description.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
    electronic.stages.push(catalogue::Stage::Request);
    electronic.link = Some("https://www.vsaa.gov.lv/veidlapa".to_owned());
    catalogue::publish(&mut tx, PublishService::now("1009", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(candidates().await, 0);
}
