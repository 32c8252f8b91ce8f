//! Reported mistakes and their three working days.

use super::super::{contact, institution};
use super::{house, platform, text};
use crate::{
    CORRECTION_CORRECTED, CORRECTION_ELSEWHERE, CORRECTION_FORWARDED, CORRECTION_OVERDUE, CORRECTION_RECEIVED,
    CORRECTION_REFUSED, CorrectionAbout, CorrectionFilter, CorrectionStanding, CorrectionState, ForwardCorrection,
    OversightConcern, PublishSituation, ReportCorrection, Resolution, ResolveCorrection, SaveSituation,
    correction_overdue, corrections, corrections_waiting, forward_correction, oversight, publish_situation,
    report_correction, resolve_correction, save_situation, situation, situation_draft,
};
use chrono::TimeDelta;
use institutions::InstitutionFilter;
use kernel::{Caller, CorrectionId, ErrorKind, Locale, PageRequest, Result};
use storage::{Stream, events_of_stream};
use test_support::TestDb;

fn report(text: &str) -> ReportCorrection {
    ReportCorrection { slug: "illness".into(), report: text.into(), language: Locale::Lv }
}

async fn reported(db: &TestDb, caller: &Caller) -> CorrectionId {
    let mut tx = db.writing(caller).await;
    let id = report_correction(&mut tx, report("Saite uz kalkulatoru nedarbojas.")).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn states(db: &TestDb, caller: &Caller, state: CorrectionState) -> Vec<CorrectionId> {
    let tx = db.reading(caller).await;
    let page = corrections(&tx, CorrectionFilter { state }, &PageRequest::first(9)).await.unwrap();
    page.items.into_iter().map(|item| item.id).collect()
}

async fn resolve(db: &TestDb, caller: &Caller, id: CorrectionId, resolution: Resolution, answer: &str) -> Result<()> {
    let mut tx = db.writing(caller).await;
    resolve_correction(&mut tx, ResolveCorrection { id, resolution, answer: answer.into() }).await?;
    tx.commit().await
}

/// A newer text of the situation in which the mistakes were found.
async fn corrected(db: &TestDb) {
    let platform = platform(db).await;
    let mut tx = db.writing(&platform).await;
    let revision = situation_draft(&tx, "illness").await.unwrap().revision;
    let save = SaveSituation { slug: "illness".into(), revision, text: text("Slimošana", &[&["1001"]]) };
    save_situation(&mut tx, save).await.unwrap();
    let revision = situation_draft(&tx, "illness").await.unwrap().revision;
    let publish = PublishSituation { slug: "illness".into(), revision, note: "Labots".into() };
    publish_situation(&mut tx, publish).await.unwrap();
    tx.commit().await.unwrap();
}

// req: POR-03
#[tokio::test]
async fn a_visitors_report_goes_to_the_institution_and_is_corrected_in_three_working_days() {
    let db = house().await;
    let (platform, dace) = (platform(&db).await, contact(&db, "VSAA").await);
    let id = reported(&db, &Caller::anonymous()).await;
    let tx = db.reading(&platform).await;
    let new =
        corrections(&tx, CorrectionFilter { state: CorrectionState::Received }, &PageRequest::first(9)).await.unwrap();
    // Monday 23 November: Thursday at the end of the day.
    assert_eq!(new.items[0].due_at.to_rfc3339(), "2026-11-26T21:59:59+00:00");
    assert!(matches!(&new.items[0].about, CorrectionAbout::Situation { slug, .. } if slug == "illness"));
    assert_eq!(new.items[0].institution, None);
    drop(tx);
    let mut tx = db.writing(&platform).await;
    forward_correction(&mut tx, ForwardCorrection { id }).await.unwrap();
    let again = forward_correction(&mut tx, ForwardCorrection { id }).await.unwrap_err();
    assert_eq!(again.key(), "correction-not-received");
    tx.commit().await.unwrap();
    assert_eq!(states(&db, &dace, CorrectionState::Forwarded).await, [id]);
    corrected(&db).await;
    resolve(&db, &dace, id, Resolution::Corrected, "").await.unwrap();
    assert_eq!(resolve(&db, &dace, id, Resolution::Corrected, "").await.unwrap_err().key(), "correction-not-open");
    assert_eq!(states(&db, &dace, CorrectionState::Corrected).await, [id]);
    let tx = db.reading(&Caller::engine()).await;
    let situation = situation(&tx, "illness").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::new("situation", situation.uuid()), 2, 9).await.unwrap();
    let kinds = events.iter().map(|event| event.kind.as_str()).filter(|kind| kind.starts_with("correction."));
    let kinds: Vec<&str> = kinds.collect();
    assert_eq!(kinds, [CORRECTION_RECEIVED, CORRECTION_FORWARDED, CORRECTION_CORRECTED]);
    assert!(events.iter().all(|event| !event.data.to_string().contains("kalkulatoru")), "words in the log");
}

