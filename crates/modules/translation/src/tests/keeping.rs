//! Keeping translations by their text, and the queue.

use crate::{
    DemoTranslator, Source, Subject, TranslationReader, Translator, done, keep, languages_of, next_subject, put_off,
    sources, spoken, translate_missing,
};
use async_trait::async_trait;
use chrono::TimeDelta;
use jobs::{Reader, run_reader};
use kernel::{Caller, Error, ErrorKind, LangText, Result};
use std::sync::Arc;
use storage::{Expected, NewEvent, Stream};
use test_support::TestDb;
use uuid::Uuid;

fn lv(text: &str) -> Source {
    Source::new(text, "lv")
}

/// An engine that is never there.
#[derive(Debug)]
struct Absent;

#[async_trait]
impl Translator for Absent {
    async fn translate(&self, _: &[String], _: &str, _: &str) -> Result<Vec<String>> {
        Err(Error::unavailable("translation-unreachable"))
    }

    fn name(&self) -> &str {
        "nav"
    }
}

// req: A11-05
#[tokio::test]
async fn only_what_is_missing_is_asked_for_and_a_changed_text_has_no_translation() {
    let db = TestDb::sqlite().await;
    let engine = DemoTranslator::default();
    let texts = [lv("Ārsts"), lv("Skola"), lv("Ārsts"), lv(" "), Source::new("Doctor", "en")];
    assert_eq!(translate_missing(&db, &engine, &texts, "uk").await.unwrap(), 3);
    assert_eq!(translate_missing(&db, &engine, &texts, "uk").await.unwrap(), 0);
    assert_eq!(translate_missing(&db, &engine, &[lv("Skola")], "lv").await.unwrap(), 0);
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(languages_of(&tx, &lv("Ārsts")).await.unwrap(), ["uk"]);
    assert!(languages_of(&tx, &lv("Ārste")).await.unwrap().is_empty());
    // The same letters in another language are another text.
    assert!(languages_of(&tx, &Source::new("Ārsts", "en")).await.unwrap().is_empty());
}

// req: A11-05
#[tokio::test]
async fn what_a_person_wrote_wins_over_the_engine() {
    let db = TestDb::sqlite().await;
    let mut written = LangText::new("Ārsts", "Doctor");
    written.other.insert("uk".into(), "Лікарка".into());
    let document = vec![written, LangText::new("Skola", "School"), LangText::new("", "Only English")];
    assert_eq!(sources(&document, "uk").unwrap(), [lv("Skola"), Source::new("Only English", "en")]);
    translate_missing(&db, &DemoTranslator::default(), &[lv("Ārsts"), lv("Skola")], "uk").await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let said = spoken(&tx, &document, "uk").await.unwrap();
    let words: Vec<&str> = said.document.iter().map(|text| text.lv.as_str()).collect();
    assert_eq!(words, ["Лікарка", "Школа", ""]);
    assert_eq!((said.texts, said.engines.len()), (2, 1));
    let only = spoken(&tx, &document[..1].to_vec(), "uk").await.unwrap();
    assert_eq!((only.texts, only.engines.len()), (1, 0), "nothing of it was made by an engine");
    let none = spoken(&tx, &document, "fr").await.unwrap();
    assert_eq!((none.texts, none.document), (0, document));
}

// req: A11-05
#[tokio::test]
async fn titles_of_laws_are_left_as_they_were_published() {
    let db = TestDb::sqlite().await;
    let law = |title: LangText| {
        let name = LangText::new("Skola", "School");
        serde_json::json!({ "name": name, "legal_basis": [{ "title": title }] })
    };
    let document = law(LangText::new("Ārsts", "Doctor"));
    assert_eq!(sources(&document, "uk").unwrap(), [lv("Skola")]);
    translate_missing(&db, &DemoTranslator::default(), &[lv("Ārsts"), lv("Skola")], "uk").await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let said = spoken(&tx, &document, "uk").await.unwrap();
    assert_eq!((said.texts, said.document["name"]["lv"].as_str()), (1, Some("Школа")));
    assert_eq!(said.document["legal_basis"], document["legal_basis"], "also what was translated before");
    // A title that people wrote in the language stays.
    let mut written = LangText::new("Ārsts", "Doctor");
    written.other.insert("uk".into(), "Лікарка".into());
    let said = spoken(&tx, &law(written), "uk").await.unwrap();
    assert_eq!(said.document["legal_basis"][0]["title"]["lv"], "Лікарка");
}

