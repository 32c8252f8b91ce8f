//! Review, publication, closing and opening again.

use super::saving::{colleague, save, typed};
use crate::tests::{contact, db, institution};
use crate::{
    CloseService, DraftSeen, DraftState, SERVICE_APPROVED_ALONE, SERVICE_RETURNED, SERVICE_SUBMITTED, Saved, Section,
    ServiceState, close_with_reason, keep_own_words, openings, publish, publish_draft, reopen_service, return_draft,
    save_section, service, set_four_eyes, submit_for_review, take_back, versions, working_copy,
};
use chrono::{NaiveDate, TimeDelta};
use kernel::{Caller, ErrorKind, LangText, PersonId, Role, riga_date};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

async fn seen(db: &TestDb) -> DraftSeen {
    let copy = working_copy(&db.reading(&Caller::engine()).await, "1007").await.unwrap();
    DraftSeen { code: "1007".into(), revision: copy.draft.unwrap().revision }
}

/// Dace and Ilze are contact persons of VSAA; Dace has written something.
async fn written(db: &TestDb) -> (Caller, Caller) {
    let (dace, ilze) = (contact(db, "VSAA").await, colleague(db).await);
    let mut tx = db.writing(&Caller::engine()).await;
    for who in [&dace, &ilze] {
        institutions::ensure_membership(&mut tx, who.person.unwrap(), who.institution.unwrap(), Role::ContactPerson)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    save(db, &dace, typed(db, &dace, Section::Basics, &[("summary/lv", "Jauns")]).await).await;
    (dace, ilze)
}

async fn kinds(db: &TestDb) -> Vec<String> {
    let tx = db.reading(&Caller::engine()).await;
    let id = service(&tx, "1007").await.unwrap().id;
    let events = events_of_stream(&tx, &Stream::service(id), 0, 50).await.unwrap();
    events.into_iter().map(|event| event.kind).collect()
}

// req: CAT-15, CAT-17
#[tokio::test]
async fn a_colleague_reads_sends_back_and_publishes() {
    let db = db().await;
    let (dace, ilze) = written(&db).await;
    let first = seen(&db).await;
    let mut tx = db.writing(&dace).await;
    assert_eq!(publish_draft(&mut tx, &first).await.unwrap_err().key(), "draft-needs-reviewer");
    submit_for_review(&mut tx, &first).await.unwrap();
    assert_eq!(submit_for_review(&mut tx, &first).await.unwrap_err().kind(), ErrorKind::Stale);
    tx.commit().await.unwrap();
    // Nobody writes while it is read, and nothing of what is typed is lost.
    let late = typed(&db, &ilze, Section::Law, &[("appeal/lv", "Vēl kaut kas")]).await;
    assert!(matches!(save(&db, &ilze, late).await, Saved::Refused(_)));

    let mut tx = db.writing(&dace).await;
    assert_eq!(return_draft(&mut tx, &seen(&db).await, "x").await.unwrap_err().key(), "draft-own-review");
    assert_eq!(publish_draft(&mut tx, &seen(&db).await).await.unwrap_err().key(), "draft-needs-reviewer");
    drop(tx);
    let mut tx = db.writing(&ilze).await;
    let empty = return_draft(&mut tx, &seen(&db).await, "  ").await.unwrap_err();
    assert_eq!(empty.field_errors()[0].path, "comment");
    return_draft(&mut tx, &seen(&db).await, "Lūdzu īsāk.").await.unwrap();
    tx.commit().await.unwrap();
    let draft = working_copy(&db.reading(&dace).await, "1007").await.unwrap().draft.unwrap();
    assert_eq!(
        (draft.state, draft.comment.as_str(), draft.reviewed_by),
        (DraftState::Returned, "Lūdzu īsāk.", ilze.person)
    );

    let mut tx = db.writing(&dace).await;
    submit_for_review(&mut tx, &seen(&db).await).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&ilze).await;
    let version = publish_draft(&mut tx, &seen(&db).await).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let public = service(&tx, "1007").await.unwrap();
    assert_eq!((public.version, public.description.summary.lv.as_str()), (version, "Jauns"));
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().draft, None);
    let kinds = kinds(&db).await;
    let count = |kind: &str| kinds.iter().filter(|known| *known == kind).count();
    assert_eq!((count(SERVICE_SUBMITTED), count(SERVICE_RETURNED), count(SERVICE_APPROVED_ALONE)), (2, 1, 0));
}

