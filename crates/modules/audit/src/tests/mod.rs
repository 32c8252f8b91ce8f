//! Tests of reading the record.

use crate::{own_viewings, own_viewings_in_case, verify, verify_case, viewings_by, viewings_in_case, viewings_of};
use chrono::TimeDelta;
use kernel::{Caller, CaseId, ErrorKind, InstitutionId, PageRequest, PersonId, Role};
use storage::{AccessRecord, Looker, NewEvent, Period};
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
    let read = viewings_of(&mut tx, person(1), Period::default(), &PageRequest::first(10)).await.unwrap().items;
    assert!(read.iter().any(|viewing| viewing.official == staff(Role::Officer).person), "the auditor reads who it was");
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::client(person(1))).await;
    let seen = own_viewings(&tx, &PageRequest::first(10)).await.unwrap().items;
    assert_eq!((seen.len(), seen[0].purpose.as_str(), seen[0].role), (2, "audit", Role::Auditor));
    assert!(seen.iter().all(|viewing| viewing.official.is_none()), "a client reads the institution alone");
    drop(tx);
    let mut tx = db.writing(&staff(Role::InstitutionAdministrator)).await;
    let refused = viewings_of(&mut tx, person(1), Period::default(), &PageRequest::first(10)).await.unwrap_err();
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
            let page = viewings_in_case(&mut tx, Some(person(1)), case, &request).await.unwrap();
            assert!(page.items.iter().all(|viewing| viewing.case == Some(case)));
            seen.extend(page.items);
            let Some(next) = page.next else { break };
            request = PageRequest::new(25, Some(next));
        }
        assert_eq!((seen.len(), seen[0].what.as_str(), seen[119].what.as_str()), (120, "document", "case"));
        drop(tx);
        let mut tx = db.writing(&staff(Role::Officer)).await;
        let refused = viewings_in_case(&mut tx, Some(person(1)), case, &request).await.unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Forbidden);
        drop(tx);
        // The client finds those of a case behind any number of newer ones, and so does who acts for the same company.
        for reader in [1, 3] {
            let tx = db.reading(&Caller::client(person(reader))).await;
            let own = own_viewings_in_case(&tx, Some(person(1)), other, &PageRequest::first(10)).await.unwrap();
            assert!(own.items.len() == 10 && own.items.iter().all(|viewing| viewing.case == Some(other)), "{reader}");
        }
        let of_others = db.reading(&Caller::client(person(2))).await;
        let none = own_viewings_in_case(&of_others, Some(person(2)), other, &PageRequest::first(10)).await.unwrap();
        assert!(none.items.is_empty());
        let officer = db.reading(&staff(Role::Officer)).await;
        let refused = own_viewings_in_case(&officer, Some(person(1)), other, &request).await;
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Forbidden);
    }
}

// req: AUD-03, PRF-03
#[tokio::test]
async fn looks_at_a_case_without_a_known_applicant_are_kept_with_the_case() {
    let db = TestDb::sqlite().await;
    let (case, other) = (CaseId::new(Uuid::from_u128(5)), CaseId::new(Uuid::from_u128(6)));
    let mut tx = db.writing(&staff(Role::Officer)).await;
    for case in [case, other] {
        tx.record_access_to_case(case, "case", "handle-case").await.unwrap();
    }
    let all = PageRequest::first(10);
    assert_eq!(viewings_in_case(&mut tx, None, case, &all).await.unwrap_err().kind(), ErrorKind::Forbidden);
    tx.commit().await.unwrap();
    let mut tx = db.writing(&staff(Role::Auditor)).await;
    let seen = viewings_in_case(&mut tx, None, case, &all).await.unwrap().items;
    let told: Vec<_> = seen.iter().map(|one| (one.what.as_str(), one.role, one.case)).collect();
    assert_eq!(told, [("viewings", Role::Auditor, Some(case)), ("case", Role::Officer, Some(case))]);
    // What an institution looked at names both cases.
    let looker = Looker::Institution(staff(Role::Officer).institution.unwrap());
    let found = viewings_by(&mut tx, looker, Period::default(), &all).await.unwrap().items;
    let looked: Vec<_> = found.iter().filter(|one| one.role == Role::Officer).map(|one| one.case).collect();
    assert_eq!(looked, [Some(other), Some(case)]);
}

