//! Life situations and categories on PostgreSQL.

use super::{both, text};
use crate::{
    Category, CategoryKind, ConfirmSituation, CorrectionFilter, CorrectionState, PublishSituation, ReportCorrection,
    Resolution, ResolveCorrection, SaveSituation, View, WithdrawSituation, browse_services, category_counts,
    confirm_situation, corrections, install_life_situations, install_pilot_services, list_situations, popular_services,
    publish_situation, rebuild_categories, report_correction, resolve_correction, save_situation, set_popular_services,
    situation_at, situations_of_service, situations_to_edit, withdraw_situation,
};
use kernel::{Caller, ErrorKind, Locale, PageRequest};
use test_support::{TestDb, TestPostgres};

#[tokio::test]
async fn life_situations_and_categories_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    install_pilot_services(&mut tx).await.unwrap();
    assert_eq!(install_life_situations(&mut tx).await.unwrap(), 20);
    assert_eq!(rebuild_categories(&mut tx).await.unwrap(), 16);
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
    let page = situations_to_edit(&tx, &PageRequest::first(10)).await.unwrap();
    let rest = PageRequest::new(10, page.next);
    assert_eq!(situations_to_edit(&tx, &rest).await.unwrap().items.len(), 10);
}