// req: CAT-15
#[tokio::test]
async fn one_contact_person_publishes_alone_and_the_log_says_so() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("summary/lv", "Jauns")]).await).await;
    let plan = [("plan/from", "1.1.2027."), ("plan/note", "Likuma grozījumi")];
    save(&db, &dace, typed(&db, &dace, Section::Plan, &plan).await).await;
    assert!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().alone);
    let mut tx = db.writing(&dace).await;
    let version = publish_draft(&mut tx, &seen(&db).await).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(kinds(&db).await.iter().filter(|kind| *kind == SERVICE_APPROVED_ALONE).count(), 1);
    let tx = db.reading(&dace).await;
    let line = versions(&tx, "1007").await.unwrap().into_iter().find(|line| line.version == version).unwrap();
    let day = kernel::riga_date(line.valid_from.unwrap()).to_string();
    assert_eq!((day.as_str(), line.note.as_str()), ("2027-01-01", "Likuma grozījumi"));
    assert_ne!(service(&tx, "1007").await.unwrap().description.summary.lv, "Jauns");
}

// req: CAT-15, CAT-17
#[tokio::test]
async fn a_day_that_is_over_is_told_and_nothing_is_published_with_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let today = riga_date(db.reading(&dace).await.now());
    let plan = |day: NaiveDate| [("plan/from", day.format("%d.%m.%Y").to_string())];
    for (days, told) in [(-1, 1), (0, 0), (1, 0), (-1, 1)] {
        let plan = plan(today + TimeDelta::days(days));
        let changes = [(plan[0].0, plan[0].1.as_str())];
        let saved = save(&db, &dace, typed(&db, &dace, Section::Plan, &changes).await).await;
        let Saved::Kept { findings, .. } = saved else { panic!("refused") };
        let wrong =
            findings.iter().filter(|one| one.path == "plan/from" && one.key == "edit-plan-past" && one.blocks());
        assert_eq!(wrong.count(), told, "{days} days");
    }
    let mut tx = db.writing(&dace).await;
    let refused = publish_draft(&mut tx, &seen(&db).await).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Invalid, "service-incomplete"));
}

// req: CAT-15
#[tokio::test]
async fn a_planned_day_that_comes_while_the_text_is_written_is_no_error() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let tomorrow = riga_date(db.reading(&dace).await.now()) + TimeDelta::days(1);
    let day = tomorrow.format("%d.%m.%Y").to_string();
    save(&db, &dace, typed(&db, &dace, Section::Plan, &[("plan/from", &day)]).await).await;
    db.test_clock().advance(TimeDelta::days(3));
    let mut tx = db.writing(&dace).await;
    publish_draft(&mut tx, &seen(&db).await).await.unwrap();
}

// req: CAT-21
#[tokio::test]
async fn the_administrator_may_waive_four_eyes_and_the_platform_publishes_as_editor() {
    let db = db().await;
    let (dace, _) = written(&db).await;
    let vsaa = dace.institution.unwrap();
    let administrator = Caller::staff(PersonId::new(Uuid::from_u128(5)), Role::InstitutionAdministrator, vsaa);
    let mut tx = db.writing(&dace).await;
    assert_eq!(set_four_eyes(&mut tx, vsaa, false).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let mut tx = db.writing(&administrator).await;
    let foreign = institution(&db, "NVA").await;
    assert_eq!(set_four_eyes(&mut tx, foreign, false).await.unwrap_err().kind(), ErrorKind::Forbidden);
    set_four_eyes(&mut tx, vsaa, false).await.unwrap();
    tx.commit().await.unwrap();
    assert!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().alone);
    let mut tx = db.writing(&administrator).await;
    set_four_eyes(&mut tx, vsaa, true).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!working_copy(&db.reading(&dace).await, "1007").await.unwrap().alone);
    let platform =
        Caller::staff(PersonId::new(Uuid::from_u128(6)), Role::PlatformAdministrator, institution(&db, "VARAM").await);
    let mut tx = db.writing(&platform).await;
    publish_draft(&mut tx, &seen(&db).await).await.unwrap();
}

