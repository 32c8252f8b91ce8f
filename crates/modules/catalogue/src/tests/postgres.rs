//! The same use cases on PostgreSQL: reference data, services, versions, lists, import.

use crate::{
    CloseService, Done, PublishService, ReceiveService, Received, SearchIndex, ServiceFilter, close_service,
    import_canada, install_pilot_register, list_services, public_services, publish, rebuild_feed, receive,
    refused_writes, search_services, service, service_changes,
};
use kernel::{ApiClientId, Caller, ErrorKind, PageRequest, PersonId, Role};
use search::Location;
use std::io::Cursor;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

#[tokio::test]
async fn services_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    for _ in 0..2 {
        let mut tx = db.writing(&Caller::engine()).await;
        install_pilot_register(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = db.writing(&Caller::engine()).await;
    let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
    let dace = PersonId::new(Uuid::from_u128(1));
    institutions::ensure_membership(&mut tx, dace, vsaa, Role::ContactPerson).await.unwrap();
    assert_eq!(
        institutions::roles_of(&tx, dace).await.unwrap()[0].institution_name.lv,
        institutions::find(&tx, vsaa).await.unwrap().name.lv
    );
    tx.commit().await.unwrap();

    let contact = Caller::staff(dace, Role::ContactPerson, vsaa);
    let mut tx = db.writing(&contact).await;
    let before = service(&tx, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(6);
    let input = PublishService::now("1007", 2, Some(description));
    assert_eq!(publish(&mut tx, input.clone()).await.unwrap(), 3);
    assert_eq!(publish(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Stale);
    close_service(&mut tx, CloseService { code: "1012".into(), version: 2 }).await.unwrap();
    tx.commit().await.unwrap();

    let text =
        b"service_id,service_name_en,service_description_en,owner_org,owner_org_title\n1,Licence,x,tc,Transport\n";
    for imported in [1, 0] {
        assert_eq!(import_canada(&db, Cursor::new(text.to_vec()), |_| ()).await.unwrap().imported, imported);
    }
    let tx = db.reading(&Caller::anonymous()).await;
    let first = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(10)).await.unwrap();
    let second = list_services(&tx, &ServiceFilter::default(), &PageRequest::new(10, first.next)).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (10, 6, None));
    let index = SearchIndex::open(Location::Ram).unwrap();
    assert_eq!(index.rebuild(&tx).await.unwrap(), 18);
    let found =
        search_services(&tx, &index, "licence", &ServiceFilter::default(), &PageRequest::first(3)).await.unwrap();
    assert_eq!(found.page.items.len(), 1);
}

#[tokio::test]
async fn the_register_is_open_both_ways_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    let vsaa = institutions::by_code(&tx, "VSAA").await.unwrap().unwrap().id;
    let before = service(&tx, "1007").await.unwrap();
    tx.commit().await.unwrap();
    let system = Caller::api_client(ApiClientId::new(Uuid::from_u128(7)), vsaa);
    let sent = |code: Option<&str>| ReceiveService {
        external_id: "abc".to_owned(),
        code: code.map(str::to_owned),
        holder: None,
        provider: None,
        description: (*before.description).clone(),
        gaps: Vec::new(),
        unread: Vec::new(),
        publish: true,
        from: None,
        note: String::new(),
        seen: None,
        idempotency_key: Some("k".to_owned()),
    };
    let mut codes = Vec::new();
    for wanted in [Done::Created, Done::Repeated] {
        let mut tx = db.writing(&system).await;
        let Received::Kept { code, done, .. } = receive(&mut tx, sent(None)).await.unwrap() else { panic!("refused") };
        assert_eq!(done, wanted);
        tx.commit().await.unwrap();
        codes.push(code);
    }
    let mut foreign = Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), vsaa);
    foreign.institution = institutions::by_code(&db.reading(&system).await, "NVA").await.unwrap().map(|one| one.id);
    let mut tx = db.writing(&foreign).await;
    assert!(matches!(receive(&mut tx, sent(Some("1007"))).await.unwrap(), Received::Refused(_)));
    tx.commit().await.unwrap();
    let mut auditor = Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::Auditor, vsaa);
    let page = refused_writes(&db.reading(&auditor).await, &PageRequest::first(5)).await.unwrap();
    assert_eq!(page.items.len(), 1);
    auditor.role = Role::Officer;
    assert_eq!(
        refused_writes(&db.reading(&auditor).await, &PageRequest::first(5)).await.unwrap_err().kind(),
        ErrorKind::Forbidden
    );

    super::open::read_on(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let feed = service_changes(&tx, 0, 100).await.unwrap();
    assert_eq!(feed.items.iter().filter(|change| change.code == codes[0]).count(), 1);
    let listed = public_services(&tx, 0, 100).await.unwrap().services;
    assert_eq!(listed.len(), 18);
    assert_eq!(*listed[6], *service(&tx, &listed[6].code).await.unwrap());
    drop(tx);
    assert!(rebuild_feed(&db, true).await.unwrap().is_equal());
}
