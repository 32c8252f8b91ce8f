//! Services that are alike are found, decided about, and made into templates.

use super::{attach, attached, own_service, platform, published, text};
use crate::store::similar::{self as rows, NewPair, Place, insert_pairs};
use crate::tests::{contact, db};
use crate::{
    DecideSimilar, DetachService, ServiceFilter, SimilarFilter, SimilarKind, SimilarReader, SimilarReason,
    SimilarState, TemplateState, create_template_from_services, decide_similar, detach_service, family, list_services,
    similar_pairs, template,
};
use jobs::{Reader, run_reader};
use kernel::{Caller, ErrorKind, PageRequest, ServiceId};
use std::sync::Arc;
use test_support::TestDb;
use uuid::Uuid;

/// Lets the reader see what happened.
pub(in crate::tests) async fn read(db: &TestDb) {
    let reader: Arc<dyn Reader> = Arc::new(SimilarReader);
    run_reader(db, &reader).await.unwrap();
}

/// Pairs in this state, as codes.
pub(super) async fn pairs(db: &TestDb, state: SimilarState) -> Vec<(String, String)> {
    let tx = db.reading(&platform(db).await).await;
    let filter = SimilarFilter { state, kind: None };
    let found = similar_pairs(&tx, &filter, &PageRequest::first(100)).await.unwrap();
    found.items.into_iter().map(|pair| (pair.left.code, pair.right.code)).collect()
}

fn pair(left: &str, right: &str) -> (String, String) {
    (left.to_owned(), right.to_owned())
}

// req: UNI-05
#[tokio::test]
async fn pairs_that_are_equally_alike_are_each_on_one_page() {
    let db = db().await;
    let tx = db.writing(&Caller::engine()).await;
    let services = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(4)).await.unwrap().items;
    let mut pairs = Vec::new();
    for (n, right) in services.iter().enumerate() {
        pairs.extend(services.iter().take(n).map(|left| NewPair {
            service: right.id,
            other: left.id,
            score: if n == 2 { 650 } else { 700 },
            reasons: vec![SimilarReason::Name],
            kind: None,
            state: SimilarState::Open,
        }));
    }
    insert_pairs(&tx, &pairs).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&platform(&db).await).await;
    let open = SimilarFilter { state: SimilarState::Open, kind: None };
    let whole = similar_pairs(&tx, &open, &PageRequest::first(100)).await.unwrap().items;
    assert_eq!(whole.iter().map(|pair| pair.score).collect::<Vec<_>>(), [700, 700, 700, 700, 650, 650]);
    // Each service stands once: what is like it is beside it, and a page ends between two services.
    let mut shown: Vec<&str> = whole.iter().map(|pair| pair.right.code.as_str()).collect();
    shown.dedup();
    assert_eq!(shown.len(), 3, "{shown:?}");
    let (mut found, mut page) = (Vec::new(), PageRequest::first(1));
    loop {
        let one = similar_pairs(&tx, &open, &page).await.unwrap();
        assert!(one.items.iter().all(|pair| pair.right.code == one.items[0].right.code));
        found.extend(one.items);
        let Some(next) = one.next else { break };
        page = PageRequest::new(1, Some(next));
    }
    assert_eq!(found, whole);
}

// req: UNI-05
#[tokio::test]
async fn the_same_service_of_two_holders_is_found_whatever_the_endings_and_the_place() {
    let db = db().await;
    read(&db).await;
    let none = pairs(&db, SimilarState::Open).await;
    let one = own_service(&db, "LV-022", "Atļauja koku ciršanai ārpus meža Cēsu novadā").await;
    let other = own_service(&db, "LV-113", "Atļaujas izsniegšana koku ciršanai ārpus mežiem").await;
    let different = own_service(&db, "LV-050", "Pašvaldības dzīvokļa īre").await;
    read(&db).await;
    let found: Vec<_> = pairs(&db, SimilarState::Open).await.into_iter().filter(|pair| !none.contains(pair)).collect();
    assert!(found.contains(&pair(&one, &other)), "{found:?}");
    let tx = db.reading(&platform(&db).await).await;
    let open = SimilarFilter { state: SimilarState::Open, kind: None };
    let alike = similar_pairs(&tx, &open, &PageRequest::first(100)).await.unwrap().items;
    let of = |other: &str| {
        let ends = [pair(&one, other), pair(other, &one)];
        alike.iter().find(|pair| ends.contains(&(pair.left.code.clone(), pair.right.code.clone())))
    };
    let first = of(&other).unwrap();
    assert!(first.score > 600, "{}", first.score);
    for reason in
        [SimilarReason::Name, SimilarReason::Law, SimilarReason::Documents, SimilarReason::Cofog, SimilarReason::Kind]
    {
        assert!(first.reasons.contains(&reason), "{reason:?} of {:?}", first.reasons);
    }
    assert!(of(&different).map_or(0, |pair| pair.score) < first.score);
    let filter = SimilarFilter { state: SimilarState::Open, kind: Some(SimilarKind::Permit) };
    let permits = similar_pairs(&tx, &filter, &PageRequest::first(10)).await.unwrap();
    assert_eq!(permits.items.len(), 1);
    assert_eq!(permits.items[0].kind, Some(SimilarKind::Permit));
}

