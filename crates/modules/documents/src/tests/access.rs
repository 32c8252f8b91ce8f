//! Who may keep, see, open and remove a file.

use super::LIMIT;
use super::samples::PDF;
use crate::*;
use kernel::{
    Caller, CaseId, DocumentId, DraftId, ErrorKind, InstitutionId, OrganisationId, Party, PersonId, Remit, Role,
};
use storage::Write;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

const fn draft() -> DraftId {
    DraftId::new(Uuid::from_u128(50))
}

const fn case() -> CaseId {
    CaseId::new(Uuid::from_u128(60))
}

async fn keep(tx: &mut Write, owner: Party, subject: Subject) -> kernel::Result<DocumentId> {
    let file = inspect("apliecība.pdf", PDF.into(), LIMIT)?;
    store_upload(tx, Upload { owner, subject, field: "birth_certificate".to_owned(), file }).await
}

// req: ACC-18
#[tokio::test]
async fn a_file_goes_in_and_comes_out_unchanged_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let anna = Caller::client(person(1));
        let mut tx = db.writing(&anna).await;
        let id = keep(&mut tx, Party::Person(person(1)), Subject::Draft(draft())).await.unwrap();
        tx.commit().await.unwrap();

        let tx = db.reading(&anna).await;
        let (found, bytes) = open(&tx, id).await.unwrap();
        assert_eq!((bytes.as_ref(), found.file_name.as_str(), found.size), (PDF, "apliecība.pdf", PDF.len() as u64));
        assert_eq!(list_for(&tx, Subject::Draft(draft())).await.unwrap(), vec![found]);
        drop(tx);

        let mut tx = db.writing(&anna).await;
        let moved = attach_to_case(&mut tx, draft(), case()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(moved[0].subject, Subject::Case(case()));
        let tx = db.reading(&anna).await;
        assert!(list_for(&tx, Subject::Draft(draft())).await.unwrap().is_empty());
        assert_eq!(list_for(&tx, Subject::Case(case())).await.unwrap(), moved);
    }
}

