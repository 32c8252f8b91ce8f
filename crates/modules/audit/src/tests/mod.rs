//! Tests of reading the record.

use crate::{own_viewings, own_viewings_in_case, verify, verify_case, viewings_in_case, viewings_of};
use kernel::{Caller, CaseId, ErrorKind, InstitutionId, PageRequest, PersonId, Role};
use storage::AccessRecord;
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

fn person(n: u128) -> PersonId {
    PersonId::new(Uuid::from_u128(n))
}

fn staff(role: Role) -> Caller {
    Caller::staff(person(9), role, InstitutionId::new(Uuid::from_u128(99)))
}

async fn somebody_looks(db: &TestDb, subject: PersonId) {
    let mut tx = db.writing(&staff(Role::Officer)).await;
    let record = AccessRecord { subject, what: "case", purpose: "handle-case", case: None };
    tx.record_access(record).await.unwrap();
    tx.commit().await.unwrap();
}

// req: PRF-03, AUD-01
#[tokio::test]
async fn a_client_sees_who_looked_and_nobody_elses() {
    let db = TestDb::sqlite().await;
    somebody_looks(&db, person(1)).await;
    somebody_looks(&db, person(2)).await;
    let tx = db.reading(&Caller::client(person(1))).await;
    let seen = own_viewings(&tx, &PageRequest::first(10)).await.unwrap().items;
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].role, seen[0].institution), (Role::Officer, staff(Role::Officer).institution));
    let refused = own_viewings(&db.reading(&staff(Role::Officer)).await, &PageRequest::first(10)).await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
}

// req: AUD-03
#[tokio::test]
async fn an_auditors_look_at_the_record_is_on_the_record() {
    let db = TestDb::sqlite().await;
    somebody_looks(&db, person(1)).await;
    let mut tx = db.writing(&staff(Role::Auditor)).await;
    viewings_of(&mut tx, person(1), &PageRequest::first(10)).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::client(person(1))).await;
    let seen = own_viewings(&tx, &PageRequest::first(10)).await.unwrap().items;
    assert_eq!((seen.len(), seen[0].purpose.as_str(), seen[0].role), (2, "audit", Role::Auditor));
    drop(tx);
    let mut tx = db.writing(&staff(Role::InstitutionAdministrator)).await;
    let refused = viewings_of(&mut tx, person(1), &PageRequest::first(10)).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}

// req: AUD-03, PRF-03
#[tokio::test]
async fn the_viewings_of_one_case_are_all_read_page_by_page_on_both_databases() {
    let cluster = TestPostgres::start();
    let (case, other) = (CaseId::new(Uuid::from_u128(5)), CaseId::new(Uuid::from_u128(6)));
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let mut tx = db.writing(&staff(Role::Officer)).await;
        for (what, case) in [("case", Some(case)), ("case", Some(other)), ("profile", None), ("document", Some(case))] {
            for _ in 0..60 {
                let record = AccessRecord { subject: person(1), what, purpose: "handle-case", case };
                tx.record_access(record).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let mut tx = db.writing(&staff(Role::Auditor)).await;
        let mut seen = Vec::new();
        let mut request = PageRequest::first(25);
        loop {
            let page = viewings_in_case(&mut tx, person(1), case, &request).await.unwrap();
            assert!(page.items.iter().all(|viewing| viewing.case == Some(case)));
            seen.extend(page.items);
            let Some(next) = page.next else { break };
            request = PageRequest::new(25, Some(next));
        }
        assert_eq!((seen.len(), seen[0].what.as_str(), seen[119].what.as_str()), (120, "document", "case"));
        drop(tx);
        let mut tx = db.writing(&staff(Role::Officer)).await;
        let refused = viewings_in_case(&mut tx, person(1), case, &request).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Forbidden);
        drop(tx);
        // The client finds those of a case behind any number of newer ones.
        let tx = db.reading(&Caller::client(person(1))).await;
        let own = own_viewings_in_case(&tx, other, &PageRequest::first(10)).await.unwrap();
        assert!(own.items.len() == 10 && own.items.iter().all(|viewing| viewing.case == Some(other)));
        let of_others = db.reading(&Caller::client(person(2))).await;
        let none = own_viewings_in_case(&of_others, other, &PageRequest::first(10)).await.unwrap();
        assert!(none.items.is_empty());
        let refused = own_viewings_in_case(&db.reading(&staff(Role::Officer)).await, other, &request).await;
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
    }
}

// req: AUD-02, AUD-03
#[tokio::test]
async fn auditors_prove_the_log_and_officers_do_not() {
    let db = TestDb::sqlite().await;
    somebody_looks(&db, person(1)).await;
    let report = verify(&db.reading(&staff(Role::Auditor)).await, |_| {}).await.unwrap();
    assert_eq!((report.streams, report.events, report.breaks.len()), (1, 1, 0));
    let refused = verify(&db.reading(&staff(Role::Officer)).await, |_| {}).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
}

// req: AUD-02, AUD-03
#[tokio::test]
async fn one_case_is_proved_alone() {
    let db = TestDb::sqlite().await;
    let (case, missing) = (CaseId::new(Uuid::from_u128(5)), CaseId::new(Uuid::from_u128(6)));
    let mut tx = db.writing(&staff(Role::Officer)).await;
    let fact = storage::NewEvent::new("case.submitted", 1, &"x").unwrap();
    tx.append(storage::Stream::case(case), storage::Expected::New, vec![fact]).await.unwrap();
    tx.commit().await.unwrap();
    somebody_looks(&db, person(1)).await;
    let tx = db.reading(&staff(Role::Auditor)).await;
    let report = verify_case(&tx, case).await.unwrap();
    assert_eq!((report.streams, report.events, report.breaks.len()), (1, 1, 0));
    assert_eq!(verify_case(&tx, missing).await.unwrap().breaks.len(), 1);
}
