//! Comparing all services anew gives what the reader has.

use super::finding_similar::{pairs, read};
use super::own_service;
use crate::tests::db;
use crate::{SimilarState, install_template_services, rebuild_similar};
use kernel::Caller;

// req: UNI-05
#[tokio::test]
async fn rebuilt_comparisons_equal_those_of_the_reader() {
    let db = db().await;
    own_service(&db, "LV-022", "Koku ciršana").await;
    own_service(&db, "LV-113", "Koku ciršana").await;
    own_service(&db, "LV-050", "Koku ciršana ielās").await;
    read(&db).await;
    let live = (pairs(&db, SimilarState::Open).await, pairs(&db, SimilarState::Merged).await);
    assert!(live.0.len() >= 3);
    let report = rebuild_similar(&db, |_| ()).await.unwrap();
    assert_eq!(report.services, 20);
    assert_eq!((pairs(&db, SimilarState::Open).await, pairs(&db, SimilarState::Merged).await), live);
}

// req: UNI-05, UNI-04
#[tokio::test]
async fn the_demonstration_has_something_to_decide() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_template_services(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    let open = pairs(&db, SimilarState::Open).await;
    assert!((4..100).contains(&open.len()), "{open:?}");
}