// req: POR-10
#[tokio::test]
async fn other_peoples_files_look_missing() {
    let db = TestDb::sqlite().await;
    let company = Party::Organisation(OrganisationId::new(Uuid::from_u128(9)));
    let liga = Caller::client_for(person(3), company, "board-member");
    let mut tx = db.writing(&liga).await;
    let id = keep(&mut tx, company, Subject::Draft(draft())).await.unwrap();
    tx.commit().await.unwrap();

    let officer = Caller::staff(person(7), Role::Officer, InstitutionId::new(Uuid::from_u128(5)));
    let colleague = Caller::client_for(person(4), company, "board-member");
    let strangers =
        [Caller::client(person(2)), Caller::client(person(3)), Caller::anonymous(), officer.clone(), colleague.clone()];
    for stranger in strangers {
        let tx = db.reading(&stranger).await;
        assert_eq!(open(&tx, id).await.unwrap_err().kind(), ErrorKind::NotFound, "{stranger:?}");
        assert!(list_for(&tx, Subject::Draft(draft())).await.unwrap().is_empty());
        drop(tx);
        let mut tx = db.writing(&stranger).await;
        assert_eq!(remove(&mut tx, id).await.unwrap_err().kind(), ErrorKind::NotFound);
    }
    // Once it is part of a case it is the company's, and the module of cases may show it.
    let mut tx = db.writing(&liga).await;
    attach_to_case(&mut tx, draft(), case()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(document(&db.reading(&colleague).await, id).await.unwrap().id, id);
    let limited = Caller { remit: Remit::parse("1004"), ..colleague.clone() };
    let tx = db.reading(&limited).await;
    assert_eq!(open(&tx, id).await.unwrap_err().kind(), ErrorKind::NotFound, "of which service it is, cases knows");
    assert!(list_for(&tx, Subject::Case(case())).await.unwrap().is_empty());
    drop(tx);
    let tx = db.reading(&officer).await;
    assert_eq!(open_of_case(&tx, case(), id).await.unwrap().1.as_ref(), PDF);
    assert_eq!(documents_of_case(&tx, case()).await.unwrap().len(), 1);
    let other = CaseId::new(Uuid::from_u128(61));
    assert_eq!(document_of_case(&tx, other, id).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn nobody_stores_a_file_for_somebody_else() {
    let db = TestDb::sqlite().await;
    let owner = Party::Person(person(1));
    let institution = InstitutionId::new(Uuid::from_u128(5));
    let officer = Caller::staff(person(7), Role::Officer, institution);
    let auditor = Caller::staff(person(8), Role::Auditor, institution);
    for (caller, subject, allowed) in [
        (Caller::client(person(1)), Subject::Draft(draft()), true),
        (Caller::client(person(2)), Subject::Draft(draft()), false),
        (Caller::client(person(2)), Subject::Case(case()), false),
        (officer.clone(), Subject::Draft(draft()), false),
        (officer, Subject::Case(case()), true),
        (auditor, Subject::Case(case()), false),
        (Caller::anonymous(), Subject::Case(case()), false),
    ] {
        let mut tx = db.writing(&caller).await;
        assert_eq!(keep(&mut tx, owner, subject).await.is_ok(), allowed, "{caller:?} {subject:?}");
    }
}

#[tokio::test]
async fn a_field_takes_five_files_and_a_sixth_after_one_is_removed() {
    let db = TestDb::sqlite().await;
    let (anna, owner) = (Caller::client(person(1)), Party::Person(person(1)));
    let mut tx = db.writing(&anna).await;
    let mut last = None;
    for _ in 0..MAX_PER_FIELD {
        last = Some(keep(&mut tx, owner, Subject::Draft(draft())).await.unwrap());
    }
    let error = keep(&mut tx, owner, Subject::Draft(draft())).await.unwrap_err();
    let args = [("name", "apliecība.pdf".to_owned()), ("max", "5".to_owned())];
    assert_eq!((error.key(), error.args()), ("file-too-many", args.as_slice()));
    remove(&mut tx, last.unwrap()).await.unwrap();
    keep(&mut tx, owner, Subject::Draft(draft())).await.unwrap();
}

#[tokio::test]
async fn bytes_go_after_the_row_and_only_then() {
    let db = TestDb::sqlite().await;
    let (anna, owner) = (Caller::client(person(1)), Party::Person(person(1)));
    let mut tx = db.writing(&anna).await;
    let id = keep(&mut tx, owner, Subject::Draft(draft())).await.unwrap();
    tx.commit().await.unwrap();
    let key = format!("documents/{id}");

    // A timer that comes too early, or a removal that is rolled back, deletes nothing.
    let mut tx = db.writing(&Caller::engine()).await;
    purge(&mut tx, id.uuid()).await.unwrap();
    drop(tx);
    let mut tx = db.writing(&anna).await;
    remove(&mut tx, id).await.unwrap();
    drop(tx);
    assert_eq!(open(&db.reading(&anna).await, id).await.unwrap().1.as_ref(), PDF);

    let mut tx = db.writing(&anna).await;
    remove(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let timer = tx.claim_timer(&[PURGE_TIMER]).await.unwrap().unwrap();
    assert_eq!(timer.subject, id.uuid());
    purge(&mut tx, timer.subject).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(db.blobs().get(&key).await.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_file_of_a_case_cannot_be_taken_back() {
    let db = TestDb::sqlite().await;
    let (anna, owner) = (Caller::client(person(1)), Party::Person(person(1)));
    let mut tx = db.writing(&anna).await;
    let id = keep(&mut tx, owner, Subject::Case(case())).await.unwrap();
    assert_eq!(remove(&mut tx, id).await.unwrap_err().kind(), ErrorKind::Conflict);
}

#[tokio::test]
async fn changed_bytes_are_noticed() {
    let db = TestDb::sqlite().await;
    let (anna, owner) = (Caller::client(person(1)), Party::Person(person(1)));
    let mut tx = db.writing(&anna).await;
    let id = keep(&mut tx, owner, Subject::Draft(draft())).await.unwrap();
    tx.commit().await.unwrap();
    db.blobs().put(&format!("documents/{id}"), b"other".as_slice().into()).await.unwrap();
    assert_eq!(open(&db.reading(&anna).await, id).await.unwrap_err().key(), "document-damaged");
}