// req: POR-03
#[tokio::test]
async fn after_three_working_days_the_log_says_it_is_overdue_unless_it_was_dealt_with() {
    let db = house().await;
    let (late, done) = (reported(&db, &Caller::anonymous()).await, reported(&db, &Caller::anonymous()).await);
    resolve(&db, &platform(&db).await, done, Resolution::Refused, "Saite darbojas.").await.unwrap();
    let overdue = async || {
        let mut tx = db.writing(&Caller::engine()).await;
        for id in [late, done] {
            correction_overdue(&mut tx, id).await.unwrap();
        }
        tx.commit().await.unwrap();
        let tx = db.reading(&Caller::engine()).await;
        let id = situation(&tx, "illness").await.unwrap().id;
        let events = events_of_stream(&tx, &Stream::new("situation", id.uuid()), 0, 99).await.unwrap();
        assert!(events.iter().any(|event| event.kind == CORRECTION_REFUSED));
        events.iter().filter(|event| event.kind == CORRECTION_OVERDUE).count()
    };
    assert_eq!(overdue().await, 0);
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(4));
    assert_eq!(overdue().await, 1);
    let tx = db.reading(&platform(&db).await).await;
    let open =
        corrections(&tx, CorrectionFilter { state: CorrectionState::Received }, &PageRequest::first(9)).await.unwrap();
    assert!(open.items[0].is_overdue(tx.now()));
}

// req: POR-03
#[tokio::test]
async fn an_institution_reports_under_its_name_and_deals_with_its_own_only() {
    let db = house().await;
    let (nva, dace) = (contact(&db, "NVA").await, contact(&db, "VSAA").await);
    let id = reported(&db, &nva).await;
    assert_eq!(states(&db, &nva, CorrectionState::Received).await, []);
    let tx = db.reading(&dace).await;
    let own =
        corrections(&tx, CorrectionFilter { state: CorrectionState::Received }, &PageRequest::first(9)).await.unwrap();
    assert_eq!(own.items[0].institution, nva.institution);
    drop(tx);
    let foreign = resolve(&db, &nva, id, Resolution::Corrected, "").await.unwrap_err();
    assert_eq!((foreign.kind(), foreign.key()), (ErrorKind::NotFound, "correction"));
    let mut tx = db.writing(&dace).await;
    let forward = forward_correction(&mut tx, ForwardCorrection { id }).await.unwrap_err();
    assert_eq!(forward.kind(), ErrorKind::Forbidden);
    drop(tx);
    let client = Caller::anonymous();
    assert_eq!(
        resolve(&db, &client, id, Resolution::Corrected, "").await.unwrap_err().kind(),
        ErrorKind::Unauthenticated
    );
    let unexplained = resolve(&db, &dace, id, Resolution::Refused, " ").await.unwrap_err();
    assert_eq!(unexplained.field_errors()[0].key, "correction-reason");
    let personal = resolve(&db, &dace, id, Resolution::Refused, "Zvanīja 010190-12345.").await.unwrap_err();
    assert_eq!(personal.field_errors()[0].key, "correction-personal-data");
    resolve(&db, &dace, id, Resolution::Refused, "Teksts ir pareizs.").await.unwrap();
}

