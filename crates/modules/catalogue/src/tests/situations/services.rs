//! Reported mistakes in the descriptions of services, and answers to whether their pages were useful.

use super::super::{contact, institution};
use super::{house, platform};
use crate::{
    CORRECTION_CORRECTED, CORRECTION_OVERDUE, CORRECTION_RECEIVED, CorrectionAbout, CorrectionFilter,
    CorrectionStanding, CorrectionState, ForwardCorrection, OversightConcern, OwnServices, PublishService,
    ReportServiceCorrection, Resolution, ResolveCorrection, ServiceVotes, correction, correction_overdue, corrections,
    corrections_waiting, forward_correction, oversight, own_services, publish, report_service_correction,
    resolve_correction, service, service_votes, vote_on_service,
};
use chrono::TimeDelta;
use institutions::InstitutionFilter;
use kernel::{Caller, CorrectionId, ErrorKind, Locale, PageRequest, Result};
use storage::{Stream, events_of_stream};
use test_support::TestDb;

fn report(code: &str, text: &str) -> ReportServiceCorrection {
    ReportServiceCorrection { code: code.into(), report: text.into(), language: Locale::Lv }
}

async fn reported(db: &TestDb, caller: &Caller) -> CorrectionId {
    let mut tx = db.writing(caller).await;
    let id = report_service_correction(&mut tx, report("1007", "Tālruņa numurs vairs neatbild.")).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn resolve(db: &TestDb, caller: &Caller, id: CorrectionId, resolution: Resolution, answer: &str) -> Result<()> {
    let mut tx = db.writing(caller).await;
    resolve_correction(&mut tx, ResolveCorrection { id, resolution, answer: answer.into() }).await?;
    tx.commit().await
}

// req: POR-03
#[tokio::test]
async fn a_report_about_a_service_is_with_its_holder_at_once_and_ends_with_a_newer_text() {
    let db = house().await;
    let (dace, nva, vdaa) = (contact(&db, "VSAA").await, contact(&db, "NVA").await, contact(&db, "VDAA").await);
    let id = reported(&db, &Caller::anonymous()).await;
    let tx = db.reading(&dace).await;
    let filter = CorrectionFilter { state: CorrectionState::Forwarded };
    let page = corrections(&tx, filter, &PageRequest::first(9)).await.unwrap();
    let found = &page.items[0];
    assert_eq!((page.items.len(), found.id, found.institution), (1, id, None));
    // Monday 23 November: Thursday at the end of the day.
    assert_eq!(found.due_at.to_rfc3339(), "2026-11-26T21:59:59+00:00");
    let before = service(&tx, "1007").await.unwrap();
    assert_eq!((&found.title, found.newer_text), (before.name(), false));
    assert_eq!(found.about, CorrectionAbout::Service { id: before.id, code: "1007".into() });
    assert_eq!(corrections_waiting(&tx).await.unwrap().map(|waiting| waiting.reports), Some(1));
    drop(tx);
    // Who coordinates life situations has nothing to do with it, nor has another holder; nobody passes it on.
    for other in [&nva, &vdaa] {
        let tx = db.reading(other).await;
        assert_eq!(correction(&tx, id).await.unwrap_err().kind(), ErrorKind::NotFound);
        for state in [CorrectionState::Received, CorrectionState::Forwarded] {
            let page = corrections(&tx, CorrectionFilter { state }, &PageRequest::first(9)).await.unwrap();
            assert_eq!(page.items, []);
        }
    }
    for caller in [&dace, &platform(&db).await] {
        let mut tx = db.writing(caller).await;
        let error = forward_correction(&mut tx, ForwardCorrection { id }).await.unwrap_err();
        assert_eq!(error.key(), "correction-not-received");
    }
    let early = resolve(&db, &dace, id, Resolution::Corrected, "").await.unwrap_err();
    assert_eq!(early.field_errors()[0].key, "correction-nothing-newer");

    let mut description = (*before.description).clone();
    description.minutes_to_fill = Some(9);
    let mut tx = db.writing(&dace).await;
    publish(&mut tx, PublishService::now("1007", before.latest, Some(description))).await.unwrap();
    tx.commit().await.unwrap();
    resolve(&db, &dace, id, Resolution::Corrected, "").await.unwrap();
    let tx = db.reading(&dace).await;
    assert_eq!(corrections_waiting(&tx).await.unwrap(), None);
    let events = events_of_stream(&tx, &Stream::service(before.id), 0, 99).await.unwrap();
    let kinds: Vec<&str> =
        events.iter().map(|event| event.kind.as_str()).filter(|kind| kind.starts_with("correction.")).collect();
    assert_eq!(kinds, [CORRECTION_RECEIVED, CORRECTION_CORRECTED]);
    assert!(events.iter().all(|event| !event.data.to_string().contains("Tālruņa")), "words in the log");
}

// req: POR-03
#[tokio::test]
async fn a_late_report_about_a_service_is_counted_where_the_others_are() {
    let db = house().await;
    let vsaa = institution(&db, "VSAA").await;
    let id = reported(&db, &Caller::anonymous()).await;
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(4));
    let mut tx = db.writing(&Caller::engine()).await;
    correction_overdue(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    let benefit = service(&tx, "1007").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::service(benefit), 0, 99).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == CORRECTION_OVERDUE).count(), 1);
    let concern = Some(OversightConcern::Uncorrected);
    let lines = oversight(&tx, &InstitutionFilter::default(), concern, Locale::Lv, &PageRequest::first(100))
        .await
        .unwrap()
        .items;
    let found: Vec<_> = lines.iter().map(|line| (line.institution.id, line.corrections)).collect();
    assert_eq!(found, [(vsaa, CorrectionStanding { ended: 0, ended_late: 0, overdue: 1 })]);
}

