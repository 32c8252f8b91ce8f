//! The same on PostgreSQL.

use crate::view::translations_of;
use crate::{DemoTranslator, Source, Subject, done, languages_of, next_subject, put_off, translate_missing};
use kernel::Caller;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

#[tokio::test]
async fn translations_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let texts = [Source::new("Skola", "lv"), Source::new("Ārsts", "lv")];
    for target in ["uk", "de"] {
        assert_eq!(translate_missing(&db, &DemoTranslator::default(), &texts, target).await.unwrap(), 2);
        assert_eq!(translate_missing(&db, &DemoTranslator::default(), &texts, target).await.unwrap(), 0);
    }
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(languages_of(&tx, &texts[0]).await.unwrap(), ["de", "uk"]);
    assert_eq!(translations_of(&tx, &texts, "de").await.unwrap()[&texts[0]].text, "Schule");
    let subject = Subject { kind: "service".into(), id: Uuid::from_u128(1) };
    put_off(&mut tx, &subject).await.unwrap();
    put_off(&mut tx, &subject).await.unwrap();
    let waiting = next_subject(&tx).await.unwrap().unwrap();
    assert_eq!(waiting.subject, subject);
    done(&mut tx, &waiting).await.unwrap();
    assert_eq!(next_subject(&tx).await.unwrap(), None);
}