// req: CAT-18
#[tokio::test]
async fn what_is_wrong_or_missing_is_named_and_not_published() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let wrong = [("documents/0/link", "nav saite"), ("documents/1/name/en", "")];
    save(&db, &dace, typed(&db, &dace, Section::Documents, &wrong).await).await;
    let mut tx = db.writing(&dace).await;
    for error in [
        publish_draft(&mut tx, &seen(&db).await).await.unwrap_err(),
        submit_for_review(&mut tx, &seen(&db).await).await.unwrap_err(),
    ] {
        let paths: Vec<_> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
        assert_eq!((error.key(), paths), ("service-incomplete", vec!["documents/0/link", "documents/1/name"]));
    }
}

// req: CAT-15
#[tokio::test]
async fn a_publication_of_the_same_section_asks_which_words_stand() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("summary/lv", "Mans")]).await).await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.appeal = LangText::new("Cits", "Other");
    let mut tx = db.writing(&Caller::engine()).await;
    let version =
        publish(&mut tx, crate::PublishService::now("1007", before.latest, Some(description.clone()))).await.unwrap();
    description.summary = LangText::new("Cits", "Other");
    let other = crate::PublishService::now("1007", version, Some(description));
    tx.commit().await.unwrap();
    // Another section does not matter.
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().overtaken, []);
    let mut tx = db.writing(&Caller::engine()).await;
    publish(&mut tx, other).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(working_copy(&db.reading(&dace).await, "1007").await.unwrap().overtaken, [Section::Basics]);
    let mut tx = db.writing(&dace).await;
    assert_eq!(publish_draft(&mut tx, &seen(&db).await).await.unwrap_err().key(), "draft-overtaken");
    drop(tx);
    let mut tx = db.writing(&dace).await;
    keep_own_words(&mut tx, &seen(&db).await).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&dace).await;
    publish_draft(&mut tx, &seen(&db).await).await.unwrap();
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.description.summary.lv.as_str(), now.description.appeal.lv.as_str()), ("Mans", "Cits"));
}

// req: CAT-15
#[tokio::test]
async fn a_working_copy_is_taken_back_from_review() {
    let db = db().await;
    let (dace, _) = written(&db).await;
    let mut tx = db.writing(&dace).await;
    assert_eq!(take_back(&mut tx, &seen(&db).await).await.unwrap_err().key(), "draft-not-in-review");
    submit_for_review(&mut tx, &seen(&db).await).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&dace).await;
    take_back(&mut tx, &seen(&db).await).await.unwrap();
    let input = typed(&db, &dace, Section::Basics, &[("summary/lv", "Vēl")]).await;
    assert!(matches!(save_section(&mut tx, input).await.unwrap(), Saved::Kept { .. }));
    tx.commit().await.unwrap();
}

// req: CAT-33
#[tokio::test]
async fn a_service_is_closed_and_opened_again_with_a_reason_that_stays() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let close = CloseService { code: "1007".into(), version: before.latest };
    let mut tx = db.writing(&dace).await;
    assert_eq!(close_with_reason(&mut tx, close.clone(), " ").await.unwrap_err().field_errors()[0].path, "reason");
    assert_eq!(reopen_service(&mut tx, close.clone(), "x").await.unwrap_err().key(), "service-not-closed");
    close_with_reason(&mut tx, close.clone(), "Likums zaudējis spēku").await.unwrap();
    assert_eq!(close_with_reason(&mut tx, close.clone(), "x").await.unwrap_err().key(), "service-closed");
    let version = reopen_service(&mut tx, close, "Likums atkal spēkā").await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.version, now.is_open(), &now.description), (version, true, &before.description));
    let lines = openings(&tx, "1007").await.unwrap();
    let told: Vec<_> = lines.iter().map(|line| (line.state, line.reason.as_str())).collect();
    assert_eq!(told, [(ServiceState::Open, "Likums atkal spēkā"), (ServiceState::Closed, "Likums zaudējis spēku")]);
}
