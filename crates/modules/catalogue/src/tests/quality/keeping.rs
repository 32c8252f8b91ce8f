//! Scores follow the register, and are what a recomputation gives.

use super::{checked, end_of_day, read};
use crate::tests::templates::finding_similar::read as compare;
use crate::tests::templates::platform;
use crate::tests::{contact, db, db_on, institution, registration};
use crate::{
    CloseService, DecideSimilar, PublishService, close_service, decide_similar, holder_quality, publish, quality_days,
    quality_list, rebuild_quality, rebuild_similar, register_service, score_changes, service, service_quality,
};
use kernel::{Caller, ErrorKind, PageRequest, PersonId, Role};
use test_support::{TestDb, TestPostgres};
use uuid::Uuid;

/// A new service of VSAA with a warning for each of five channels, published.
async fn warned(db: &TestDb) -> String {
    let mut input = registration(db).await;
    input.description.channels.iter_mut().for_each(|offer| offer.fee = crate::Fee::Stated);
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    code
}

// req: CAT-18
#[tokio::test]
async fn scores_are_kept_by_a_reader_and_equal_a_recomputation() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let vsaa = institution(&db, "VSAA").await;
    assert!(!checked(&db).await.is_equal(), "nothing is kept yet");
    read(&db).await;
    let report = checked(&db).await;
    assert_eq!((report.is_equal(), report.services, report.behind), (true, 17, false));
    let before = holder_quality(&db.reading(&dace).await, vsaa).await.unwrap();
    assert_eq!((before.services, before.blocking, before.warning, before.drafts), (13, 0, 0, 0));

    let code = warned(&db).await;
    assert!(checked(&db).await.behind);
    read(&db).await;
    let tx = db.reading(&dace).await;
    let worst = quality_list(&tx, vsaa, None, &PageRequest::first(3)).await.unwrap();
    assert_eq!((worst.items[0].code.as_str(), worst.items[0].warning), (code.as_str(), 5));
    assert!(worst.items.is_sorted_by_key(|line| line.score) && worst.next.is_some());
    let after = holder_quality(&tx, vsaa).await.unwrap();
    assert_eq!((after.services, after.open, after.warning), (14, 14, 1));
    assert!(after.mean < before.mean);
    let by_rule = quality_list(&tx, vsaa, Some("fee-without-amount"), &PageRequest::first(9)).await.unwrap();
    assert_eq!(by_rule.items.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), [code.as_str()]);
    let one = service_quality(&tx, &code).await.unwrap();
    assert_eq!(
        (one.findings[0].rule.as_str(), one.findings[0].path.as_str()),
        ("fee-without-amount", "channels/0/fee")
    );
    drop(tx);

    let mut tx = db.writing(&dace).await;
    close_service(&mut tx, CloseService { code: code.clone(), version: 1 }).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    assert_eq!(holder_quality(&db.reading(&dace).await, vsaa).await.unwrap(), before);
    assert!(checked(&db).await.is_equal());
}

