//! Pages of everything public, and what was in force on a day.

use crate::tests::{contact, db, pilot, registration};
use crate::{PublishService, public_services, publish, register_service, service, service_as_of};
use chrono::{Days, TimeDelta};
use kernel::{Caller, ErrorKind, LangText, riga_date};

// req: CAT-19
#[tokio::test]
async fn pages_hold_every_public_service_once_and_no_draft() {
    let db = db().await;
    let input = registration(&db).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    register_service(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let (mut codes, mut after) = (Vec::new(), 0);
    loop {
        let page = public_services(&tx, after, 5).await.unwrap();
        for one in &page.services {
            assert_eq!(**one, *service(&tx, &one.code).await.unwrap());
            codes.push(one.code.clone());
        }
        match page.next {
            Some(next) => after = next,
            None => break,
        }
    }
    let expected: Vec<String> = (1001..=1017).map(|code| code.to_string()).collect();
    assert_eq!(codes, expected, "open and closed ones, in order");
}

// req: CAT-33
#[tokio::test]
async fn what_was_in_force_on_a_day_can_be_read_later() {
    let db = db().await;
    let first = pilot(&db, "P.11").await;
    let begun = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(begun + TimeDelta::days(3));
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let mut description = (*first.description).clone();
    description.summary = LangText::new("Jaunais", "The new one");
    publish(&mut tx, PublishService::now("1007", first.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let today = riga_date(tx.now());
    let before = service_as_of(&tx, "1007", today - Days::new(2)).await.unwrap();
    assert_eq!((before.version, &before.description), (first.version, &first.description));
    let now = service_as_of(&tx, "1007", today).await.unwrap();
    assert_eq!(now.description.summary.en, "The new one");
    let never = service_as_of(&tx, "1007", today - Days::new(9)).await.unwrap_err();
    assert_eq!(never.kind(), ErrorKind::NotFound);
    assert_eq!(service_as_of(&tx, "1007", today + Days::new(1)).await.unwrap_err().key(), "date-ahead");
}
