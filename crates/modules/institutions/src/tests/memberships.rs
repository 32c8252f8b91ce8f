//! Giving and taking roles.

use super::{db, db_on, person};
use crate::{
    AddMembership, add_membership, by_code, gives_platform_role, members_of, memberships_of, memberships_that_hold,
    person_of, revoke_membership, roles_of,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, InstitutionId, PageRequest, Role};
use storage::{Stream, events_of_stream};
use test_support::{TestDb, TestPostgres, kept_late};

async fn id(db: &TestDb, code: &str) -> InstitutionId {
    by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn add(db: &TestDb, caller: &Caller, input: AddMembership) -> kernel::Result<kernel::MembershipId> {
    let mut tx = db.writing(caller).await;
    let added = add_membership(&mut tx, input).await?;
    tx.commit().await?;
    Ok(added)
}

// req: AUT-06
#[tokio::test]
async fn an_administrator_gives_and_takes_roles_in_the_own_institution_only() {
    let db = db().await;
    let (vsaa, nva) = (id(&db, "VSAA").await, id(&db, "NVA").await);
    let admin = Caller::staff(person(1), Role::InstitutionAdministrator, vsaa);
    let own = add(&db, &admin, AddMembership::new(person(2), vsaa, Role::Officer)).await.unwrap();
    let foreign = add(&db, &admin, AddMembership::new(person(2), nva, Role::Officer)).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::Forbidden);
    let auditor = add(&db, &admin, AddMembership::new(person(2), vsaa, Role::Auditor)).await.unwrap_err();
    assert_eq!(auditor.kind(), ErrorKind::Forbidden);
    let held = roles_of(&db.reading(&Caller::engine()).await, person(2)).await.unwrap();
    assert_eq!(held.iter().map(|m| (m.membership, m.role)).collect::<Vec<_>>(), [(own, Role::Officer)]);
    assert_eq!(held[0].institution_name.en, "State Social Insurance Agency");
}

// req: AUT-06, ADM-04
#[tokio::test]
async fn the_role_of_the_platform_stays_where_it_is_run_and_is_taken_away_anywhere() {
    let db = db().await;
    let (agency, ministry, vsaa) = (id(&db, "VDAA").await, id(&db, "VARAM").await, id(&db, "VSAA").await);
    let platform = Caller::staff(person(1), Role::PlatformAdministrator, agency);
    let admin = Caller::staff(person(3), Role::InstitutionAdministrator, agency);
    for (who, institution, gives) in [
        (&platform, agency, true),
        (&platform, ministry, true),
        (&platform, vsaa, false),
        (&admin, agency, false),
        (&Caller::engine(), vsaa, true),
    ] {
        let asked = gives_platform_role(&db.reading(who).await, institution).await.unwrap();
        let done = add(&db, who, AddMembership::new(person(2), institution, Role::PlatformAdministrator)).await;
        assert_eq!((asked, done.is_ok()), (gives, gives), "{} in {institution}", who.role);
        if let Err(error) = done {
            assert_eq!(error.kind(), ErrorKind::Forbidden);
        }
    }
    assert!(
        add(&db, &platform, AddMembership::new(person(2), vsaa, Role::Auditor)).await.is_ok(),
        "other roles anywhere"
    );
    let held = roles_of(&db.reading(&Caller::engine()).await, person(2)).await.unwrap();
    let wrong = held.iter().find(|one| one.role == Role::PlatformAdministrator && one.institution == vsaa).unwrap();
    let mut tx = db.writing(&platform).await;
    revoke_membership(&mut tx, wrong.membership).await.unwrap();
}

