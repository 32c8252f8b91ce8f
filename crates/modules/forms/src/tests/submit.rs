//! A draft becomes a case once.

use super::drafts::{anna, begin, fill};
use super::samples::{childbirth, with, without};
use crate::*;
use documents::inspect;
use kernel::{CaseId, DraftId, ErrorKind};
use serde_json::json;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

const fn case(n: u128) -> CaseId {
    CaseId::new(Uuid::from_u128(n))
}

async fn filled(db: &TestDb, answers: &Answers) -> DraftId {
    let id = begin(db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    fill(&mut tx, id, answers).await;
    tx.commit().await.unwrap();
    id
}

// req: EFR-03
#[tokio::test]
async fn a_complete_draft_is_submitted_once_and_forgets_its_copy() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let id = filled(&db, &childbirth()).await;
        let mut tx = db.writing(&anna()).await;
        let Completion::Ready(done) = complete(&mut tx, id, case(1), None).await.unwrap() else { panic!("not ready") };
        tx.commit().await.unwrap();
        assert_eq!(serde_json::Value::Object(done.answers.clone()), serde_json::Value::Object(childbirth()));
        assert_eq!((done.service_code.as_str(), done.form_version), ("9999", 1));

        // Reload, double click, another window: the same case.
        let mut tx = db.writing(&anna()).await;
        assert_eq!(complete(&mut tx, id, case(2), None).await.unwrap(), Completion::AlreadySubmitted(case(1)));
        let left = draft(&tx, id).await.unwrap();
        assert_eq!(left.submitted_case, Some(case(1)));
        assert!(left.answers.is_empty() && left.raw == RawInput::default());
        let input = SaveStep { draft: id, step: "child".to_owned(), raw: RawInput::default(), revision: left.revision };
        assert_eq!(save_step(&mut tx, input).await.unwrap_err().key(), "draft-submitted");
        assert!(drafts_of(&tx).await.unwrap().is_empty());
        drop(tx);
        assert_ne!(begin(&db, &anna()).await, id, "a new application may begin");
    }
}

#[tokio::test]
async fn two_submissions_at_once_make_one_case_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let id = filled(&db, &childbirth()).await;
        let submit = async |n: u128| -> kernel::Result<Completion> {
            let mut tx = db.writing(&anna()).await;
            let done = complete(&mut tx, id, case(n), None).await?;
            tx.commit().await?;
            Ok(done)
        };
        let (one, two) = tokio::join!(submit(1), submit(2));
        let ready = [&one, &two].iter().filter(|done| matches!(done, Ok(Completion::Ready(_)))).count();
        assert_eq!(ready, 1, "{one:?} {two:?}");
        let settled = draft(&db.reading(&anna()).await, id).await.unwrap().submitted_case;
        assert!(settled.is_some());
        assert!(matches!(submit(3).await.unwrap(), Completion::AlreadySubmitted(case) if Some(case) == settled));
    }
}

#[tokio::test]
async fn an_incomplete_draft_stays_a_draft_and_says_what_is_missing() {
    let db = TestDb::sqlite().await;
    let id = filled(&db, &without(childbirth(), "iban")).await;
    let mut tx = db.writing(&anna()).await;
    let error = complete(&mut tx, id, case(1), None).await.unwrap_err();
    assert_eq!((error.kind(), error.field_errors()[0].path.as_str()), (ErrorKind::Invalid, "answers/iban"));
    drop(tx);
    assert_eq!(draft(&db.reading(&anna()).await, id).await.unwrap().submitted_case, None);
}

#[tokio::test]
async fn a_draft_that_was_changed_since_it_was_checked_is_not_submitted() {
    let db = TestDb::sqlite().await;
    let id = filled(&db, &childbirth()).await;
    let seen = draft(&db.reading(&anna()).await, id).await.unwrap().revision;
    let mut tx = db.writing(&anna()).await;
    fill(&mut tx, id, &with(childbirth(), "account_holder", json!("Cits Cilvēks"))).await;
    let error = complete(&mut tx, id, case(1), Some(seen)).await.unwrap_err();
    assert_eq!((error.kind(), error.key()), (ErrorKind::Stale, "changed-meanwhile"));
    let now = draft(&tx, id).await.unwrap().revision;
    assert!(matches!(complete(&mut tx, id, case(1), Some(now)).await.unwrap(), Completion::Ready(_)));
    let again = complete(&mut tx, id, case(2), Some(seen)).await.unwrap();
    assert_eq!(again, Completion::AlreadySubmitted(case(1)), "pressing again leads to the same case");
}

#[tokio::test]
async fn a_rolled_back_submission_leaves_the_draft_whole() {
    let db = TestDb::sqlite().await;
    let id = filled(&db, &childbirth()).await;
    let mut tx = db.writing(&anna()).await;
    complete(&mut tx, id, case(1), None).await.unwrap();
    drop(tx);
    let left = draft(&db.reading(&anna()).await, id).await.unwrap();
    assert_eq!((left.submitted_case, left.answers.len()), (None, childbirth().len()));
}

#[tokio::test]
async fn answers_and_files_of_an_abandoned_path_are_left_behind() {
    let db = TestDb::sqlite().await;
    let abroad = with(without(childbirth(), "child_personal_code"), "birth_registered_in", json!("abroad"));
    let id = filled(&db, &with(abroad, "birth_country", json!("Igaunija"))).await;
    let mut tx = db.writing(&anna()).await;
    let file = inspect("apliecība.pdf", b"%PDF-1.7\n%%EOF".as_slice().into(), 1024).unwrap();
    let attach = AttachFile { draft: id, field: "birth_certificate".to_owned(), file };
    let document = attach_file(&mut tx, attach).await.unwrap();
    // Then the person finds that the birth is registered in Latvia after all.
    fill(&mut tx, id, &childbirth()).await;
    let Completion::Ready(done) = complete(&mut tx, id, case(1), None).await.unwrap() else { panic!("not ready") };
    assert!(!done.answers.contains_key("birth_country") && !done.answers.contains_key("birth_certificate"));
    assert!(documents::documents_of_case(&tx, case(1)).await.unwrap().is_empty());
    assert_eq!(documents::document(&tx, document).await.unwrap_err().kind(), ErrorKind::NotFound);
}
