//! How good the ranking is, against the judged queries.

use crate::tests::db;
use crate::{SearchIndex, install_judged_corpus, install_search_rules, judge, judged_queries};
use kernel::Caller;
use search::Location;
use std::collections::BTreeMap;

/// The mean may not fall below this.
const FLOOR: f64 = 0.90;

// req: POR-15
#[test]
fn there_are_queries_of_every_kind_with_grades_from_one_to_three() {
    let queries = judged_queries().unwrap();
    assert!(queries.len() >= 110);
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for query in &queries {
        assert!(!query.grades.is_empty() && query.grades.values().all(|grade| (1..=3).contains(grade)));
        *kinds.entry(&query.kind).or_default() += 1;
    }
    for kind in ["everyday", "inflected", "plain", "typo", "synonym", "wrong-word", "question", "unfinished", "english"]
    {
        assert!(kinds.get(kind).is_some_and(|count| *count >= 4), "{kind}: {kinds:?}");
    }
}

// req: POR-14, POR-15
#[tokio::test]
async fn the_judged_queries_are_answered_well_enough() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert!(install_judged_corpus(&mut tx).await.unwrap() >= 60);
    install_search_rules(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let index = SearchIndex::open(Location::Ram).unwrap();
    let tx = db.reading(&Caller::engine()).await;
    index.rebuild(&tx).await.unwrap();
    let judged = judge(&tx, &index).await.unwrap();
    let mut lines = Vec::new();
    for query in judged.queries.iter().filter(|query| query.ndcg < 0.95) {
        lines.push(format!("{:.3} {:?} ({}): {:?}", query.ndcg, query.query, query.kind, query.found));
    }
    eprintln!("nDCG@10 {:.4} over {} queries\n{}", judged.mean, judged.queries.len(), lines.join("\n"));
    assert!(judged.mean >= FLOOR, "nDCG@10 {:.4}\n{}", judged.mean, lines.join("\n"));
}