/// Two administrators of the platform end each other's role at the same moment: one of them stays.
// req: AUT-06
#[tokio::test]
async fn the_last_administrator_of_the_platform_stays() {
    let cluster = TestPostgres::start();
    for db in [db().await, db_on(TestDb::postgres(&cluster).await).await] {
        let agency = id(&db, "VDAA").await;
        let mut held = Vec::new();
        for n in [1, 2] {
            let input = AddMembership::new(person(n), agency, Role::PlatformAdministrator);
            held.push(add(&db, &Caller::engine(), input).await.unwrap());
        }
        let [one, two] = [1, 2].map(|n| Caller::staff(person(n), Role::PlatformAdministrator, agency));
        let mut first = db.writing(&one).await;
        revoke_membership(&mut first, held[1]).await.unwrap();
        let second = async {
            let mut tx = db.write(&two).await?;
            revoke_membership(&mut tx, held[0]).await?;
            tx.commit().await
        };
        let ((), late) = tokio::join!(kept_late(first), second);
        assert_eq!(late.unwrap_err().key(), "membership-last-administrator");
        let mut tx = db.writing(&one).await;
        let own = revoke_membership(&mut tx, held[0]).await.unwrap_err();
        assert_eq!((own.kind(), own.key()), (ErrorKind::Conflict, "membership-last-administrator"));
    }
}

/// The same where the one who is late began earlier, and where each administers from another institution.
// req: AUT-06
#[tokio::test]
async fn the_last_administrator_stays_whoever_began_first_and_wherever_they_work() {
    let cluster = TestPostgres::start();
    for code in ["VDAA", "VARAM"] {
        let db = db_on(TestDb::postgres(&cluster).await).await;
        let places = [id(&db, "VDAA").await, id(&db, code).await];
        let mut held = Vec::new();
        for (n, place) in (1..).zip(places) {
            let input = AddMembership::new(person(n), place, Role::PlatformAdministrator);
            held.push(add(&db, &Caller::engine(), input).await.unwrap());
        }
        let mut late = db.writing(&Caller::staff(person(2), Role::PlatformAdministrator, places[1])).await;
        db.test_clock().advance(TimeDelta::seconds(1));
        let mut first = db.writing(&Caller::staff(person(1), Role::PlatformAdministrator, places[0])).await;
        revoke_membership(&mut first, held[1]).await.unwrap();
        let ((), refused) = tokio::join!(kept_late(first), revoke_membership(&mut late, held[0]));
        assert_eq!(refused.unwrap_err().key(), "membership-last-administrator", "{code}");
    }
}

// req: AUT-06
#[tokio::test]
async fn a_revoked_role_is_gone_at_the_next_request() {
    let db = db().await;
    let vsaa = id(&db, "VSAA").await;
    let admin = Caller::staff(person(1), Role::InstitutionAdministrator, vsaa);
    let added = add(&db, &admin, AddMembership::new(person(2), vsaa, Role::Officer)).await.unwrap();
    let mut tx = db.writing(&admin).await;
    revoke_membership(&mut tx, added).await.unwrap();
    revoke_membership(&mut tx, added).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert!(roles_of(&tx, person(2)).await.unwrap().is_empty());
    let events = events_of_stream(&tx, &Stream::institution(vsaa), 0, 10).await.unwrap();
    let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, [crate::MEMBERSHIP_ADDED, crate::MEMBERSHIP_REVOKED]);
}

// req: AUT-06
#[tokio::test]
async fn another_institutions_role_looks_like_none_to_an_administrator() {
    let db = db().await;
    let (vsaa, nva) = (id(&db, "VSAA").await, id(&db, "NVA").await);
    let foreign = add(&db, &Caller::engine(), AddMembership::new(person(2), nva, Role::Officer)).await.unwrap();
    let mut tx = db.writing(&Caller::staff(person(1), Role::InstitutionAdministrator, vsaa)).await;
    for membership in [foreign, kernel::MembershipId::new(person(9).uuid())] {
        let error = revoke_membership(&mut tx, membership).await.unwrap_err();
        assert_eq!((error.kind(), error.key()), (ErrorKind::NotFound, "membership"));
    }
}

