//! Services that somebody wants to be e-services: saying so, listing, withdrawing.

use super::candidates::{prepare, requested};
use crate::{
    Candidate, CandidateFilter, Criterion, ESERVICE_NOMINATED, ESERVICE_NOMINATION_WITHDRAWN, NominateService,
    Nomination, WithdrawNomination, eservice_candidates, nominate_service, nomination, nominations_of_service,
    withdraw_nomination, withdrawn_nominations,
};
use catalogue::PublishService;
use chrono::TimeDelta;
use kernel::{Caller, Channel, Error, ErrorKind, InstitutionId, NominationId, PageRequest, PersonId, Result, Role};
use storage::{Event, LogPosition, events_after};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

const REASON: &str = "Klienti no reģioniem brauc uz Rīgu.";

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn staff(db: &TestDb, code: &str, role: Role) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(9)), role, institution(db, code).await)
}

fn wish(service: &str, criteria: &[Criterion]) -> NominateService {
    NominateService { service: service.to_owned(), criteria: criteria.to_vec(), reason: format!(" {REASON} ") }
}

async fn nominate(db: &TestDb, who: &Caller, input: NominateService) -> Result<NominationId> {
    let mut tx = db.writing(who).await;
    let id = nominate_service(&mut tx, input).await?;
    tx.commit().await?;
    Ok(id)
}

async fn withdraw(db: &TestDb, who: &Caller, id: NominationId, reason: &str) -> Result<()> {
    let mut tx = db.writing(who).await;
    withdraw_nomination(&mut tx, WithdrawNomination { id, reason: reason.to_owned() }).await?;
    tx.commit().await
}

/// Every candidate of 2025 by a criterion, page by page.
async fn candidates(db: &TestDb, who: &Caller, criterion: Option<Criterion>) -> Vec<Candidate> {
    let tx = db.reading(who).await;
    let filter = CandidateFilter { year: 2025, criterion };
    let (mut request, mut found) = (PageRequest::first(1), Vec::new());
    loop {
        let page = eservice_candidates(&tx, &filter, &request).await.unwrap();
        found.extend(page.items);
        let Some(next) = page.next else { return found };
        request = PageRequest::new(1, Some(next));
    }
}

fn codes(candidates: &[Candidate]) -> Vec<&str> {
    candidates.iter().map(|one| one.service.as_str()).collect()
}

async fn events(db: &TestDb) -> Vec<Event> {
    let all = events_after(&db.reading(&Caller::engine()).await, LogPosition::default(), 10_000).await.unwrap();
    all.into_iter().filter(|event| event.stream.kind == "eservice_nomination").collect()
}

fn fields(error: &Error) -> Vec<(&str, &str)> {
    error.field_errors().iter().map(|field| (field.path.as_str(), field.key.as_str())).collect()
}