#[tokio::test]
async fn empty_personal_and_endless_reports_are_refused() {
    let db = house().await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    for (text, key) in [
        ("īss", "correction-length"),
        ("Mans personas kods ir 320000-00002, palīdziet!", "correction-personal-data"),
        ("Kods 32000000002 nav atrasts lapā.", "correction-personal-data"),
    ] {
        assert_eq!(report_correction(&mut tx, report(text)).await.unwrap_err().field_errors()[0].key, key, "{text}");
    }
    let long = report_correction(&mut tx, report(&"a".repeat(2001))).await.unwrap_err();
    assert_eq!(long.field_errors()[0].key, "correction-length");
    report_correction(&mut tx, report("Tālrunis 67000000 un 6700-0000 neatbild.")).await.unwrap();
    let draft = ReportCorrection { slug: "nav".into(), ..report("Šādas situācijas nav.") };
    assert_eq!(report_correction(&mut tx, draft).await.unwrap_err().kind(), ErrorKind::NotFound);
    for _ in 1..20 {
        report_correction(&mut tx, report("Tas pats vēlreiz un vēlreiz.")).await.unwrap();
    }
    let flood = report_correction(&mut tx, report("Tas pats vēlreiz un vēlreiz.")).await.unwrap_err();
    assert_eq!(flood.kind(), ErrorKind::RateLimited);
}

#[tokio::test]
async fn pages_hold_every_report_once_soonest_due_first() {
    let db = house().await;
    let mut expected = Vec::new();
    let t0 = db.reading(&Caller::engine()).await.now();
    for day in [0, 0, 1, 2, 2] {
        db.test_clock().set(t0 + TimeDelta::days(day));
        expected.push(reported(&db, &Caller::anonymous()).await);
    }
    let tx = db.reading(&platform(&db).await).await;
    let filter = CorrectionFilter { state: CorrectionState::Received };
    let (mut request, mut found) = (PageRequest::first(2), Vec::new());
    loop {
        let page = corrections(&tx, filter, &request).await.unwrap();
        found.extend(page.items.into_iter().map(|item| item.id));
        let Some(next) = page.next else { break };
        request = PageRequest::new(2, Some(next));
    }
    assert_eq!(found, expected);
}

/// How VSAA stands in the oversight, and whether it is among those where a mistake waits too long.
async fn standing(db: &TestDb) -> (CorrectionStanding, bool) {
    let vsaa = institution(db, "VSAA").await;
    let tx = db.reading(&Caller::engine()).await;
    let mut found = Vec::new();
    for concern in [None, Some(OversightConcern::Uncorrected)] {
        let mut after = None;
        loop {
            let request = PageRequest::new(30, after);
            let page = oversight(&tx, &InstitutionFilter::default(), concern, Locale::Lv, &request).await.unwrap();
            found.extend(page.items.into_iter().filter(|line| line.institution.id == vsaa));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
    }
    (found[0].corrections, found.len() == 2)
}

// req: POR-03
#[tokio::test]
async fn the_oversight_counts_what_an_institution_corrected_late_and_what_still_waits() {
    let db = house().await;
    let dace = contact(&db, "VSAA").await;
    assert_eq!(standing(&db).await, (CorrectionStanding::default(), false));
    assert_eq!(CorrectionStanding::default().in_time(), None);
    let mut reports = Vec::new();
    for _ in 0..4 {
        reports.push(reported(&db, &Caller::anonymous()).await);
    }
    resolve(&db, &dace, reports[0], Resolution::Elsewhere, "Labots aprakstā.").await.unwrap();
    resolve(&db, &dace, reports[1], Resolution::Refused, "Saite darbojas.").await.unwrap();
    let in_time = CorrectionStanding { ended: 2, ended_late: 0, overdue: 0 };
    assert_eq!((standing(&db).await, in_time.in_time()), ((in_time, false), Some(100)));
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(4));
    assert_eq!(standing(&db).await, (CorrectionStanding { overdue: 2, ..in_time }, true));
    resolve(&db, &dace, reports[2], Resolution::Elsewhere, "Labots aprakstā.").await.unwrap();
    // Ended once it is counted once.
    assert!(resolve(&db, &dace, reports[2], Resolution::Elsewhere, "Labots aprakstā.").await.is_err());
    let late = CorrectionStanding { ended: 3, ended_late: 1, overdue: 1 };
    assert_eq!((standing(&db).await, late.late(), late.in_time()), ((late, true), 2, Some(50)));
    resolve(&db, &dace, reports[3], Resolution::Elsewhere, "Labots aprakstā.").await.unwrap();
    assert_eq!(standing(&db).await, (CorrectionStanding { ended: 4, ended_late: 2, overdue: 0 }, false));
}

