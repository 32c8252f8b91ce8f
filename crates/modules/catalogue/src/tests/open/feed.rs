//! The feed of changes: everything public once, in order, nothing else; and made again from the log.

use super::read_on;
use crate::tests::{contact, db, pilot, registration};
use crate::{
    ChangeKind, CloseService, Description, PublishService, ServiceChange, close_service, publish, rebuild_feed,
    register_service, service, service_changes,
};
use kernel::{Caller, ErrorKind, LangText};
use test_support::TestDb;

async fn all(db: &TestDb) -> Vec<ServiceChange> {
    let tx = db.reading(&Caller::anonymous()).await;
    let (mut found, mut after) = (Vec::new(), 0);
    loop {
        // Pages of two, so that their borders are crossed often.
        let page = service_changes(&tx, after, 2).await.unwrap();
        assert!(page.items.len() <= 2 && (page.more || page.items.len() <= 2));
        found.extend(page.items);
        after = page.after;
        if !page.more {
            return found;
        }
    }
}

async fn change(db: &TestDb, code: &str, alter: impl FnOnce(&mut Description)) {
    let mut tx = db.writing(&Caller::engine()).await;
    let now = service(&tx, code).await.unwrap();
    let mut description = (*now.description).clone();
    alter(&mut description);
    publish(&mut tx, PublishService::now(code, now.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
}

// req: CAT-19, OPN-03
#[tokio::test]
async fn every_public_change_is_there_once_in_order_with_the_revision_after_it() {
    let db = db().await;
    read_on(&db).await;
    let begun = all(&db).await;
    assert!(begun.len() >= 17, "the pilot services were published: {}", begun.len());
    let (one, other) = (pilot(&db, "P.11").await, pilot(&db, "P.02").await);
    change(&db, &one.code, |text| text.related.push(other.code.clone())).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let latest = service(&tx, &one.code).await.unwrap().latest;
    close_service(&mut tx, CloseService { code: one.code.clone(), version: latest }).await.unwrap();
    tx.commit().await.unwrap();
    read_on(&db).await;
    read_on(&db).await;
    let feed = all(&db).await;
    let told: Vec<_> = feed[begun.len()..].iter().map(|one| (one.code.as_str(), one.kind, one.revision)).collect();
    assert_eq!(
        told,
        [
            (one.code.as_str(), ChangeKind::Published, one.revision + 1),
            (other.code.as_str(), ChangeKind::Linked, other.revision + 1),
            (one.code.as_str(), ChangeKind::Withdrawn, one.revision + 2),
        ]
    );
    assert!(feed.windows(2).all(|two| two[0].number < two[1].number), "in order, none doubled");
    // What the feed says last of each service is what the service says of itself.
    let tx = db.reading(&Caller::anonymous()).await;
    for code in feed.iter().map(|one| &one.code) {
        let last = feed.iter().rev().find(|one| one.code == *code).unwrap();
        let now = service(&tx, code).await.unwrap();
        assert_eq!((last.revision, last.version), (now.revision, now.version), "{code}");
    }
}

// req: CAT-19, CAT-22
#[tokio::test]
async fn drafts_and_internal_services_are_not_in_it_and_what_becomes_internal_is_removed() {
    let db = db().await;
    read_on(&db).await;
    let begun = all(&db).await.len();
    let mut input = registration(&db).await;
    input.description.related.clear();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let draft = register_service(&mut tx, input.clone()).await.unwrap();
    let mut staff = input;
    staff.description.flags.internal = true;
    let internal = register_service(&mut tx, staff).await.unwrap();
    publish(&mut tx, PublishService::now(&internal, 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    // Links to both move their revisions; the public learns nothing of it.
    let code = pilot(&db, "P.11").await.code.clone();
    let links = [draft.clone(), internal.clone()];
    change(&db, &code, |text| text.related.extend(links)).await;
    read_on(&db).await;
    let told: Vec<_> = all(&db).await.split_off(begun);
    assert_eq!(told.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), [code.as_str()]);

    change(&db, &internal, |text| text.flags.internal = false).await;
    change(&db, &code, |text| text.flags.internal = true).await;
    change(&db, &code, |text| text.name = LangText::new("Iekšējs", "Internal")).await;
    change(&db, &code, |text| text.flags.internal = false).await;
    read_on(&db).await;
    let told: Vec<_> = all(&db).await.split_off(begun + 1);
    let kinds: Vec<_> = told.iter().map(|one| (one.code.as_str(), one.kind)).collect();
    assert_eq!(
        kinds,
        [
            (internal.as_str(), ChangeKind::Published),
            (code.as_str(), ChangeKind::Removed),
            (code.as_str(), ChangeKind::Published),
        ]
    );
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(told[0].revision, service(&tx, &internal).await.unwrap().revision, "hidden changes count as well");
    assert_eq!(told[2].revision, service(&tx, &code).await.unwrap().revision);
}

// req: CAT-19
#[tokio::test]
async fn a_rebuilt_feed_is_the_one_that_was_read_and_a_fault_is_found() {
    let db = db().await;
    read_on(&db).await;
    let code = pilot(&db, "P.11").await.code.clone();
    change(&db, &code, |text| text.minutes_to_fill = Some(9)).await;
    read_on(&db).await;
    let before = all(&db).await;
    let report = rebuild_feed(&db, true).await.unwrap();
    assert!(report.is_equal() && !report.replaced && report.rows >= before.len() as u64, "{report:?}");

    let tx = db.writing(&Caller::engine()).await;
    let mut rows = crate::store::feed::after(&tx, 0, 1000).await.unwrap();
    rows[3].revision += 1;
    rows.pop();
    crate::store::feed::clear(&tx).await.unwrap();
    crate::store::feed::add(&tx, &rows).await.unwrap();
    tx.commit().await.unwrap();
    let report = rebuild_feed(&db, true).await.unwrap();
    assert_eq!((report.differing.len(), report.replaced), (2, false), "{report:?}");
    assert_ne!(all(&db).await, before, "a check changes nothing");
    assert!(rebuild_feed(&db, false).await.unwrap().replaced);
    assert_eq!(all(&db).await, before);
    assert!(rebuild_feed(&db, true).await.unwrap().is_equal());
}

// req: CAT-19
#[tokio::test]
async fn a_number_that_was_never_given_is_gone_and_the_end_is_empty() {
    let db = db().await;
    read_on(&db).await;
    let tx = db.reading(&Caller::anonymous()).await;
    let last = all(&db).await.last().unwrap().number;
    let end = service_changes(&tx, last, 10).await.unwrap();
    assert!(end.items.is_empty() && !end.more && end.after == last);
    let ahead = service_changes(&tx, last + 1000, 10).await.unwrap_err();
    assert_eq!((ahead.kind(), ahead.key()), (ErrorKind::Gone, "feed-cursor"));
}