// req: CAT-18
#[tokio::test]
async fn every_page_of_the_worst_follows_the_one_before() {
    let db = db().await;
    read(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    for rule in [None, Some("digital-missing")] {
        let whole = quality_list(&tx, vsaa, rule, &PageRequest::first(100)).await.unwrap().items;
        let (mut codes, mut after) = (Vec::new(), None);
        loop {
            let page = quality_list(&tx, vsaa, rule, &PageRequest::new(4, after)).await.unwrap();
            codes.extend(page.items.into_iter().map(|line| line.code));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(codes, whole.into_iter().map(|line| line.code).collect::<Vec<_>>());
        assert!(codes.len() > 8);
    }
    let foreign = PageRequest::new(4, Some(kernel::Cursor::from_parts(&["x"])));
    assert_eq!(quality_list(&tx, vsaa, None, &foreign).await.unwrap_err().key(), "bad-cursor");
}

// req: CAT-18
#[tokio::test]
async fn a_rebuild_puts_right_what_was_wrong() {
    let db = db().await;
    read(&db).await;
    sql(&db, "UPDATE service_quality SET score = 3 WHERE number = 1007").await;
    sql(&db, "UPDATE quality_holders SET services = 99").await;
    let report = checked(&db).await;
    assert_eq!((report.differing.len(), report.differing[0].code.as_str()), (1, "1007"));
    assert_eq!((report.differing[0].stored, report.holders_differing), (Some(3), 3));
    let report = rebuild_quality(&db, false).await.unwrap();
    assert!(!report.is_equal());
    assert!(checked(&db).await.is_equal());
    // From nothing too.
    for table in ["service_quality", "service_findings", "quality_holders", "service_links", "links"] {
        sql(&db, &format!("DELETE FROM {table}")).await;
    }
    assert_eq!(rebuild_quality(&db, false).await.unwrap().services, 17);
    assert!(checked(&db).await.is_equal());
}

async fn sql(db: &TestDb, text: &str) {
    use sea_orm::ConnectionTrait as _;
    db.for_migrations().execute_unprepared(text).await.unwrap();
}

// req: CAT-18, UNI-05
#[tokio::test]
async fn a_second_service_of_one_name_is_told_and_forgotten_when_it_is_renamed() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let mut input = registration(&db).await;
    input.description.name = kernel::LangText::new("BĒRNA  piedzimšanas pabalsts!", "Another childbirth benefit");
    let mut tx = db.writing(&dace).await;
    let code = register_service(&mut tx, input.clone()).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    let duplicates = async |code: &str| {
        let found = service_quality(&db.reading(&dace).await, code).await.unwrap().findings;
        found.into_iter().find(|finding| finding.rule == "duplicate").map(|finding| finding.args["codes"].clone())
    };
    assert_eq!(duplicates(&code).await.as_deref(), Some("1007"));
    assert_eq!(duplicates("1007").await, None);

    // The first one is renamed: the second is alone now.
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.name = kernel::LangText::new("Pabalsts, kad piedzimst bērns", "Benefit when a child is born");
    let mut tx = db.writing(&dace).await;
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    assert_eq!(duplicates(&code).await, None);
    assert!(checked(&db).await.is_equal());
}

// req: CAT-18
#[tokio::test]
async fn the_sums_of_each_day_make_a_trend() {
    let db = db().await;
    read(&db).await;
    end_of_day(&db).await;
    db.test_clock().advance(chrono::TimeDelta::days(1));
    warned(&db).await;
    read(&db).await;
    end_of_day(&db).await;
    end_of_day(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let days = quality_days(&tx, vsaa, 30).await.unwrap();
    assert_eq!(days.iter().map(|day| (day.services, day.warning)).collect::<Vec<_>>(), [(13, 0), (14, 1)]);
    assert!(days[0].day < days[1].day && days[0].mean >= days[1].mean);
    assert_eq!(quality_days(&tx, vsaa, 1).await.unwrap(), days[1..]);
}

// req: CAT-18
#[tokio::test]
async fn the_score_of_each_description_is_kept_when_it_changes() {
    let db = db().await;
    read(&db).await;
    let dace = contact(&db, "VSAA").await;
    let course = async |limit: u64| score_changes(&db.reading(&dace).await, "1007", limit).await.unwrap();
    let first = course(9).await;
    assert_eq!(first.len(), 1);
    let spoilt = spoil(&db).await;
    let worse = course(9).await;
    assert_eq!((worse.len(), worse[0], worse[1].version), (2, first[0], spoilt));
    assert!(worse[0].at < worse[1].at && worse[0].score > worse[1].score);
    // A rebuild is no change, from nothing too.
    db.test_clock().advance(chrono::TimeDelta::days(1));
    sql(&db, "UPDATE service_quality SET score = 3").await;
    rebuild_quality(&db, false).await.unwrap();
    sql(&db, "DELETE FROM service_quality").await;
    rebuild_quality(&db, false).await.unwrap();
    assert_eq!(course(9).await, worse);
    assert_eq!(course(1).await, worse[1..]);
    let kept = service_quality(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!(kept.score, worse[1].score);
}

/// The childbirth benefit says a day later in no channel what it costs; the number of the version.
async fn spoil(db: &TestDb) -> i32 {
    db.test_clock().advance(chrono::TimeDelta::days(1));
    let dace = contact(db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.channels.iter_mut().for_each(|offer| offer.fee = crate::Fee::Stated);
    let mut tx = db.writing(&dace).await;
    let version = publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    read(db).await;
    version
}

#[tokio::test]
async fn others_see_nothing_of_it() {
    let db = db().await;
    read(&db).await;
    let vsaa = institution(&db, "VSAA").await;
    let auditor = Caller::staff(PersonId::new(Uuid::from_u128(7)), Role::Auditor, institution(&db, "NVA").await);
    assert!(quality_list(&db.reading(&auditor).await, vsaa, None, &PageRequest::first(3)).await.is_ok());
    let mut officer = contact(&db, "VSAA").await;
    officer.role = Role::Officer;
    for (caller, kind) in [
        (contact(&db, "NVA").await, ErrorKind::NotFound),
        (officer, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        let tx = db.reading(&caller).await;
        let page = PageRequest::first(3);
        assert_eq!(quality_list(&tx, vsaa, None, &page).await.unwrap_err().kind(), kind);
        assert_eq!(holder_quality(&tx, vsaa).await.unwrap_err().kind(), kind);
        assert_eq!(quality_days(&tx, vsaa, 3).await.unwrap_err().kind(), kind);
        assert_eq!(score_changes(&tx, "1007", 3).await.unwrap_err().kind(), kind);
        let error = service_quality(&tx, "1007").await.unwrap_err();
        assert_eq!(error.kind(), kind);
        if kind == ErrorKind::NotFound {
            assert_eq!(error.key(), "service");
        }
    }
    let missing = service_quality(&db.reading(&auditor).await, "9").await.unwrap_err();
    assert_eq!(missing.key(), "service");
}

// req: CAT-18
#[tokio::test]
async fn scores_are_kept_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    read(&db).await;
    assert!(checked(&db).await.is_equal());
    warned(&db).await;
    read(&db).await;
    end_of_day(&db).await;
    let report = checked(&db).await;
    assert!(report.is_equal(), "{report:?}");
    assert_eq!(rebuild_quality(&db, false).await.unwrap().services, 18);
    let vsaa = institution(&db, "VSAA").await;
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let by_rule = quality_list(&tx, vsaa, Some("fee-without-amount"), &PageRequest::first(9)).await.unwrap();
    assert_eq!((by_rule.items.len(), quality_days(&tx, vsaa, 9).await.unwrap().len()), (1, 1));
    drop(tx);
    super::checking::confirm_all(&db).await;
    super::linking::die(&db).await;
}

// req: CAT-18, UNI-05
#[tokio::test]
async fn a_service_much_like_another_of_its_holder_is_told_until_somebody_says_that_it_is_not() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let mut input = registration(&db).await;
    input.description = (*service(&db.reading(&dace).await, "1007").await.unwrap().description).clone();
    input.description.name =
        kernel::LangText::new("Bērna piedzimšanas pabalsts ģimenei", "Childbirth benefit for a family");
    let mut tx = db.writing(&dace).await;
    let code = register_service(&mut tx, input).await.unwrap();
    publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    read(&db).await;
    let alike = async |code: &str| {
        let found = service_quality(&db.reading(&dace).await, code).await.unwrap().findings;
        found.into_iter().find(|finding| finding.rule == "alike").map(|finding| finding.args["codes"].clone())
    };
    assert_eq!(alike(&code).await, None, "nobody has compared it yet");
    compare(&db).await;
    assert_eq!(alike(&code).await.as_deref(), Some("1007"));
    assert_eq!(alike("1007").await, None);
    assert!(checked(&db).await.is_equal());

    for (same, told) in [(false, None), (true, Some("1007"))] {
        let mut tx = db.writing(&platform(&db).await).await;
        decide_similar(&mut tx, DecideSimilar { service: code.clone(), other: "1007".into(), same }).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(alike(&code).await.as_deref(), told);
    }
    // A rebuild of the comparisons tells quality control what it found.
    sql(&db, "DELETE FROM similar_services").await;
    assert_eq!(checked(&db).await.differing.len(), 1);
    rebuild_similar(&db, |_| ()).await.unwrap();
    assert_eq!(alike(&code).await.as_deref(), Some("1007"));
    assert!(checked(&db).await.is_equal());
}
