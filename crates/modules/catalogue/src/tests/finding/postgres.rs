//! The same on PostgreSQL: rules, counts, reports, places, and the index that follows the tables.

use crate::tests::registration;
use crate::{Chosen, FindServices, ServiceState};
use crate::{
    GiveFeedback, LookupMeans, PublishService, SearchIndex, SetBoost, SetSynonym, Tally, find_services, give_feedback,
    install_pilot_register, install_search_rules, place_lookups, publish, register_service, remove_synonym,
    search_report, set_boost, set_synonym, synonyms, try_query,
};
use kernel::{Caller, Locale, PageRequest};
use search::Location;
use test_support::{TestDb, TestPostgres};

// req: POR-13
#[tokio::test]
async fn finding_works_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    let added = install_search_rules(&mut tx).await.unwrap();
    let input =
        SetSynonym { known: None, words: "kukulis".into(), means: "apbedīšanas pabalsts".into(), two_way: false };
    let id = set_synonym(&mut tx, input.clone()).await.unwrap();
    assert_eq!(set_synonym(&mut tx, SetSynonym { known: Some((id, 1)), ..input }).await.unwrap(), id);
    set_boost(&mut tx, SetBoost { known: None, service: "1007".into(), words: "kukulis".into(), percent: 300 })
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let index = SearchIndex::open(Location::Ram).unwrap();
    assert_eq!(index.refresh(&db.reading(&Caller::engine()).await).await.unwrap(), 17);
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(try_query(&tx, &index, "kukulis").await.unwrap()[0].service.pilot.as_deref(), Some("P.08"));
    let find = FindServices {
        words: String::new(),
        states: vec![ServiceState::Open],
        chosen: Chosen::default(),
        page: PageRequest::first(5),
    };
    assert_eq!(find_services(&tx, &index, &find).await.unwrap().total, 16);
    drop(tx);

    let input = registration(&db).await;
    let tally = Tally::default();
    for _ in 0..2 {
        tally.searched(db.clock().now(), "Pase", Locale::Lv, 0);
        tally.looked_up(db.clock().now(), "1007", LookupMeans::Position);
        let mut tx = db.writing(&Caller::engine()).await;
        tally.write(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code, 1, None)).await.unwrap();
    let given = GiveFeedback {
        query: "pase".into(),
        results: 0,
        found: false,
        opened: None,
        comment: String::new(),
        locale: Locale::Lv,
    };
    give_feedback(&mut tx, given).await.unwrap();
    remove_synonym(&mut tx, id, 2).await.unwrap();
    tx.commit().await.unwrap();

    let tx = db.reading(&Caller::engine()).await;
    assert!(index.refresh(&tx).await.unwrap() >= 1);
    assert_eq!((index.len(), index.refresh(&tx).await.unwrap()), (18, 0));
    assert_eq!(synonyms(&tx).await.unwrap().len(), added);
    let report = search_report(&tx, 7).await.unwrap();
    assert_eq!((report.frequent[0].searches, report.empty[0].empty, report.feedback.len()), (2, 2, 1));
    assert_eq!(place_lookups(&tx).await.unwrap()[0].by_position, 2);
}
