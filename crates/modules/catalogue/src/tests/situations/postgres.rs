//! Life situations and categories on PostgreSQL.

use super::super::{contact, db_on};
use super::{both, text};
use crate::{
    Category, CategoryKind, ConfirmSituation, CorrectionFilter, CorrectionState, HandOverSituation, OrderSituations,
    OversightConcern, PublishSituation, ReportCorrection, Resolution, ResolveCorrection, SaveSituation, SetCoordinator,
    SituationBranch, View, WithdrawSituation, branch_order, browse_services, category_counts, check_categories,
    confirm_situation, coordinated_branches, corrections, hand_over_situation, install_life_situations,
    install_pilot_register, list_situations, order_situations, oversight, popular_services, publish_situation,
    rebuild_categories, report_correction, resolve_correction, save_situation, set_coordinator, set_popular_services,
    situation_at, situations_due, situations_of_service, situations_to_edit, withdraw_situation,
};
use institutions::InstitutionFilter;
use kernel::{Caller, ErrorKind, InstitutionId, Locale, PageRequest};
use std::collections::BTreeMap;
use storage::Read;
use test_support::{TestDb, TestPostgres, kept_late};

#[tokio::test]
async fn life_situations_and_categories_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    assert_eq!(install_life_situations(&mut tx).await.unwrap(), 20);
    assert_eq!(rebuild_categories(&mut tx).await.unwrap(), 16);
    assert!(check_categories(&tx).await.unwrap().is_equal());
    set_popular_services(&mut tx, &["1007".into(), "1001".into()]).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let first = browse_services(&tx, &Category::theme("10"), &View::default(), &PageRequest::first(10)).await.unwrap();
    let rest = PageRequest::new(10, first.next);
    let second = browse_services(&tx, &Category::theme("10"), &View::default(), &rest).await.unwrap();
    assert_eq!((first.items.len(), second.items.len(), second.next), (10, 4, None));
    assert_eq!(category_counts(&tx, CategoryKind::Theme).await.unwrap().len(), 2);
    assert_eq!(popular_services(&tx).await.unwrap().len(), 2);
    let changed = SaveSituation { slug: "illness".into(), revision: 2, text: text("Slimošana", &[&["1001"]]) };
    save_situation(&mut tx, changed.clone()).await.unwrap();
    assert_eq!(save_situation(&mut tx, changed).await.unwrap_err().kind(), ErrorKind::Stale);
    let publish = PublishSituation { slug: "illness".into(), revision: 3, note: "Īsāk".into() };
    assert_eq!(publish_situation(&mut tx, publish).await.unwrap(), 2);
    confirm_situation(&mut tx, ConfirmSituation { slug: "illness".into(), revision: 4, note: String::new() })
        .await
        .unwrap();
    let report =
        ReportCorrection { slug: "illness".into(), report: both("Kļūda otrajā solī").lv, language: Locale::Lv };
    let id = report_correction(&mut tx, report).await.unwrap();
    let filter = CorrectionFilter { state: CorrectionState::Received };
    assert_eq!(corrections(&tx, filter, &PageRequest::first(1)).await.unwrap().items.len(), 1);
    let end = ResolveCorrection { id, resolution: Resolution::Refused, answer: "Pareizi".into() };
    resolve_correction(&mut tx, end).await.unwrap();
    assert!(situations_of_service(&tx, "1001").await.unwrap().iter().any(|line| line.slug == "illness"));
    withdraw_situation(&mut tx, WithdrawSituation { slug: "illness".into(), revision: 5 }).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    assert_eq!(list_situations(&tx, None).await.unwrap().len(), 19);
    assert_eq!(situation_at(&tx, "illness", tx.now()).await.unwrap_err().kind(), ErrorKind::NotFound);
    let page = situations_to_edit(&tx, Locale::Lv, &PageRequest::first(10)).await.unwrap();
    let rest = PageRequest::new(10, page.next);
    assert_eq!(situations_to_edit(&tx, Locale::Lv, &rest).await.unwrap().items.len(), 10);
    // Nobody has judged the descriptions yet, so all institutions are without services.
    let concern = Some(OversightConcern::Unregistered);
    let lines = oversight(&tx, &InstitutionFilter::default(), concern, Locale::Lv, &PageRequest::first(100))
        .await
        .unwrap()
        .items;
    assert!(lines.iter().all(|line| line.last_confirmed.is_none() && line.stale() == 0));
    assert_eq!(lines.iter().map(|line| line.situations.published).max(), Some(of_most(&tx).await));
    for line in lines.iter().take(3) {
        assert!(situations_due(&tx, line.institution.id).await.unwrap().is_empty());
    }
}