// req: POR-03, POR-06
#[tokio::test]
async fn a_report_is_corrected_when_a_newer_text_is_published_and_not_before() {
    let db = house().await;
    let platform = platform(&db).await;
    let (first, second) = (reported(&db, &Caller::anonymous()).await, reported(&db, &Caller::anonymous()).await);
    let refused = async |id: CorrectionId, resolution: Resolution, answer: &str| {
        let error = resolve(&db, &platform, id, resolution, answer).await.unwrap_err();
        let found = &error.field_errors()[0];
        format!("{}: {}", found.path, found.key)
    };
    let nothing_newer = "resolution: correction-nothing-newer";
    assert_eq!(refused(first, Resolution::Corrected, "Izlabots.").await, nothing_newer);
    let mut tx = db.writing(&platform).await;
    let revision = situation_draft(&tx, "illness").await.unwrap().revision;
    let save = SaveSituation { slug: "illness".into(), revision, text: text("Slimība", &[&["1001"]]) };
    save_situation(&mut tx, save).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(refused(first, Resolution::Corrected, "").await, nothing_newer, "a draft is not read by anybody");
    assert_eq!(states(&db, &platform, CorrectionState::Received).await, [first, second], "both are still open");
    // Where the mistake was elsewhere, it is said where.
    assert_eq!(refused(second, Resolution::Elsewhere, " ").await, "answer: correction-elsewhere");
    resolve(&db, &platform, second, Resolution::Elsewhere, "Labots pakalpojuma aprakstā.").await.unwrap();
    assert_eq!(states(&db, &platform, CorrectionState::Elsewhere).await, [second]);
    corrected(&db).await;
    resolve(&db, &platform, first, Resolution::Corrected, "").await.unwrap();
    assert_eq!(states(&db, &platform, CorrectionState::Corrected).await, [first]);
    // What was published before the report is no correction of it.
    let late = reported(&db, &Caller::anonymous()).await;
    assert_eq!(refused(late, Resolution::Corrected, "").await, nothing_newer);
    let tx = db.reading(&Caller::engine()).await;
    let id = situation(&tx, "illness").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::new("situation", id.uuid()), 0, 99).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == CORRECTION_ELSEWHERE).count(), 1);
}

// req: POR-03
#[tokio::test]
async fn what_was_passed_on_is_counted_for_who_has_to_correct_it() {
    let db = house().await;
    let (platform, dace, nva) = (platform(&db).await, contact(&db, "VSAA").await, contact(&db, "NVA").await);
    let waiting = async |caller: &Caller| corrections_waiting(&db.reading(caller).await).await.unwrap();
    let forward = async |id: CorrectionId| {
        let mut tx = db.writing(&platform).await;
        forward_correction(&mut tx, ForwardCorrection { id }).await.unwrap();
        tx.commit().await.unwrap();
    };
    let first = reported(&db, &Caller::anonymous()).await;
    assert_eq!(waiting(&dace).await, None, "it was not passed on yet");
    forward(first).await;
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().set(t0 + TimeDelta::days(1));
    let second = reported(&db, &Caller::anonymous()).await;
    forward(second).await;
    let found = waiting(&dace).await.unwrap();
    assert_eq!((found.reports, found.due_at.to_rfc3339().as_str()), (2, "2026-11-26T21:59:59+00:00"));
    assert_eq!((waiting(&nva).await, waiting(&platform).await), (None, None));
    resolve(&db, &dace, first, Resolution::Refused, "Saite darbojas.").await.unwrap();
    let found = waiting(&dace).await.unwrap();
    assert_eq!((found.reports, found.due_at.to_rfc3339().as_str()), (1, "2026-11-27T21:59:59+00:00"));
    let plan = db.plan(crate::store::situation_corrections::forwarded(dace.institution.unwrap(), 100)).await;
    assert!(plan.contains("situation_corrections_responsible_state_due_at_id"), "{plan}");
    assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    let client = corrections_waiting(&db.reading(&Caller::anonymous()).await).await.unwrap_err();
    assert_eq!(client.kind(), ErrorKind::Unauthenticated);
}
