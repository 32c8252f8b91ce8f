//! A question that an answer has called for is seen before anybody goes on.

use super::drafts::{anna, register_answer, start};
use super::samples::{childbirth, form, typed, without};
use crate::*;
use test_support::TestDb;

// req: EFR-06
#[tokio::test]
async fn a_question_that_the_register_has_answered_is_shown_before_it_is_sent() {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&anna()).await;
    let id = start_draft(&mut tx, start(register_answer(&db))).await.unwrap();
    let form = form("childbirth-benefit");
    // The page asked for no code yet, and the child that was typed is not the one that the register named.
    let mut raw = typed(&form, "child", &without(childbirth(), "birth_registered_in"));
    raw.push("birth_registered_in", "latvia");
    let save = |raw: RawInput, revision| SaveStep { draft: id, step: "child".to_owned(), raw, revision };
    let outcome = save_step(&mut tx, save(raw, 1)).await.unwrap();
    assert_eq!((outcome.next, outcome.errors), (Next::Same, Vec::new()), "the code of another child is not passed on");
    let outcome = save_step(&mut tx, save(typed(&form, "child", &childbirth()), 2)).await.unwrap();
    assert_eq!(outcome.next, Next::Step("benefit".to_owned()));
}
