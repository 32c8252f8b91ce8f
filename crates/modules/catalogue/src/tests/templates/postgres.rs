//! The same on PostgreSQL: templates, attaching, lists, coverage, comparisons.

use super::finding_similar::read;
use crate::{
    DetachService, ServiceFilter, SimilarFilter, SimilarState, carry_template, coverage, detach_service, family,
    install_pilot_register, install_template_services, list_services_once, rebuild_similar, similar_pairs, template,
    unattached,
};
use kernel::{Caller, PageRequest};
use test_support::{TestDb, TestPostgres};

// req: UNI-01, UNI-03, UNI-04, UNI-05
#[tokio::test]
async fn unified_services_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    install_template_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    let open = SimilarFilter { state: SimilarState::Open, kind: None };
    let tx = db.reading(&Caller::engine()).await;
    let live = similar_pairs(&tx, &open, &PageRequest::first(100)).await.unwrap();
    assert!(!live.items.is_empty());
    drop(tx);
    rebuild_similar(&db, |_| ()).await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(similar_pairs(&tx, &open, &PageRequest::first(100)).await.unwrap(), live);
    let (mut found, mut page) = (Vec::new(), PageRequest::first(1));
    loop {
        let one = similar_pairs(&tx, &open, &page).await.unwrap();
        found.extend(one.items);
        let Some(next) = one.next else { break };
        page = PageRequest::new(1, Some(next));
    }
    assert_eq!(found, live.items);

    let listed = list_services_once(&tx, &ServiceFilter::default(), &PageRequest::first(100)).await.unwrap();
    let matrix = coverage(&tx, &PageRequest::first(100)).await.unwrap();
    assert_eq!((matrix.templates.items.len(), matrix.templates.next), (9, None));
    let alone = unattached(&tx, None, &PageRequest::first(100)).await.unwrap().items.len();
    // One template is for institutions of the state too, so their services are asked for as well.
    assert_eq!(listed.items.len(), 9 + alone);
    let found = family(&tx, "V101").await.unwrap();
    let id = template(&tx, "V101").await.unwrap().id;
    drop(tx);
    let mut tx = db.writing(&Caller::engine()).await;
    let input = DetachService { template: "V101".to_owned(), service: found.members[0].service.code.clone() };
    detach_service(&mut tx, input).await.unwrap();
    carry_template(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(family(&tx, "V101").await.unwrap().members.len(), found.members.len() - 1);
}