// req: POR-04
#[tokio::test]
async fn branches_are_coordinated_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_pilot_register(&mut tx).await.unwrap();
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let (vdaa, vsaa) = (contact(&db, "VDAA").await, contact(&db, "VSAA").await);
    let mut tx = db.writing(&vdaa).await;
    let branch = SituationBranch::Residents;
    assert_eq!(coordinated_branches(&tx).await.unwrap(), [branch]);
    let order = branch_order(&tx, branch).await.unwrap();
    let last = order.lines.last().unwrap().slug.clone();
    let input = OrderSituations { branch, revision: order.revision, slugs: vec![last.clone()] };
    order_situations(&mut tx, input).await.unwrap();
    assert_eq!(list_situations(&tx, Some(branch)).await.unwrap()[0].slug, last);
    let report = |report: &str| ReportCorrection { slug: "taxes".into(), report: report.into(), language: Locale::Lv };
    let first = report_correction(&mut tx, report("Pirmā kļūda tekstā")).await.unwrap();
    let second = report_correction(&mut tx, report("Otrā kļūda tekstā")).await.unwrap();
    let filter = CorrectionFilter { state: CorrectionState::Received };
    let page = corrections(&tx, filter, &PageRequest::first(1)).await.unwrap();
    let rest = corrections(&tx, filter, &PageRequest::new(1, page.next)).await.unwrap();
    assert_eq!((page.items[0].id, rest.items[0].id, rest.next), (first, second, None));
    let responsible = vsaa.institution.unwrap();
    let hand = HandOverSituation { slug: "taxes".into(), revision: 2, responsible };
    hand_over_situation(&mut tx, hand).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&vsaa).await;
    assert_eq!(corrections(&tx, filter, &PageRequest::first(9)).await.unwrap().items.len(), 2);
    drop(tx);
    let mut tx = db.writing(&Caller::engine()).await;
    let input = SetCoordinator { branch, institution: responsible, revision: order.revision + 1 };
    set_coordinator(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(coordinated_branches(&db.reading(&vsaa).await).await.unwrap(), [branch]);
    assert_eq!(coordinated_branches(&db.reading(&vdaa).await).await.unwrap(), []);
}

// req: POR-04
#[tokio::test]
async fn of_two_who_order_at_once_the_second_is_told() {
    let cluster = TestPostgres::start();
    let db = db_on(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_life_situations(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let (vdaa, branch) = (contact(&db, "VDAA").await, SituationBranch::Residents);
    let seen = branch_order(&db.reading(&vdaa).await, branch).await.unwrap();
    let words: Vec<String> = seen.lines.iter().rev().map(|line| line.slug.clone()).collect();
    let order = |slugs: &[String]| OrderSituations { branch, revision: seen.revision, slugs: slugs.to_vec() };

    let (mut first, mut second) = (db.writing(&vdaa).await, db.writing(&vdaa).await);
    order_situations(&mut first, order(&words)).await.unwrap();
    // The second has read the branch as it was when the first keeps its order.
    let late = order_situations(&mut second, order(&words[1..2]));
    let (late, ()) = tokio::join!(late, kept_late(first));
    let late = late.unwrap_err();
    assert_eq!((late.kind(), late.key()), (ErrorKind::Stale, "situation-branch-changed"));
    drop(second);
    let now = list_situations(&db.reading(&vdaa).await, Some(branch)).await.unwrap();
    assert_eq!(now.into_iter().map(|line| line.slug).collect::<Vec<_>>(), words);
}

/// How many life situations the institution that answers for the most has.
async fn of_most(tx: &Read) -> i64 {
    let mut counts: BTreeMap<InstitutionId, i64> = BTreeMap::new();
    for line in list_situations(tx, None).await.unwrap() {
        *counts.entry(line.responsible).or_default() += 1;
    }
    counts.into_values().max().unwrap()
}
