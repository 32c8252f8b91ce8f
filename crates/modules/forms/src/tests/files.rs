//! Files of a draft.

use super::drafts::{anna, begin, fill};
use super::samples::{childbirth, with, without};
use crate::*;
use documents::{InspectedFile, inspect};
use kernel::{Caller, CaseId, ErrorKind, PersonId};
use serde_json::json;
use test_support::TestDb;
use uuid::Uuid;

fn file() -> InspectedFile {
    inspect("apliecība.pdf", b"%PDF-1.7\n%%EOF".as_slice().into(), 1024).unwrap()
}

fn other_file() -> InspectedFile {
    inspect("tulkojums.pdf", b"%PDF-1.7\n1\n%%EOF".as_slice().into(), 1024).unwrap()
}

fn abroad() -> Answers {
    let answers = with(without(childbirth(), "child_personal_code"), "birth_registered_in", json!("abroad"));
    with(answers, "birth_country", json!("Igaunija"))
}

fn attach(draft: kernel::DraftId, field: &str) -> AttachFile {
    AttachFile { draft, field: field.to_owned(), file: file() }
}

// req: EFR-03
#[tokio::test]
async fn a_file_answers_its_question_and_goes_with_the_case() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    let (first, second) = (
        attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap(),
        attach_file(&mut tx, AttachFile { file: other_file(), ..attach(id, "birth_certificate") }).await.unwrap(),
    );
    assert_eq!(fill(&mut tx, id, &abroad()).await.next, Next::Check);
    remove_file(&mut tx, id, first).await.unwrap();
    let kept = draft(&tx, id).await.unwrap();
    assert_eq!(answers_of(&tx, &kept).await.unwrap()["birth_certificate"], json!([second.to_string()]));
    let case = CaseId::new(Uuid::from_u128(7));
    let Completion::Ready(done) = complete(&mut tx, id, case, None).await.unwrap() else { panic!("not ready") };
    assert_eq!(done.answers["birth_certificate"], json!([second.to_string()]));
    let moved = documents::documents_of_case(&tx, case).await.unwrap();
    assert_eq!(moved.iter().map(|document| document.id).collect::<Vec<_>>(), [second]);
}

// req: EFR-03
#[tokio::test]
async fn a_file_that_is_sent_again_is_kept_once() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    let first = attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap();
    for _ in 0..=documents::MAX_PER_FIELD {
        assert_eq!(attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap(), first);
    }
    assert_eq!(files_of(&tx, id).await.unwrap().len(), 1);
    remove_file(&mut tx, id, first).await.unwrap();
    let again = attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap();
    assert_ne!(again, first, "what was taken away can come again");
    let renamed = inspect("otra lapa.pdf", b"%PDF-1.7\n%%EOF".as_slice().into(), 1024).unwrap();
    let beside = attach_file(&mut tx, AttachFile { file: renamed, ..attach(id, "birth_certificate") }).await.unwrap();
    assert_ne!(beside, again, "under another name it is a file of its own");
}

#[tokio::test]
async fn a_file_that_is_needed_is_missed() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    fill(&mut tx, id, &abroad()).await;
    let error = complete(&mut tx, id, CaseId::new(Uuid::from_u128(7)), None).await.unwrap_err();
    assert_eq!(error.field_errors()[0].path, "answers/birth_certificate");
}

#[tokio::test]
async fn files_go_only_into_file_fields_of_ones_own_draft() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    for field in ["iban", "nothing", ""] {
        let error = attach_file(&mut tx, attach(id, field)).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "form-field"));
    }
    let document = attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap();
    tx.commit().await.unwrap();
    let janis = Caller::client(PersonId::new(Uuid::from_u128(2)));
    let mut tx = db.writing(&janis).await;
    assert_eq!(attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(remove_file(&mut tx, id, document).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(documents::open(&tx, document).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn the_files_of_a_discarded_draft_go_with_it() {
    let db = TestDb::sqlite().await;
    let id = begin(&db, &anna()).await;
    let mut tx = db.writing(&anna()).await;
    let document = attach_file(&mut tx, attach(id, "birth_certificate")).await.unwrap();
    discard_draft(&mut tx, id).await.unwrap();
    assert_eq!(documents::document(&tx, document).await.unwrap_err().kind(), ErrorKind::NotFound);
}