// req: UNI-05
#[tokio::test]
async fn a_pair_that_is_not_the_same_stays_set_aside_when_it_is_compared_again() {
    let db = db().await;
    let one = own_service(&db, "LV-022", "Koku ciršana").await;
    let other = own_service(&db, "LV-113", "Koku ciršana").await;
    read(&db).await;
    let input = DecideSimilar { service: one.clone(), other: other.clone(), same: false };
    let mut tx = db.writing(&contact(&db, "LV-022").await).await;
    assert_eq!(decide_similar(&mut tx, input.clone()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let mut tx = db.writing(&platform(&db).await).await;
    decide_similar(&mut tx, input.clone()).await.unwrap();
    let unknown = DecideSimilar { other: "1001".to_owned(), ..input.clone() };
    assert_eq!(decide_similar(&mut tx, unknown).await.unwrap_err().key(), "similar");
    let missing = DecideSimilar { other: "9999".to_owned(), ..input.clone() };
    assert_eq!(decide_similar(&mut tx, missing).await.unwrap_err().kind(), ErrorKind::NotFound);
    tx.commit().await.unwrap();
    crate::rebuild_similar(&db, |_| ()).await.unwrap();
    assert!(pairs(&db, SimilarState::Dismissed).await.contains(&pair(&one, &other)));
    assert!(!pairs(&db, SimilarState::Open).await.contains(&pair(&one, &other)));
    let mut tx = db.writing(&platform(&db).await).await;
    decide_similar(&mut tx, DecideSimilar { service: other.clone(), other: one.clone(), same: true }).await.unwrap();
    tx.commit().await.unwrap();
    assert!(pairs(&db, SimilarState::Open).await.contains(&pair(&one, &other)));
}

// req: UNI-05, UNI-01
#[tokio::test]
async fn a_template_is_made_from_services_that_are_the_same() {
    let db = db().await;
    let one = own_service(&db, "LV-022", "Koku ciršana").await;
    let other = own_service(&db, "LV-113", "Koku ciršana").await;
    read(&db).await;
    let platform = platform(&db).await;
    let mut tx = db.writing(&platform).await;
    let code = create_template_from_services(&mut tx, &[one.clone(), other.clone()]).await.unwrap();
    let again = create_template_from_services(&mut tx, std::slice::from_ref(&one)).await.unwrap_err();
    assert_eq!(again.key(), "template-service-attached");
    assert_eq!(create_template_from_services(&mut tx, &[]).await.unwrap_err().key(), "similar-none");
    tx.commit().await.unwrap();
    let tx = db.reading(&platform).await;
    let made = template(&tx, &code).await.unwrap();
    assert_eq!(
        (made.state, made.text.name.lv.as_str(), &made.text.steps),
        (TemplateState::Draft, "Koku ciršana", &text().steps)
    );
    assert_eq!(family(&tx, &code).await.unwrap().members.len(), 2);
    drop(tx);
    assert!(pairs(&db, SimilarState::Merged).await.contains(&pair(&one, &other)));
    let mut tx = db.writing(&contact(&db, "LV-022").await).await;
    assert!(create_template_from_services(&mut tx, &[one]).await.is_err());
}

// req: UNI-05
#[tokio::test]
async fn what_is_attached_to_one_template_is_known_to_be_the_same() {
    let db = db().await;
    let code = published(&db, text()).await;
    let one = own_service(&db, "LV-022", "Koku ciršana").await;
    let other = own_service(&db, "LV-113", "Koku ciršana").await;
    read(&db).await;
    assert!(pairs(&db, SimilarState::Open).await.contains(&pair(&one, &other)));
    let cesis = contact(&db, "LV-022").await;
    attached(&db, &cesis, attach(&code, &one, false)).await;
    attached(&db, &contact(&db, "LV-113").await, attach(&code, &other, false)).await;
    assert!(pairs(&db, SimilarState::Merged).await.contains(&pair(&one, &other)));
    let mut tx = db.writing(&cesis).await;
    detach_service(&mut tx, DetachService { template: code, service: one.clone() }).await.unwrap();
    tx.commit().await.unwrap();
    assert!(pairs(&db, SimilarState::Open).await.contains(&pair(&one, &other)));
}

// req: UNI-05
#[tokio::test]
async fn a_mark_that_many_share_hides_nobody_who_shares_another() {
    let db = db().await;
    let tx = db.writing(&Caller::engine()).await;
    let place =
        |number: i64| Place { number, service: ServiceId::new(Uuid::from_u128(u128::from(number.unsigned_abs()))) };
    // A band that is not in use: four share 20, the lowest of them last written; the others are shared by one or two.
    let shared = [(10, 1), (20, 5), (20, 4), (20, 3), (20, 2), (30, 6), (30, 7), (40, 8)];
    rows::insert_bands(&tx, shared.iter().map(|(mark, number)| (99, *mark, place(*number))).collect()).await.unwrap();
    for (most, expected) in [
        (1, vec![(10, 1), (20, 2), (30, 6), (40, 8)]),
        (2, vec![(10, 1), (20, 2), (20, 3), (30, 6), (30, 7), (40, 8)]),
        (100, vec![(10, 1), (20, 2), (20, 3), (20, 4), (20, 5), (30, 6), (30, 7), (40, 8)]),
    ] {
        let found = rows::sharing_up_to(&tx, 99, &[10, 20, 30, 40, 50], most).await.unwrap();
        let found: Vec<(i64, i64)> = found.into_iter().map(|(mark, place)| (mark, place.number)).collect();
        assert_eq!(found, expected, "{most}");
    }
}