// req: POR-03
#[tokio::test]
async fn reports_about_a_service_are_as_short_as_free_of_personal_data_and_as_few_as_others() {
    let db = house().await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    for (text, key) in
        [("īss", "correction-length"), ("Mans personas kods ir 320000-00002, palīdziet!", "correction-personal-data")]
    {
        let error = report_service_correction(&mut tx, report("1007", text)).await.unwrap_err();
        assert_eq!(error.field_errors()[0].key, key, "{text}");
    }
    let missing = report_service_correction(&mut tx, report("9", "Šāda pakalpojuma nav.")).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);
    for _ in 0..20 {
        report_service_correction(&mut tx, report("1007", "Tas pats vēlreiz un vēlreiz.")).await.unwrap();
    }
    let flood = report_service_correction(&mut tx, report("1007", "Tas pats vēlreiz un vēlreiz.")).await.unwrap_err();
    assert_eq!(flood.kind(), ErrorKind::RateLimited);
    // Another service is another page.
    report_service_correction(&mut tx, report("1008", "Tas pats vēlreiz un vēlreiz.")).await.unwrap();
}

// req: POR-07
#[tokio::test]
async fn answers_are_counted_for_the_holder_and_nobody_is_kept() {
    let db = house().await;
    let (dace, nva) = (contact(&db, "VSAA").await, contact(&db, "NVA").await);
    let vsaa = institution(&db, "VSAA").await;
    let none = service_votes(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!(none, ServiceVotes::default());
    for helpful in [true, true, false] {
        let mut tx = db.writing(&Caller::anonymous()).await;
        vote_on_service(&mut tx, "1007", helpful).await.unwrap();
        tx.commit().await.unwrap();
    }
    let tx = db.reading(&dace).await;
    let counted = ServiceVotes { helpful: 2, unhelpful: 1 };
    assert_eq!(service_votes(&tx, "1007").await.unwrap(), counted);
    let own = own_services(&tx, vsaa, &OwnServices::default(), &PageRequest::first(99)).await.unwrap().items;
    let of = |code: &str| own.iter().find(|one| one.item.code == code).unwrap().votes;
    assert_eq!((of("1007"), of("1008")), (counted, ServiceVotes::default()));
    let foreign = service_votes(&db.reading(&nva).await, "1007").await.unwrap_err();
    assert!(matches!(foreign.kind(), ErrorKind::Forbidden | ErrorKind::NotFound), "{foreign:?}");
    let mut tx = db.writing(&Caller::anonymous()).await;
    assert_eq!(vote_on_service(&mut tx, "9", true).await.unwrap_err().kind(), ErrorKind::NotFound);
}
