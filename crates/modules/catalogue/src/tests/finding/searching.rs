//! Finding services in Latvian and English, and keeping the index current.

use crate::tests::{contact, db, registration};
use crate::{SearchIndex, ServiceFilter, ServiceState, search_services};
use kernel::{Caller, Locale, PageRequest};
use search::Location;
use std::collections::HashMap;
use test_support::TestDb;

async fn index(db: &TestDb) -> SearchIndex {
    let index = SearchIndex::open(Location::Ram).unwrap();
    index.rebuild(&db.reading(&Caller::engine()).await).await.unwrap();
    index
}

async fn pilots(db: &TestDb, index: &SearchIndex, words: &str) -> Vec<String> {
    let tx = db.reading(&Caller::anonymous()).await;
    let found = search_services(&tx, index, words, &ServiceFilter::default(), &PageRequest::first(20)).await.unwrap();
    found.page.items.into_iter().filter_map(|item| item.pilot).collect()
}

/// Words and the pilot services of which one must come first.
const QUESTIONS: &[(&str, &[&str])] = &[
    ("bērna piedzimšanas pabalsts", &["P.11"]),
    ("berna piedzimsanas pabalsts", &["P.11"]),
    ("pabalsts bernam", &["P.11", "P.12", "P.14"]),
    ("jaundzimušais", &["P.11"]),
    ("bezdarbnieks", &["P.02"]),
    ("bezdarbnieka statuss", &["P.02"]),
    ("esmu palicis bez darba", &["P.02"]),
    ("apbedīšanas", &["P.08"]),
    ("apbedisana", &["P.08"]),
    ("bēres", &["P.08"]),
    ("slimibas lapa", &["P.19"]),
    ("slimības pabalstu", &["P.19"]),
    ("b lapa", &["P.19"]),
    ("dekrēts", &["P.13", "P.20"]),
    ("tēva atvaļinājums", &["P.17"]),
    ("gada ienakumu deklaracija", &["P.06"]),
    ("nodokļu grāmatiņa", &["P.05"]),
    ("darba stāžs", &["P.18"]),
    ("invaliditate transports", &["P.15"]),
    ("apbetīšanas pabalsts", &["P.08"]),
    ("P.11", &["P.11"]),
    ("1007", &["P.11"]),
    ("childbirth", &["P.11"]),
    ("lost my job", &["P.02"]),
    ("funeral benefit", &["P.08"]),
    ("sick leave", &["P.19"]),
    ("tax refund", &["P.06"]),
    ("bezdarbn", &["P.02"]),
];

// req: POR-15
#[tokio::test]
async fn latvian_and_english_questions_find_their_service_first() {
    let db = db().await;
    let index = index(&db).await;
    let mut wrong = Vec::new();
    for (words, expected) in QUESTIONS {
        let found = pilots(&db, &index, words).await;
        if !found.first().is_some_and(|first| expected.contains(&first.as_str())) {
            wrong.push(format!("{words:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn closed_services_are_found_only_when_asked_for() {
    let db = db().await;
    let index = index(&db).await;
    assert!(pilots(&db, &index, "Covid").await.is_empty());
    let tx = db.reading(&Caller::anonymous()).await;
    let closed = ServiceFilter { states: vec![ServiceState::Closed], ..ServiceFilter::default() };
    let found = search_services(&tx, &index, "Covid", &closed, &PageRequest::first(5)).await.unwrap();
    assert_eq!(found.page.items.len(), 1);
}

#[tokio::test]
async fn pages_of_hits_hold_each_service_once() {
    let db = db().await;
    let index = index(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let filter = ServiceFilter::default();
    let whole = search_services(&tx, &index, "pabalsts", &filter, &PageRequest::first(100)).await.unwrap();
    let mut paged = Vec::new();
    let mut request = PageRequest::first(4);
    loop {
        let found = search_services(&tx, &index, "pabalsts", &filter, &request).await.unwrap();
        paged.extend(found.page.items);
        let Some(next) = found.page.next else { break };
        request = PageRequest::new(4, Some(next));
    }
    assert!(paged.len() > 8);
    assert_eq!(paged, whole.page.items);
}

// req: POR-13
#[tokio::test]
async fn a_refreshed_index_equals_a_rebuilt_one() {
    let db = db().await;
    let live = index(&db).await;
    let added = registration(&db).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let code = crate::register_service(&mut tx, added).await.unwrap();
    crate::publish(&mut tx, crate::PublishService::now(code, 1, None)).await.unwrap();
    crate::close_service(&mut tx, crate::CloseService { code: "1007".into(), version: 2 }).await.unwrap();
    tx.commit().await.unwrap();
    let reading = db.reading(&Caller::engine()).await;
    // The two, and those that they link to.
    assert!(live.refresh(&reading).await.unwrap() >= 2);
    assert_eq!(live.refresh(&reading).await.unwrap(), 0);
    let rebuilt = index(&db).await;
    assert_eq!(live.len(), rebuilt.len());
    let mut answers: HashMap<&str, Vec<Vec<String>>> = HashMap::new();
    for index in [&live, &rebuilt] {
        for words in ["jauns pakalpojums", "bērna piedzimšanas pabalsts", "apbedīšana"] {
            answers.entry(words).or_default().push(pilots(&db, index, words).await);
        }
    }
    assert!(answers.values().all(|both| both[0] == both[1]), "{answers:?}");
    assert!(!answers["bērna piedzimšanas pabalsts"][0].contains(&"P.11".to_owned()));
}

// req: POR-15
#[tokio::test]
async fn drafts_are_not_indexed_and_names_are_suggested() {
    let db = db().await;
    let input = registration(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    crate::register_service(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let index = index(&db).await;
    assert_eq!(index.len(), 17);
    let tx = db.reading(&Caller::anonymous()).await;
    let names = index.suggest(&tx, "bern", Locale::Lv, 5).await.unwrap();
    assert!(names.iter().any(|s| s.title == "Bērna piedzimšanas pabalsts"), "{names:?}");
    let closed = index.suggest(&tx, "vienreizejais covid", Locale::Lv, 5).await.unwrap();
    assert!(closed.is_empty(), "{closed:?}");
}