#[tokio::test]
async fn a_failing_engine_keeps_nothing_and_only_the_platform_writes() {
    let db = TestDb::sqlite().await;
    let error = translate_missing(&db, &Absent, &[lv("Skola")], "uk").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert!(languages_of(&tx, &lv("Skola")).await.unwrap().is_empty());
    let refused = keep(&mut tx, &[lv("Skola")], "uk", &["x".into()], "kāds").await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    assert_eq!(next_subject(&tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}

#[tokio::test]
async fn events_fill_the_queue_once_each_and_what_fails_goes_to_its_end() {
    let db = TestDb::sqlite().await;
    let ids = [1, 2].map(Uuid::from_u128);
    let start = db.reading(&Caller::engine()).await.now();
    for (second, (id, kind)) in
        [(ids[0], "service.published"), (ids[1], "service.published"), (ids[0], "service.linked")]
            .into_iter()
            .enumerate()
    {
        db.test_clock().set(start + TimeDelta::seconds(second as i64));
        let mut tx = db.writing(&Caller::engine()).await;
        let event = NewEvent::new(kind, 1, &()).unwrap();
        tx.append(Stream::new("service", id), Expected::Any, vec![event]).await.unwrap();
        tx.commit().await.unwrap();
    }
    let reader: Arc<dyn Reader> = Arc::new(TranslationReader::new(&["service.published"]));
    db.test_clock().set(start + TimeDelta::seconds(10));
    run_reader(&db, &reader).await.unwrap();
    let tx = db.writing(&Caller::engine()).await;
    let subject = |id| Subject { kind: "service".into(), id };
    let first = next_subject(&tx).await.unwrap().unwrap();
    let second = if first.subject.id == ids[0] { ids[1] } else { ids[0] };
    tx.commit().await.unwrap();
    db.test_clock().set(start + TimeDelta::seconds(20));
    let mut tx = db.writing(&Caller::engine()).await;
    put_off(&mut tx, &first.subject).await.unwrap();
    let other = next_subject(&tx).await.unwrap().unwrap();
    assert_eq!(other.subject, subject(second));
    done(&mut tx, &other).await.unwrap();
    assert_eq!(next_subject(&tx).await.unwrap().unwrap().subject, first.subject);
}

/// What is published again while the engine has its former texts is translated once more.
// req: A11-05
#[tokio::test]
async fn what_came_again_meanwhile_stays_in_the_queue() {
    let db = TestDb::sqlite().await;
    let reader: Arc<dyn Reader> = Arc::new(TranslationReader::new(&["service.published"]));
    let publish = async || {
        db.test_clock().advance(TimeDelta::seconds(10));
        let mut tx = db.writing(&Caller::engine()).await;
        let event = NewEvent::new("service.published", 1, &()).unwrap();
        tx.append(Stream::new("service", Uuid::from_u128(1)), Expected::Any, vec![event]).await.unwrap();
        tx.commit().await.unwrap();
        run_reader(&db, &reader).await.unwrap();
    };
    publish().await;
    let former = next_subject(&db.reading(&Caller::engine()).await).await.unwrap().unwrap();
    publish().await;
    let mut tx = db.writing(&Caller::engine()).await;
    done(&mut tx, &former).await.unwrap();
    let waiting = next_subject(&tx).await.unwrap().unwrap();
    assert_eq!(waiting.subject, former.subject);
    done(&mut tx, &waiting).await.unwrap();
    assert_eq!(next_subject(&tx).await.unwrap(), None);
}
