//! What a service shows of others, and how it learns that they changed.

use super::{contact, db, pilot};
use crate::store::mentions;
use crate::{Description, PublishService, ensure_categories, links, publish, service};
use kernel::{Caller, LangText};
use test_support::TestDb;

async fn change(db: &TestDb, code: &str, alter: impl FnOnce(&mut Description)) {
    let mut tx = db.writing(&Caller::engine()).await;
    let now = service(&tx, code).await.unwrap();
    let mut description = (*now.description).clone();
    alter(&mut description);
    publish(&mut tx, PublishService::now(code, now.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
}

// req: CAT-31
#[tokio::test]
async fn a_renamed_service_moves_those_that_name_it_and_nobody_else() {
    let db = db().await;
    let (one, other) = (pilot(&db, "P.11").await.code.clone(), pilot(&db, "P.02").await.code.clone());
    change(&db, &other, |text| text.related = vec![one.clone()]).await;
    let apart = pilot(&db, "P.05").await;
    assert!(!apart.description.related.contains(&one));
    let revision = async |code: &str| service(&db.reading(&Caller::engine()).await, code).await.unwrap().revision;
    let before = (revision(&other).await, revision(&apart.code).await);
    change(&db, &one, |text| text.minutes_to_fill = Some(9)).await;
    assert_eq!((revision(&other).await, revision(&apart.code).await), before, "the name is the same");
    change(&db, &one, |text| text.name = LangText::new("Pabalsts par bērnu", "Benefit for a child")).await;
    assert_eq!((revision(&other).await, revision(&apart.code).await), (before.0 + 1, before.1));
    // What is not named any more is not told.
    change(&db, &other, |text| text.related.clear()).await;
    let left = revision(&other).await;
    change(&db, &one, |text| text.name = LangText::new("Bērna pabalsts", "Child benefit")).await;
    assert_eq!(revision(&other).await, left);
}

// req: CAT-31
#[tokio::test]
async fn what_descriptions_name_is_the_same_when_it_is_made_anew() {
    let db = db().await;
    change(&db, "1007", |text| text.life_events.push("old_word".to_owned())).await;
    let named = async || {
        let tx = db.reading(&Caller::engine()).await;
        let mut found = mentions::naming(&tx, mentions::SITUATION, "old_word").await.unwrap();
        for code in 1001..=1017 {
            found.extend(mentions::naming(&tx, mentions::SERVICE, &code.to_string()).await.unwrap());
        }
        found
    };
    let live = named().await;
    assert!(live.len() > 16 && live[0] == "1007");
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    links::rebuild(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(named().await, live);
    // A database that an older program filled.
    let mut tx = db.writing(&Caller::engine()).await;
    mentions::clear(&tx).await.unwrap();
    ensure_categories(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(named().await, live);
}
