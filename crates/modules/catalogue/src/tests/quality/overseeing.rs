//! The register, institution by institution.

use super::{checking, read};
use crate::tests::{contact, db, institution};
use crate::{approve_list, list_standing, oversight, registering_holders};
use chrono::TimeDelta;
use institutions::InstitutionFilter;
use kernel::{Caller, ErrorKind, PageRequest, PersonId, Role};
use uuid::Uuid;

// req: CAT-01, CAT-21
#[tokio::test]
async fn who_registered_nothing_and_who_is_late_is_seen_beside_the_others() {
    let db = db().await;
    read(&db).await;
    checking::run(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let administrator = Caller::staff(PersonId::new(Uuid::from_u128(9)), Role::InstitutionAdministrator, vsaa);
    let mut tx = db.writing(&administrator).await;
    let digest = list_standing(&tx, vsaa).await.unwrap().digest;
    approve_list(&mut tx, vsaa, &digest).await.unwrap();
    let approved = tx.now();
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::days(10));
    let nva = institution(&db, "NVA").await;
    let platform = Caller::staff(PersonId::new(Uuid::from_u128(8)), Role::PlatformAdministrator, nva);
    let tx = db.reading(&platform).await;
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let page = oversight(&tx, &InstitutionFilter::default(), &PageRequest::new(30, after)).await.unwrap();
        lines.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let of = |code: &str| lines.iter().find(|line| line.institution.code == code).unwrap();
    let vsaa = of("VSAA");
    assert_eq!((vsaa.quality.services, vsaa.quality.open, vsaa.stale()), (13, 13, 13));
    assert_eq!((vsaa.list_approved, of("NVA").list_approved), (Some(approved), None));
    assert!(vsaa.quality.mean.is_some_and(|mean| mean > 80));
    let riga = lines.iter().find(|line| line.institution.atvk.is_some()).unwrap();
    assert_eq!((riga.quality.services, riga.quality.mean, riga.stale()), (0, None, 0));
    assert!(lines.len() > 50 && lines.iter().map(|line| line.quality.services).sum::<i64>() == 16);
    let holders = registering_holders(&tx, None, 2).await.unwrap();
    let rest = registering_holders(&tx, holders.last().copied(), 99).await.unwrap();
    assert_eq!((holders.len(), rest.len()), (2, 1));
}

#[tokio::test]
async fn only_the_platform_and_auditors_oversee() {
    let db = db().await;
    let mut auditor = contact(&db, "NVA").await;
    auditor.role = Role::Auditor;
    let page = PageRequest::first(3);
    assert!(oversight(&db.reading(&auditor).await, &InstitutionFilter::default(), &page).await.is_ok());
    for (caller, kind) in
        [(contact(&db, "VSAA").await, ErrorKind::Forbidden), (Caller::anonymous(), ErrorKind::Unauthenticated)]
    {
        let tx = db.reading(&caller).await;
        assert_eq!(oversight(&tx, &InstitutionFilter::default(), &page).await.unwrap_err().kind(), kind);
        assert_eq!(registering_holders(&tx, None, 3).await.unwrap_err().kind(), kind);
    }
}