#[tokio::test]
async fn a_role_holds_from_its_first_to_before_its_last_instant() {
    let db = db().await;
    let vsaa = id(&db, "VSAA").await;
    let now = db.clock().now();
    let mut input = AddMembership::new(person(2), vsaa, Role::Specialist);
    input.valid_from = Some(now + TimeDelta::days(1));
    input.valid_to = Some(now + TimeDelta::days(2));
    add(&db, &Caller::engine(), input).await.unwrap();
    for (days, holds) in [(0, false), (1, true), (1, false)] {
        db.test_clock().advance(TimeDelta::days(days));
        let tx = db.reading(&Caller::engine()).await;
        assert_eq!(!roles_of(&tx, person(2)).await.unwrap().is_empty(), holds);
    }
}

#[tokio::test]
async fn the_same_role_is_given_once() {
    let db = db().await;
    let vsaa = id(&db, "VSAA").await;
    let input = AddMembership::new(person(2), vsaa, Role::Officer);
    let first = add(&db, &Caller::engine(), input.clone()).await.unwrap();
    assert_eq!(add(&db, &Caller::engine(), input.clone()).await.unwrap(), first);
    let other_unit = AddMembership { unit: Some("Cēsis".into()), ..input };
    assert_ne!(add(&db, &Caller::engine(), other_unit).await.unwrap(), first);
}

#[tokio::test]
async fn wrong_roles_dates_and_institutions_are_refused() {
    let db = db().await;
    let vsaa = id(&db, "VSAA").await;
    let engine = Caller::engine();
    let client = add(&db, &engine, AddMembership::new(person(2), vsaa, Role::Client)).await.unwrap_err();
    assert_eq!(client.key(), "membership-role");
    let mut dates = AddMembership::new(person(2), vsaa, Role::Officer);
    dates.valid_to = Some(db.clock().now());
    assert_eq!(add(&db, &engine, dates).await.unwrap_err().key(), "membership-dates");
    let nowhere = InstitutionId::new(uuid::Uuid::from_u128(5));
    let unknown = add(&db, &engine, AddMembership::new(person(2), nowhere, Role::Officer)).await.unwrap_err();
    assert_eq!(unknown.kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn members_are_shown_to_their_administrator_and_hidden_from_others() {
    let db = db().await;
    let (vsaa, nva) = (id(&db, "VSAA").await, id(&db, "NVA").await);
    for n in 2..5 {
        add(&db, &Caller::engine(), AddMembership::new(person(n), vsaa, Role::Officer)).await.unwrap();
    }
    let tx = db.reading(&Caller::staff(person(1), Role::InstitutionAdministrator, vsaa)).await;
    let first = members_of(&tx, vsaa, &PageRequest::first(2)).await.unwrap();
    let second = members_of(&tx, vsaa, &PageRequest::new(2, first.next.clone())).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (2, 1, None));
    let foreign = members_of(&tx, nva, &PageRequest::first(2)).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::NotFound);
}

// req: POR-14
#[tokio::test]
async fn those_who_keep_a_directory_see_all_memberships_of_a_person_and_show_those_that_hold() {
    let db = db().await;
    let (vsaa, nva) = (id(&db, "VSAA").await, id(&db, "NVA").await);
    let over = add(&db, &Caller::engine(), AddMembership::new(person(2), vsaa, Role::Officer)).await.unwrap();
    let held = add(&db, &Caller::engine(), AddMembership::new(person(2), nva, Role::Officer)).await.unwrap();
    let other = add(&db, &Caller::engine(), AddMembership::new(person(3), vsaa, Role::Officer)).await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    revoke_membership(&mut tx, over).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let of_person: Vec<_> = memberships_of(&tx, person(2)).await.unwrap().into_iter().map(|m| m.id).collect();
    assert_eq!(of_person, [over, held]);
    let shown = memberships_that_hold(&tx, &[other, over, held]).await.unwrap();
    assert_eq!(shown.iter().map(|m| m.id).collect::<Vec<_>>(), [other, held], "in the order that was asked for");
    assert!(memberships_that_hold(&tx, &[]).await.unwrap().is_empty());
    let events = events_of_stream(&tx, &Stream::institution(vsaa), 0, 10).await.unwrap();
    let people: Vec<_> = events.iter().map(|event| person_of(event).unwrap()).collect();
    assert_eq!(people, [person(2), person(3), person(2)]);
}