/// The holder and the ministry name services; they stand beside the counted ones until they are withdrawn.
async fn asserted(db: &TestDb) {
    let vsaa = prepare(db).await;
    requested(db, vsaa, "1009", "post", "2025", 5).await;
    let (dace, platform) =
        (staff(db, "VSAA", Role::ContactPerson).await, staff(db, "VARAM", Role::PlatformAdministrator).await);
    let first = nominate(db, &dace, wish("1010", &[Criterion::Equality, Criterion::Access])).await.unwrap();
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::hours(1));
    let second = nominate(db, &platform, wish("1010", &[Criterion::Burden])).await.unwrap();
    nominate(db, &platform, wish("1009", &[Criterion::Burden])).await.unwrap();

    let all = candidates(db, &platform, None).await;
    assert_eq!(codes(&all), ["1009", "1010"]);
    assert_eq!((all[0].cases, all[0].large_share, all[0].nominations.len()), (5, true, 1));
    assert_eq!((all[1].cases, all[1].many, all[1].large_share), (0, false, false));
    let told: Vec<(NominationId, &[Criterion])> =
        all[1].nominations.iter().map(|one| (one.id, one.criteria.as_slice())).collect();
    assert_eq!(told, [(first, &[Criterion::Access, Criterion::Equality][..]), (second, &[Criterion::Burden][..])]);
    let own: &Nomination = &all[1].nominations[0];
    assert_eq!((own.reason.as_str(), own.at, own.institution, own.person), (REASON, t0, vsaa, dace.person));
    for (criterion, expected) in [
        (Criterion::LargeShare, vec!["1009"]),
        (Criterion::ManyCases, vec![]),
        (Criterion::Burden, vec!["1009", "1010"]),
        (Criterion::Equality, vec!["1010"]),
        (Criterion::Process, vec![]),
    ] {
        assert_eq!(codes(&candidates(db, &platform, Some(criterion)).await), expected, "{criterion:?}");
        assert_eq!(codes(&candidates(db, &dace, Some(criterion)).await), expected, "{criterion:?}");
    }
    assert_eq!(candidates(db, &staff(db, "NVA", Role::ContactPerson).await, None).await, []);

    withdraw(db, &dace, first, "Risinājums ir pārāk dārgs.").await.unwrap();
    let left = candidates(db, &platform, None).await;
    assert_eq!(left[1].nominations.iter().map(|one| one.id).collect::<Vec<_>>(), [second]);
    let tx = db.reading(&dace).await;
    let kept = nominations_of_service(&tx, "1010").await.unwrap();
    assert_eq!(kept.iter().map(|one| one.id).collect::<Vec<_>>(), [second, first]);
    let end = kept[1].withdrawn.as_ref().unwrap();
    assert_eq!((end.reason.as_str(), end.person), ("Risinājums ir pārāk dārgs.", dace.person));
    assert_eq!(withdrawn_nominations(&tx).await.unwrap().len(), 1);
    drop(tx);
    // Whoever withdrew may say it again: a nomination of its own.
    let again = nominate(db, &dace, wish("1010", &[Criterion::CostAndTime])).await.unwrap();
    assert_ne!(again, first);

    let log = events(db).await;
    let kinds: Vec<&str> = log.iter().map(|event| event.kind.as_str()).collect();
    let said = ESERVICE_NOMINATED;
    assert_eq!(kinds, [said, said, said, ESERVICE_NOMINATION_WITHDRAWN, said]);
    assert_eq!((log[3].stream.id, log[3].text("service")), (first.uuid(), Some("1010")));
    assert_eq!(log[0].data["criteria"], serde_json::json!(["access", "equality"]));
    assert!(log.iter().all(|event| !event.data.to_string().contains("Rīgu")), "words in the log");
}

// req: CAT-27
#[tokio::test]
async fn what_cannot_be_counted_is_said_and_listed_beside_what_is_counted() {
    asserted(&TestDb::sqlite().await).await;
}

// req: CAT-27
#[tokio::test]
async fn nominations_are_kept_on_postgresql_too() {
    let cluster = TestPostgres::start();
    asserted(&TestDb::postgres(&cluster).await).await;
}