/// Officials of two institutions look at people, an hour apart; the third look is of the second institution.
async fn three_look(db: &TestDb) -> [Caller; 3] {
    let of =
        |who, institution| Caller::staff(person(who), Role::Officer, InstitutionId::new(Uuid::from_u128(institution)));
    let callers = [of(21, 97), of(22, 97), of(23, 98)];
    for (caller, subject) in callers.iter().zip(1..) {
        let mut tx = db.writing(caller).await;
        let record = AccessRecord { subject: person(subject), what: "case", purpose: "handle-case", case: None };
        tx.record_access(record).await.unwrap();
        tx.commit().await.unwrap();
        db.test_clock().advance(TimeDelta::hours(24));
    }
    callers
}

// req: AUD-03, AUD-04, PRF-03
#[tokio::test]
async fn looks_of_an_institution_and_of_an_official_are_found_by_time_on_both_databases() {
    let cluster = TestPostgres::start();
    for db in [TestDb::sqlite().await, TestDb::postgres(&cluster).await] {
        let [first, second, other] = three_look(&db).await;
        let all = PageRequest::first(10);
        let ours = Looker::Institution(first.institution.unwrap());
        let mut tx = db.writing(&staff(Role::Auditor)).await;
        let found = viewings_by(&mut tx, ours, Period::default(), &all).await.unwrap();
        assert_eq!((found.items.len(), found.next), (2, None));
        assert!(found.items[0].at > found.items[1].at && found.items[0].institution == first.institution);
        let (earlier, later) = (found.items[1].at, found.items[0].at);
        for (period, expected) in [
            (Period { from: Some(later), until: None }, vec![later]),
            (Period { from: None, until: Some(later) }, vec![earlier]),
            (Period { from: Some(earlier), until: Some(later + TimeDelta::seconds(1)) }, vec![later, earlier]),
            (Period { from: Some(later + TimeDelta::days(90)), until: None }, Vec::new()),
        ] {
            let found = viewings_by(&mut tx, ours, period, &all).await.unwrap().items;
            assert_eq!(found.iter().map(|one| one.at).collect::<Vec<_>>(), expected, "{period:?}");
            let of_first =
                viewings_of(&mut tx, person(1), Period { until: Some(later), ..period }, &all).await.unwrap();
            let expected = expected.iter().filter(|at| **at == earlier).count();
            assert_eq!(of_first.items.iter().filter(|one| one.role == Role::Officer).count(), expected, "{period:?}");
        }
        let one = PageRequest::first(1);
        let page = viewings_by(&mut tx, ours, Period::default(), &one).await.unwrap();
        let rest = viewings_by(&mut tx, ours, Period::default(), &PageRequest::new(1, page.next)).await.unwrap();
        assert_eq!((page.items[0].at, rest.items[0].at, rest.next), (later, earlier, None));

        let seconds = viewings_by(&mut tx, Looker::Person(second.person.unwrap()), Period::default(), &all).await;
        assert_eq!(seconds.unwrap().items.len(), 1);
        tx.commit().await.unwrap();
        let official = Caller::client(second.person.unwrap());
        let read = own_viewings(&db.reading(&official).await, &all).await.unwrap().items;
        assert_eq!(read.iter().map(|one| one.purpose.as_str()).collect::<Vec<_>>(), ["audit"], "of the official");
        for caller in [other, staff(Role::PlatformAdministrator)] {
            let mut tx = db.writing(&caller).await;
            let refused = viewings_by(&mut tx, ours, Period::default(), &all).await.unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::Forbidden);
        }
    }
}

// req: AUD-04
#[tokio::test]
async fn a_look_before_a_long_piece_of_the_log_is_found_in_steps() {
    let db = TestDb::sqlite().await;
    let [_, _, other] = three_look(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    for number in 0..51 {
        let facts = (0..400).map(|_| NewEvent::new("case.submitted", 1, &"x").unwrap()).collect();
        let stream = storage::Stream::case(CaseId::new(Uuid::from_u128(1000 + number)));
        tx.append(stream, storage::Expected::New, facts).await.unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = db.writing(&staff(Role::Auditor)).await;
    let looker = Looker::Institution(other.institution.unwrap());
    let first = viewings_by(&mut tx, looker, Period::default(), &PageRequest::first(10)).await.unwrap();
    assert!(first.items.is_empty() && first.next.is_some(), "looked through a piece only");
    let second = viewings_by(&mut tx, looker, Period::default(), &PageRequest::new(10, first.next)).await.unwrap();
    assert_eq!((second.items.len(), second.next), (1, None));
    // Within a time only its piece of the log is looked through, however much came later.
    let until = second.items[0].at + TimeDelta::seconds(1);
    let period = Period { from: None, until: Some(until) };
    let found = viewings_by(&mut tx, looker, period, &PageRequest::first(10)).await.unwrap();
    assert_eq!((found.items.len(), found.next), (1, None));
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
