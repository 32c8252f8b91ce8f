//! A category tells as many services as its list has lines: a family is one.

use crate::store::{category_behind, templates};
use crate::tests::{db, db_on};
use crate::{
    Category, CategoryKind, CloseService, DetachService, SimilarReader, View, browse_services_once, category_counts,
    check_categories, close_service, detach_service, ensure_categories, family, install_template_services,
    rebuild_categories, service, template, withdraw_template,
};
use jobs::{Reader, run_reader};
use kernel::{Caller, PageRequest};
use std::sync::Arc;
use test_support::{TestDb, TestPostgres};

/// What each theme and channel tells; it is what its list shows, and what is counted anew.
async fn told(db: &TestDb) -> Vec<(String, i64)> {
    let tx = db.reading(&Caller::engine()).await;
    let mut told = Vec::new();
    for kind in [CategoryKind::Theme, CategoryKind::Channel] {
        for count in category_counts(&tx, kind).await.unwrap() {
            let category = Category { kind, value: count.value.clone() };
            let whole = PageRequest::first(100);
            let shown = browse_services_once(&tx, &category, &View::default(), &whole).await.unwrap();
            assert_eq!(shown.items.len() as i64, count.services, "{category:?}");
            told.push((category.key(), count.services));
        }
    }
    let report = check_categories(&tx).await.unwrap();
    assert!(report.is_equal(), "{report:?}");
    told
}

fn of(told: &[(String, i64)], category: &str) -> i64 {
    told.iter().find(|(key, _)| key == category).map_or(0, |(_, services)| *services)
}

async fn a_family_counts_once_on(db: &TestDb) {
    let mut tx = db.writing(&Caller::engine()).await;
    install_template_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let first = told(db).await;
    assert_eq!(of(&first, "theme:09"), 1, "the preschools of many municipalities are one line");

    // One that is detached is a line of its own; one that closes is none, and the line passes on to another.
    let members = family(&db.reading(&Caller::engine()).await, "V101").await.unwrap().members;
    let codes: Vec<String> = members.into_iter().map(|member| member.service.code).collect();
    let mut tx = db.writing(&Caller::engine()).await;
    let input = DetachService { template: "V101".into(), service: codes[1].clone() };
    detach_service(&mut tx, input).await.unwrap();
    let version = service(&tx, &codes[0]).await.unwrap().latest;
    close_service(&mut tx, CloseService { code: codes[0].clone(), version }).await.unwrap();
    tx.commit().await.unwrap();
    let reader: Arc<dyn Reader> = Arc::new(SimilarReader);
    run_reader(db, &reader).await.unwrap();
    assert_eq!(of(&told(db).await, "theme:09"), 2);

    // Out of use, each stands alone again.
    let mut tx = db.writing(&Caller::engine()).await;
    let revision = template(&tx, "V101").await.unwrap().revision;
    withdraw_template(&mut tx, "V101", revision).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(of(&told(db).await, "theme:09"), codes.len() as i64 - 1);

    // What an older program left is counted at the next start, and a rebuild says the same.
    let live = told(db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    for id in templates::in_use(&tx).await.unwrap() {
        category_behind::put(&tx, id, &[]).await.unwrap();
    }
    assert!(check_categories(&tx).await.unwrap().counts_differing.contains(&"channel:electronic".to_owned()));
    ensure_categories(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told(db).await, live);
    let mut tx = db.writing(&Caller::engine()).await;
    rebuild_categories(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(told(db).await, live);
}

// req: POR-08, UNI-03
#[tokio::test]
async fn a_family_counts_once_where_its_list_shows_it_once() {
    a_family_counts_once_on(&db().await).await;
}

#[tokio::test]
async fn a_family_counts_once_on_postgresql_too() {
    let cluster = TestPostgres::start();
    a_family_counts_once_on(&db_on(&cluster).await).await;
}