// req: CAT-27
#[tokio::test]
async fn a_nominated_service_leaves_the_list_when_it_is_an_e_service() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    nominate(&db, &dace, wish("1009", &[Criterion::Convenience])).await.unwrap();
    assert_eq!(codes(&candidates(&db, &dace, None).await), ["1009"]);
    let mut tx = db.writing(&Caller::engine()).await;
    let before = catalogue::service(&tx, "1009").await.unwrap();
    let mut description = (*before.description).clone();
    let electronic = description.channels.iter_mut().find(|offer| offer.channel == Channel::Electronic).unwrap();
    electronic.stages.push(catalogue::Stage::Request);
    electronic.link = Some("https://www.vsaa.gov.lv/veidlapa".to_owned());
    catalogue::publish(&mut tx, PublishService::now("1009", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(candidates(&db, &dace, None).await, []);
    let platform = staff(&db, "VARAM", Role::PlatformAdministrator).await;
    let online = nominate(&db, &platform, wish("1009", &[Criterion::Access])).await.unwrap_err();
    assert_eq!((online.kind(), online.key()), (ErrorKind::Conflict, "nomination-online"));
    let closed = nominate(&db, &dace, wish("1017", &[Criterion::Access])).await.unwrap_err();
    assert_eq!((closed.kind(), closed.key()), (ErrorKind::Conflict, "service-closed"));
}

// req: CAT-27
#[tokio::test]
async fn the_holder_and_the_platform_nominate_and_nobody_else() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    for (caller, kind) in [
        (staff(&db, "NVA", Role::ContactPerson).await, ErrorKind::NotFound),
        (staff(&db, "VSAA", Role::Officer).await, ErrorKind::Forbidden),
        (staff(&db, "VSAA", Role::InstitutionAdministrator).await, ErrorKind::Forbidden),
        (staff(&db, "VARAM", Role::Auditor).await, ErrorKind::Forbidden),
        (Caller::engine(), ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        let refused = nominate(&db, &caller, wish("1009", &[Criterion::Access])).await.unwrap_err();
        assert_eq!(refused.kind(), kind, "{:?}", caller.role);
    }
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let missing = nominate(&db, &dace, wish("9999", &[Criterion::Access])).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    assert_eq!(events(&db).await.len(), 0);
}

// req: CAT-27
#[tokio::test]
async fn a_nomination_is_withdrawn_by_who_made_it_or_by_the_platform() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let platform = staff(&db, "VARAM", Role::PlatformAdministrator).await;
    let of_ministry = nominate(&db, &platform, wish("1009", &[Criterion::Access])).await.unwrap();
    let of_holder = nominate(&db, &dace, wish("1009", &[Criterion::Access])).await.unwrap();
    let why = "Vairs nav vajadzīgs.";
    for (caller, kind) in [
        (dace.clone(), ErrorKind::Forbidden),
        (staff(&db, "NVA", Role::ContactPerson).await, ErrorKind::NotFound),
        (staff(&db, "VARAM", Role::Auditor).await, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        assert_eq!(withdraw(&db, &caller, of_ministry, why).await.unwrap_err().kind(), kind, "{:?}", caller.role);
    }
    let short = withdraw(&db, &platform, of_ministry, "Nē").await.unwrap_err();
    assert_eq!(fields(&short), [("reason", "nomination-reason")]);
    withdraw(&db, &platform, of_ministry, why).await.unwrap();
    withdraw(&db, &platform, of_holder, why).await.unwrap();
    let twice = withdraw(&db, &platform, of_holder, why).await.unwrap_err();
    assert_eq!((twice.kind(), twice.key()), (ErrorKind::Conflict, "nomination-withdrawn"));
    let unknown = withdraw(&db, &platform, NominationId::new(Uuid::from_u128(5)), why).await.unwrap_err();
    assert_eq!((unknown.kind(), unknown.key()), (ErrorKind::NotFound, "nomination"));
    let auditor = db.reading(&staff(&db, "VARAM", Role::Auditor).await).await;
    assert!(nomination(&auditor, of_holder).await.unwrap().withdrawn.is_some());
    assert_eq!(withdrawn_nominations(&auditor).await.unwrap().len(), 2);
    let nva = db.reading(&staff(&db, "NVA", Role::ContactPerson).await).await;
    assert_eq!(nomination(&nva, of_holder).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(
        (nominations_of_service(&nva, "1009").await.unwrap(), withdrawn_nominations(&nva).await.unwrap()),
        (vec![], vec![])
    );
}

// req: CAT-27
#[tokio::test]
async fn a_nomination_without_a_criterion_or_a_reason_is_refused_and_a_second_one_too() {
    let db = TestDb::sqlite().await;
    prepare(&db).await;
    let dace = staff(&db, "VSAA", Role::ContactPerson).await;
    let nothing = NominateService { service: "1009".to_owned(), criteria: Vec::new(), reason: " īss ".to_owned() };
    let error = nominate(&db, &dace, nothing).await.unwrap_err();
    assert_eq!(fields(&error), [("criteria", "nomination-criteria"), ("reason", "nomination-reason")]);
    let counted = wish("1009", &[Criterion::Access, Criterion::ManyCases]);
    assert_eq!(fields(&nominate(&db, &dace, counted).await.unwrap_err()), [("criteria", "nomination-criteria")]);
    for (reason, key) in [
        ("Persona 320000-00002 to lūdza.".to_owned(), "nomination-personal-data"),
        ("a".repeat(2001), "nomination-reason"),
    ] {
        let wrong = NominateService { reason, ..wish("1009", &[Criterion::Access]) };
        assert_eq!(fields(&nominate(&db, &dace, wrong).await.unwrap_err()), [("reason", key)]);
    }
    nominate(&db, &dace, wish("1009", &[Criterion::Access])).await.unwrap();
    let second = nominate(&db, &dace, wish("1009", &[Criterion::Burden])).await.unwrap_err();
    assert_eq!((second.kind(), second.key()), (ErrorKind::Conflict, "nomination-standing"));
}
