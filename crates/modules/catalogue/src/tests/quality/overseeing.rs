//! The register, institution by institution.

use super::{checking, read};
use crate::tests::{contact, db, institution};
use crate::{
    ConfirmCheck, OversightConcern, OversightLine, SituationStanding, approve_list, checks_list, confirm_check,
    install_life_situations, list_standing, oversight, oversight_total, registering_holders, situations_due,
};
use chrono::TimeDelta;
use institutions::{InstitutionFilter, InstitutionKind};
use kernel::{Caller, ErrorKind, Locale, PageRequest, PersonId, Role, sort_key};
use test_support::TestDb;
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
        let page = oversight(&tx, &InstitutionFilter::default(), None, Locale::Lv, &PageRequest::new(30, after))
            .await
            .unwrap();
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
    // In the order of names, also where a page ends; the sum of all is that of the lines.
    let names: Vec<String> = lines.iter().map(|line| sort_key(line.institution.name.get(Locale::Lv))).collect();
    assert!(names.is_sorted(), "{names:?}");
    let total = oversight_total(&tx, &InstitutionFilter::default()).await.unwrap();
    let sum = |of: fn(&OversightLine) -> i64| lines.iter().map(of).sum::<i64>();
    assert_eq!((total.institutions, total.quality.services), (lines.len(), 16));
    assert_eq!(total.quality.english_missing, sum(|line| line.quality.english_missing));
    assert_eq!(total.quality.blocking, sum(|line| line.quality.blocking));
    assert_eq!(total.checks_open, sum(|line| line.checks.as_ref().map_or(0, |checks| checks.open)));
    assert!(total.checks_open > 0 && total.quality.mean.is_some());
    let holders = registering_holders(&tx, None, 2).await.unwrap();
    let rest = registering_holders(&tx, holders.last().copied(), 99).await.unwrap();
    assert_eq!((holders.len(), rest.len()), (2, 1));
}

// req: CAT-21
#[tokio::test]
async fn only_the_platform_and_auditors_oversee() {
    let db = db().await;
    let mut auditor = contact(&db, "NVA").await;
    auditor.role = Role::Auditor;
    let page = PageRequest::first(3);
    assert!(
        oversight(&db.reading(&auditor).await, &InstitutionFilter::default(), None, Locale::Lv, &page).await.is_ok()
    );
    for (caller, kind) in
        [(contact(&db, "VSAA").await, ErrorKind::Forbidden), (Caller::anonymous(), ErrorKind::Unauthenticated)]
    {
        let tx = db.reading(&caller).await;
        assert_eq!(
            oversight(&tx, &InstitutionFilter::default(), None, Locale::Lv, &page).await.unwrap_err().kind(),
            kind
        );
        assert_eq!(oversight_total(&tx, &InstitutionFilter::default()).await.unwrap_err().kind(), kind);
        assert_eq!(registering_holders(&tx, None, 3).await.unwrap_err().kind(), kind);
    }
}

/// All institutions with this concern, read in pages of seven.
async fn concerned(db: &TestDb, concern: Option<OversightConcern>) -> Vec<OversightLine> {
    let tx = db.reading(&Caller::engine()).await;
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let page = oversight(&tx, &InstitutionFilter::default(), concern, Locale::Lv, &PageRequest::new(7, after))
            .await
            .unwrap();
        assert!(page.items.len() <= 7, "a page is never longer than asked");
        lines.extend(page.items);
        after = page.next;
        if after.is_none() {
            return lines;
        }
    }
}

fn of<'a>(lines: &'a [OversightLine], code: &str) -> Option<&'a OversightLine> {
    lines.iter().find(|line| line.institution.code == code)
}

// req: CAT-16, CAT-21
#[tokio::test]
async fn what_was_missed_in_a_quarter_is_stale_from_the_first_day_of_the_next() {
    let db = db().await;
    read(&db).await;
    checking::run(&db).await;
    assert!(of(&concerned(&db, None).await, "VSAA").unwrap().stale() == 0, "its day is still to come");
    db.test_clock().set("2027-01-04T10:00:00Z".parse().unwrap());
    checking::run(&db).await;
    let stale = concerned(&db, Some(OversightConcern::Stale)).await;
    assert_eq!((stale.len(), of(&stale, "VSAA").unwrap().stale()), (3, 13));
    assert!(of(&stale, "VSAA").unwrap().last_confirmed.is_none());
    let vsaa = institution(&db, "VSAA").await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let first = checks_list(&tx, vsaa, false, &PageRequest::first(1)).await.unwrap().items.remove(0);
    confirm_check(&mut tx, ConfirmCheck { code: first.code, version: first.version }).await.unwrap();
    let now = tx.now();
    tx.commit().await.unwrap();
    let lines = concerned(&db, None).await;
    let line = of(&lines, "VSAA").unwrap();
    assert_eq!((line.stale(), line.last_confirmed), (12, Some(now)));
    assert!(of(&lines, "NVA").unwrap().last_confirmed.is_none(), "another's confirmation is not one's own");
    // In the next quarter nothing is confirmed yet: the last time is that of the quarter before.
    db.test_clock().set("2027-04-05T10:00:00Z".parse().unwrap());
    checking::run(&db).await;
    let lines = concerned(&db, None).await;
    assert_eq!(of(&lines, "VSAA").unwrap().last_confirmed, Some(now));
}

// req: CAT-21
#[tokio::test]
async fn institutions_are_narrowed_to_what_is_to_be_looked_at() {
    let db = db().await;
    read(&db).await;
    let all = concerned(&db, None).await;
    let unregistered = concerned(&db, Some(OversightConcern::Unregistered)).await;
    let centres = all.iter().filter(|line| line.institution.kind == InstitutionKind::ServiceCentre).count();
    assert!(centres > 0, "they belong to municipalities, which register");
    assert_eq!(unregistered.len() + 3 + centres, all.len());
    assert!(of(&unregistered, "VSAA").is_none() && of(&unregistered, "LV-022").is_some());
    assert!(concerned(&db, Some(OversightConcern::Stale)).await.is_empty());
    for line in concerned(&db, Some(OversightConcern::Defective)).await {
        let quality = line.quality;
        assert!(quality.blocking + quality.dead_links + quality.english_missing > 0, "{}", line.institution.code);
    }
}

// req: POR-03, CAT-21
#[tokio::test]
async fn life_situations_are_asked_for_before_their_day_and_overseen_after_it() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let vsaa = institution(&db, "VSAA").await;
    let dace = contact(&db, "VSAA").await;
    let due = async || situations_due(&db.reading(&dace).await, vsaa).await.unwrap();
    assert_eq!(due().await, []);
    // Published on 23 November: the check is due three months later.
    db.test_clock().set("2027-02-15T10:00:00Z".parse().unwrap());
    let lines = concerned(&db, None).await;
    let own = of(&lines, "VSAA").unwrap().situations;
    assert!(own.published > 0 && own.late == 0);
    assert_eq!(due().await.len() as i64, own.published);
    db.test_clock().set("2027-02-24T10:00:00Z".parse().unwrap());
    let late = SituationStanding { late: own.published, ..own };
    let stale = concerned(&db, Some(OversightConcern::Stale)).await;
    assert_eq!(of(&stale, "VSAA").map(|line| line.situations), Some(late));
    let nva = contact(&db, "NVA").await;
    let error = situations_due(&db.reading(&nva).await, vsaa).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotFound);
}
