//! Of two who change the same thing at once on PostgreSQL the second is told, and what the first wrote stands. Both have
//! read it as it was; on SQLite the second begins only when the first is done.

use super::{contact, db_on, institution, templates::platform};
use crate::{
    SetBoost, SetRepealedAct, SetSynonym, answer_proposal, boosts, proposals_about, remove_boost, remove_repealed_act,
    remove_synonym, repealed_acts, send_proposal, set_boost, set_repealed_act, set_synonym, synonyms,
};
use kernel::{Caller, Error, ErrorKind, PersonId, Result, Role};
use storage::Write;
use test_support::{TestDb, TestPostgres, kept_late};
use uuid::Uuid;

const ACT: i64 = 68_483;

/// What the second is told: it has read what the first changed, and waits until the first is kept.
async fn refused<T: std::fmt::Debug>(first: Write, second: impl Future<Output = Result<T>>) -> Error {
    let (second, ()) = tokio::join!(second, kept_late(first));
    second.unwrap_err()
}

async fn two(db: &TestDb, caller: &Caller) -> (Write, Write) {
    (db.writing(caller).await, db.writing(caller).await)
}

fn act(seen: Option<i64>, title: &str) -> SetRepealedAct {
    SetRepealedAct {
        known: seen.map(|revision| (ACT, revision)),
        act: ACT.to_string(),
        title: title.to_owned(),
        successor: "Jaunais likums".to_owned(),
        link: "999001".to_owned(),
    }
}

// req: CAT-18
#[tokio::test]
async fn the_second_who_changes_a_repealed_act_is_told() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    let platform = platform(&db).await;
    let mut tx = db.writing(&platform).await;
    set_repealed_act(&mut tx, act(None, "Likums")).await.unwrap();
    tx.commit().await.unwrap();

    let (mut first, mut second) = two(&db, &platform).await;
    set_repealed_act(&mut first, act(Some(1), "Pirmais")).await.unwrap();
    let told = refused(first, set_repealed_act(&mut second, act(Some(1), "Otrais"))).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "act-changed"));
    drop(second);
    let (mut first, mut second) = two(&db, &platform).await;
    set_repealed_act(&mut first, act(Some(2), "Trešais")).await.unwrap();
    let told = refused(first, remove_repealed_act(&mut second, ACT, 2)).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "act-changed"));
    drop(second);
    let now = repealed_acts(&db.reading(&platform).await).await.unwrap().remove(0);
    assert_eq!((now.act.title.as_str(), now.revision), ("Trešais", 3));

    // Removing leaves the revision as it is: an act that is gone is not brought back unseen.
    let (mut first, mut second) = two(&db, &platform).await;
    remove_repealed_act(&mut first, ACT, 3).await.unwrap();
    let told = refused(first, set_repealed_act(&mut second, act(Some(3), "Ceturtais"))).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "act-changed"));
    drop(second);
    assert_eq!(repealed_acts(&db.reading(&platform).await).await.unwrap(), []);
}

// req: POR-15
#[tokio::test]
async fn the_second_who_changes_a_search_rule_is_told() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    let platform = platform(&db).await;
    let synonym =
        |known, means: &str| SetSynonym { known, words: "kukulis".to_owned(), means: means.to_owned(), two_way: false };
    let boost = |known, percent| SetBoost { known, service: "1007".to_owned(), words: String::new(), percent };
    let mut tx = db.writing(&platform).await;
    let word = set_synonym(&mut tx, synonym(None, "pabalsts")).await.unwrap();
    let place = set_boost(&mut tx, boost(None, 150)).await.unwrap();
    tx.commit().await.unwrap();

    let (mut first, mut second) = two(&db, &platform).await;
    set_synonym(&mut first, synonym(Some((word, 1)), "pirmais")).await.unwrap();
    let told = refused(first, set_synonym(&mut second, synonym(Some((word, 1)), "otrais"))).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "search-rule-changed"));
    drop(second);
    let (mut first, mut second) = two(&db, &platform).await;
    set_boost(&mut first, boost(Some((place, 1)), 200)).await.unwrap();
    let told = refused(first, set_boost(&mut second, boost(Some((place, 1)), 300))).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "search-rule-changed"));
    drop(second);
    let (mut first, mut second) = two(&db, &platform).await;
    set_boost(&mut first, boost(Some((place, 2)), 250)).await.unwrap();
    let told = refused(first, remove_boost(&mut second, place, 2)).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "search-rule-changed"));
    drop(second);
    let tx = db.reading(&platform).await;
    let now = synonyms(&tx).await.unwrap().remove(0);
    assert_eq!((now.means, now.revision), (vec!["pirmais".to_owned()], 2));
    let now = boosts(&tx).await.unwrap().remove(0);
    assert_eq!((now.percent, now.revision), (250, 3));
    drop(tx);

    // Removing leaves the revision as it is: a rule that is gone is not brought back unseen.
    let (mut first, mut second) = two(&db, &platform).await;
    remove_synonym(&mut first, word, 2).await.unwrap();
    let told = refused(first, set_synonym(&mut second, synonym(Some((word, 2)), "trešais"))).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Stale, "search-rule-changed"));
    drop(second);
    assert_eq!(synonyms(&db.reading(&platform).await).await.unwrap(), []);
}

// req: CAT-32
#[tokio::test]
async fn the_second_answer_to_a_proposal_is_refused() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    let centre = institution(&db, "VPVKAC-CESIS").await;
    let ilze = Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Specialist, centre);
    let mut tx = db.writing(&ilze).await;
    let id = send_proposal(&mut tx, "1007", "Klienti jautā par termiņu.").await.unwrap();
    tx.commit().await.unwrap();

    let (mut first, mut second) = two(&db, &contact(&db, "VSAA").await).await;
    answer_proposal(&mut first, id, "Labosim.").await.unwrap();
    let told = refused(first, answer_proposal(&mut second, id, "Nelabosim.")).await;
    assert_eq!((told.kind(), told.key()), (ErrorKind::Conflict, "proposal-answered"));
    drop(second);
    let seen = proposals_about(&db.reading(&ilze).await, "1007").await.unwrap();
    assert_eq!(seen[0].answer.as_deref(), Some("Labosim."));
}
