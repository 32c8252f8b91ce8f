//! Which public texts are translated.
use std::sync::Arc;

use catalogue::{ChangeTemplate, PublishService};
use chrono::{Days, TimeDelta};
use jobs::{Reader, run_reader};
use kernel::{Caller, LangText, riga_date};
use test_support::TestDb;
use translation::{DemoTranslator, Source, TranslationReader, languages_of};

use crate::translate::{WANTED, one};

/// Translates everything that waits.
async fn translated(db: &TestDb) {
    let reader: Arc<dyn Reader> = Arc::new(TranslationReader::new(&WANTED));
    db.test_clock().advance(TimeDelta::hours(1));
    run_reader(db, &reader).await.unwrap();
    let (engine, languages) = (DemoTranslator::default(), ["de".to_owned()]);
    while one(db, &engine, &languages).await.unwrap() {}
}

// req: A11-05
#[tokio::test]
async fn a_service_is_translated_before_the_first_day_on_which_it_is_offered() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::install_pilot_register(&mut tx).await.unwrap();
    let first = riga_date(tx.now()).checked_add_days(Days::new(5));
    let service = catalogue::service(&tx, "1007").await.unwrap();
    let mut description = (*service.description).clone();
    description.valid_from = first;
    description.summary = LangText::new("Skola no nākamās nedēļas", "A school from next week");
    let publish = PublishService::now("1007", service.latest, Some(description));
    catalogue::publish(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
    translated(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    assert!(!catalogue::service(&tx, "1007").await.unwrap().is_open(), "it is not offered yet");
    let summary = Source::new("Skola no nākamās nedēļas", "lv");
    assert_eq!(languages_of(&tx, &summary).await.unwrap(), ["de"]);
}

// req: A11-05, UNI-03
#[tokio::test]
async fn unified_services_in_use_are_translated_and_again_when_they_change() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    catalogue::install_template_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    translated(&db).await;
    let tx = db.reading(&Caller::engine()).await;
    let template = catalogue::template(&tx, "V102").await.unwrap();
    let name = Source::new(&template.text.name.lv, "lv");
    assert_eq!(languages_of(&tx, &name).await.unwrap(), ["de"]);
    for told in &template.text.local {
        assert!(languages_of(&tx, &Source::new(&told.lv, "lv")).await.unwrap().is_empty(), "{told:?} is not public");
    }
    drop(tx);
    let mut text = (*template.text).clone();
    text.summary = LangText::new("Skola visiem", "A school for all");
    let change = ChangeTemplate { code: "V102".into(), revision: template.revision, text, note: "Īsāk".into() };
    let mut tx = db.writing(&Caller::engine()).await;
    catalogue::change_template(&mut tx, change).await.unwrap();
    tx.commit().await.unwrap();
    translated(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(languages_of(&tx, &Source::new("Skola visiem", "lv")).await.unwrap(), ["de"]);
}
