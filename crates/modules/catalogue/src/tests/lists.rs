//! Lists and their pages.

use super::{contact, db, institution, registration};
use crate::{ClientCircle, ServiceFilter, ServiceState, list_services, register_service};
use kernel::{Caller, Cursor, PageRequest};
use storage::Read;

async fn codes(tx: &Read, filter: &ServiceFilter, limit: u64) -> Vec<String> {
    let mut request = PageRequest::first(limit);
    let mut codes = Vec::new();
    loop {
        let page = list_services(tx, filter, &request).await.unwrap();
        codes.extend(page.items.into_iter().map(|item| item.code));
        match page.next {
            Some(next) => request = PageRequest::new(limit, Some(next)),
            None => return codes,
        }
    }
}

#[tokio::test]
async fn pages_hold_every_service_once_in_one_order() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let all = codes(&tx, &ServiceFilter::default(), 100).await;
    assert_eq!(all.len(), 16);
    for limit in [1, 3, 7, 16] {
        assert_eq!(codes(&tx, &ServiceFilter::default(), limit).await, all, "{limit}");
    }
}

#[tokio::test]
async fn a_page_does_not_move_when_services_are_added_or_closed() {
    let db = db().await;
    let first = {
        let tx = db.reading(&Caller::anonymous()).await;
        list_services(&tx, &ServiceFilter::default(), &PageRequest::first(5)).await.unwrap()
    };
    let input = registration(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    register_service(&mut tx, input).await.unwrap();
    crate::close_service(&mut tx, crate::CloseService { code: "1002".into(), version: 2 }).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let second = list_services(&tx, &ServiceFilter::default(), &PageRequest::new(5, first.next)).await.unwrap();
    assert_eq!(second.items[0].code, "1006");
}

#[tokio::test]
async fn filters_narrow_the_list() {
    let db = db().await;
    let vid = institution(&db, "VID").await;
    let tx = db.reading(&Caller::anonymous()).await;
    let of_vid = ServiceFilter { holder: Some(vid), ..ServiceFilter::default() };
    assert_eq!(codes(&tx, &of_vid, 10).await, ["1002", "1003"]);
    let closed = ServiceFilter { states: vec![ServiceState::Closed], ..ServiceFilter::default() };
    assert_eq!(codes(&tx, &closed, 10).await, ["1017"]);
    let legal = ServiceFilter { client_circle: Some(ClientCircle::LegalPerson), ..ServiceFilter::default() };
    assert!(codes(&tx, &legal, 10).await.is_empty());
}

// req: CAT-22
#[tokio::test]
async fn drafts_and_internal_services_are_listed_for_those_who_may_see_them_only() {
    let db = db().await;
    let mut internal = registration(&db).await;
    internal.description.flags.internal = true;
    let draft = registration(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let internal = register_service(&mut tx, internal).await.unwrap();
    let publish = crate::PublishService::now(internal.clone(), 1, None);
    crate::publish(&mut tx, publish).await.unwrap();
    let draft = register_service(&mut tx, draft).await.unwrap();
    tx.commit().await.unwrap();
    let vsaa = institution(&db, "VSAA").await;
    let everything = ServiceFilter {
        states: ServiceState::ALL.to_vec(),
        holder: Some(vsaa),
        internal: true,
        ..ServiceFilter::default()
    };
    for (caller, sees) in [
        (Caller::anonymous(), [false, false]),
        (contact(&db, "NVA").await, [true, false]),
        (contact(&db, "VSAA").await, [true, true]),
    ] {
        let tx = db.reading(&caller).await;
        let codes = codes(&tx, &everything, 100).await;
        assert_eq!([codes.contains(&internal), codes.contains(&draft)], sees, "{caller:?}");
    }
}

#[tokio::test]
async fn a_foreign_cursor_is_refused() {
    let db = db().await;
    let tx = db.reading(&Caller::anonymous()).await;
    let foreign = PageRequest::new(5, Some(Cursor::from_parts(&["found", "5"])));
    let error = list_services(&tx, &ServiceFilter::default(), &foreign).await.unwrap_err();
    assert_eq!(error.key(), "bad-cursor");
}
