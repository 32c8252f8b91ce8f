//! Steps that lead to a unified service: found once for all institutions that have it.

use super::{coordinator, fill_situations, house, new, platform, published};
use crate::tests::db;
use crate::{
    FacetName, FindServices, PublishSituation, SearchIndex, Service, ServiceState, create_situation, family,
    find_services, install_life_situations, install_template_services, publish_situation, situation, situation_draft,
    situations_of_service, template, templates_by_codes, withdraw_template,
};
use kernel::{Caller, PageRequest};
use search::Location;
use std::sync::Arc;
use test_support::TestDb;

async fn with_templates() -> TestDb {
    let fill = async |db: &TestDb| {
        fill_situations(db).await;
        let mut tx = db.writing(&Caller::engine()).await;
        install_template_services(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    TestDb::filled("unified", fill).await
}

/// The first service that is attached to the building permit.
async fn member(db: &TestDb) -> Arc<Service> {
    let tx = db.reading(&Caller::anonymous()).await;
    let code = family(&tx, "V102").await.unwrap().members[0].service.code.clone();
    crate::service(&tx, &code).await.unwrap()
}

async fn of(db: &TestDb, code: &str) -> Vec<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    situations_of_service(&tx, code).await.unwrap().into_iter().map(|line| line.slug).collect()
}

// req: UNI-03, POR-03
#[tokio::test]
async fn the_demonstration_leads_to_the_unified_service_where_it_is_there_and_to_the_institution_where_not() {
    let plain = house().await;
    let before = situation(&plain.reading(&Caller::anonymous()).await, "parenting").await.unwrap();
    assert!(before.text.steps[0].services.is_empty() && before.text.steps[0].institution.is_some());

    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_template_services(&mut tx).await.unwrap();
    assert_eq!(install_life_situations(&mut tx).await.unwrap(), 20);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let shown = situation(&tx, "parenting").await.unwrap();
    let step = &shown.text.steps[0];
    assert_eq!((step.services.clone(), step.institution), (vec!["V101".to_owned()], None));
    let lines = templates_by_codes(&tx, &shown.text.services()).await.unwrap();
    assert_eq!(lines.len(), 1);
    assert!(lines[0].members > 7 && lines[0].name.lv.contains("pirmsskolas"), "{:?}", lines[0]);
    assert_eq!(of(&db, "V101").await, ["parenting"]);
}

// req: UNI-03, CAT-31
#[tokio::test]
async fn what_is_attached_belongs_to_the_situation_learns_of_it_and_is_found_by_it() {
    let db = with_templates().await;
    let before = member(&db).await;
    published(&db, "buve", &[&["V102", "1007"]]).await;
    let now = member(&db).await;
    assert_eq!(now.revision, before.revision + 1);
    assert!(now.description.life_events.is_empty(), "its own description says nothing of it");
    assert_eq!((of(&db, &now.code).await, of(&db, "V102").await), (vec!["buve".to_owned()], vec!["buve".to_owned()]));
    assert!(of(&db, "1007").await.contains(&"buve".to_owned()));
    let index = SearchIndex::open(Location::Ram).unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    index.rebuild(&tx).await.unwrap();
    let attached = family(&tx, "V102").await.unwrap().members.len() as u64;
    let find = FindServices {
        words: String::new(),
        states: vec![ServiceState::Open],
        chosen: crate::Chosen::default(),
        page: PageRequest::first(1),
    };
    let found = find_services(&tx, &index, &find).await.unwrap();
    let count = found.counts.of(FacetName::Life).iter().find(|(word, _)| word == "buve").map(|(_, count)| *count);
    // A family counts once, whatever its size.
    assert!(attached > 2 && count == Some(2), "{count:?} of {attached}");
}

// req: UNI-03, POR-06
#[tokio::test]
async fn a_unified_service_that_does_not_exist_or_is_out_of_use_keeps_the_text_back() {
    let db = with_templates().await;
    let input = new(&db, "buve", &[&["V102"], &["V999"]]).await;
    let coordinator = coordinator(&db).await;
    let mut tx = db.writing(&coordinator).await;
    create_situation(&mut tx, input).await.unwrap();
    let publish = PublishSituation { slug: "buve".into(), revision: 1, note: String::new() };
    let error = publish_situation(&mut tx, publish).await.unwrap_err();
    let paths: Vec<&str> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!((error.key(), paths), ("situation-incomplete", vec!["step-1-services"]));
    tx.commit().await.unwrap();
    let platform = platform(&db).await;
    let mut tx = db.writing(&platform).await;
    let revision = template(&tx, "V102").await.unwrap().revision;
    withdraw_template(&mut tx, "V102", revision).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&coordinator).await;
    let gaps: Vec<String> = situation_draft(&tx, "buve").await.unwrap().gaps.into_iter().map(|gap| gap.path).collect();
    assert_eq!(gaps, ["step-0-services", "step-1-services"]);
    assert_eq!(templates_by_codes(&tx, &["V102".to_owned()]).await.unwrap(), []);
}
