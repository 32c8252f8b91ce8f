//! The index as a projection: kept in files, brought up to date, built again.

use crate::tests::{contact, db, pilot, registration};
use crate::{PublishService, SearchIndex, ServiceFilter, publish, register_service, search_services, take_effect};
use chrono::TimeDelta;
use kernel::{Caller, Clock as _, PageRequest};
use search::Location;
use test_support::TestDb;

async fn found(db: &TestDb, index: &SearchIndex, words: &str) -> usize {
    let tx = db.reading(&Caller::anonymous()).await;
    let page = PageRequest::first(20);
    search_services(&tx, index, words, &ServiceFilter::default(), &page).await.unwrap().page.items.len()
}

fn own(db: &TestDb) -> Location {
    Location::Own(db.folder().join("search"))
}

// req: POR-13
#[tokio::test]
async fn an_index_in_files_is_current_at_the_next_start_without_being_built_again() {
    let db = db().await;
    let index = SearchIndex::open(own(&db)).unwrap();
    assert!(!index.is_built());
    assert_eq!(index.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 17);
    assert!(index.is_built());
    drop(index);
    let again = SearchIndex::open(own(&db)).unwrap();
    assert!(again.is_built());
    assert_eq!(again.len(), 17);
    assert_eq!(found(&db, &again, "apbedīšanas pabalsts").await, 1);
    // What changed while it was closed is taken in, and nothing else: the new one and the five that it is linked with.
    let input = registration(&db).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(again.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 6);
    assert_eq!(again.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 0);
    assert_eq!(found(&db, &again, "jauns pakalpojums").await, 1);
}

#[tokio::test]
async fn somebody_may_ask_the_process_that_has_the_files_to_build_them_again() {
    let db = db().await;
    let index = SearchIndex::open(own(&db)).unwrap();
    index.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
    for folder in search::own_folders(&db.folder().join("search")).unwrap() {
        search::ask_for_rebuild(&folder).unwrap();
    }
    assert_eq!(index.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 17);
    assert_eq!(index.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 0);
}

// req: POR-13, CAT-17
#[tokio::test]
async fn a_scheduled_version_is_found_when_its_day_has_come() {
    let db = db().await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
    let service = pilot(&db, "P.11").await;
    let mut description = (*service.description).clone();
    description.keywords.lv.push("kukulīšnauda".to_owned());
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let from = Some("2026-12-01".parse().unwrap());
    let input = PublishService { from, ..PublishService::now(&service.code, service.latest, Some(description)) };
    publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    index.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
    assert_eq!(found(&db, &index, "kukulīšnauda").await, 0);
    db.test_clock().set("2026-12-01T00:00:00Z".parse().unwrap());
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, service.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(index.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 1);
    assert_eq!(found(&db, &index, "kukulīšnaudu").await, 1);
}

// req: POR-13
#[tokio::test]
async fn a_description_is_found_by_what_it_says_anywhere() {
    let db = db().await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    // The holder, a document, a legal act.
    for words in ["Nodarbinātības valsts aģentūra", "Nodarbinatibas agentura", "State Employment Agency"] {
        assert!(found(&db, &index, words).await >= 1, "{words}");
    }
    let service = pilot(&db, "P.11").await;
    let act = &service.description.legal_basis[0].title.lv;
    assert!(found(&db, &index, act).await >= 1, "{act}");
}

// req: POR-13
#[tokio::test]
async fn what_commits_long_after_its_instant_is_found_within_the_hour() {
    let db = db().await;
    let index = SearchIndex::open(Location::Ram).unwrap();
    let refresh = async || index.refresh(&db.reading(&Caller::engine()).await).await.unwrap();
    refresh().await;
    let now = db.test_clock().now();
    db.test_clock().set(now - TimeDelta::minutes(10));
    let service = pilot(&db, "P.11").await;
    let mut description = (*service.description).clone();
    description.keywords.lv.push("kukulīšnauda".to_owned());
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    publish(&mut tx, PublishService::now(&service.code, service.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().set(now + TimeDelta::minutes(59));
    assert_eq!((refresh().await, found(&db, &index, "kukulīšnauda").await), (0, 0));
    db.test_clock().set(now + TimeDelta::minutes(60));
    assert_eq!((refresh().await, found(&db, &index, "kukulīšnauda").await), (1, 1));
    assert_eq!(refresh().await, 0);
}
