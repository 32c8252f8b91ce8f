//! What waits for its day, was taken back or was sent stays apart from what is published now (CAT-17, CAT-33).

use super::saving::{save, typed};
use crate::editing::carried;
use crate::tests::{contact, db};
use crate::{
    BulkChange, BulkKind, BulkOutcome, BulkTarget, CloseService, Description, DraftSeen, Fee, LeftBehind,
    PublishService, SERVICE_OVERRULED, SERVICE_SCHEDULE_WITHDRAWN, SERVICE_WITHDRAWN, SaveDescription, Section,
    Service, ServiceFilter, ServiceState, TAKE_EFFECT_TIMER, VersionLine, VersionState, WithdrawVersion, bulk_change,
    close_with_reason, left_behind, list_services, openings, publish, publish_draft, refused_text, reopen_service,
    rewrite_version, save_description, scheduled_versions, section_text, service, service_at, service_version,
    take_effect, versions, withdraw_version, working_copy,
};
use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Caller, ErrorKind, LangText, Money, PageRequest, riga_date};
use std::sync::Arc;
use storage::{Event, Stream, events_of_stream};
use test_support::TestDb;
use worktime::start_of_day;

const PHONE: &str = "+371 60000001";

fn words(text: &str) -> LangText {
    LangText::new(text, text)
}

async fn public(db: &TestDb) -> Arc<Service> {
    service(&db.reading(&Caller::anonymous()).await, "1007").await.unwrap()
}

async fn in_days(db: &TestDb, days: u64) -> NaiveDate {
    riga_date(db.reading(&Caller::engine()).await.now()).checked_add_days(Days::new(days)).unwrap()
}

/// The contact person changes the description in force and publishes it, at once or on a day; an hour passes.
async fn changed(db: &TestDb, from: Option<NaiveDate>, change: impl FnOnce(&mut Description)) -> i32 {
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let present = service(&tx, "1007").await.unwrap();
    let mut description = (*present.description).clone();
    change(&mut description);
    let note = "Grozījumi".to_owned();
    let input = PublishService { from, note, ..PublishService::now("1007", present.latest, Some(description)) };
    let version = publish(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::hours(1));
    version
}

/// Puts the new telephone in force everywhere; the number of the version.
async fn new_phone(db: &TestDb) -> i32 {
    let old = public(db).await.description.providers[0].contact.phone.clone().unwrap();
    let input = BulkChange {
        code: "1007".into(),
        target: BulkTarget { kind: BulkKind::Phone, old, channel: None },
        new: LangText::new(PHONE, ""),
        clear_opening: false,
        from: None,
        note: String::new(),
    };
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    let outcome = bulk_change(&mut tx, &input).await.unwrap().outcome;
    tx.commit().await.unwrap();
    db.test_clock().advance(TimeDelta::hours(1));
    match outcome {
        BulkOutcome::Published(version) => version,
        other => panic!("{other:?}"),
    }
}

/// The day begins and the timer fires.
async fn begins(db: &TestDb, day: NaiveDate) {
    let id = pilot_id(db).await;
    db.test_clock().set(start_of_day(day));
    let mut tx = db.writing(&Caller::engine()).await;
    take_effect(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
}

async fn pilot_id(db: &TestDb) -> kernel::ServiceId {
    service(&db.reading(&Caller::engine()).await, "1007").await.unwrap().id
}

async fn events(db: &TestDb) -> Vec<Event> {
    let stream = Stream::service(pilot_id(db).await);
    events_of_stream(&db.reading(&Caller::engine()).await, &stream, 0, 100).await.unwrap()
}

async fn count(db: &TestDb, kind: &str) -> usize {
    events(db).await.iter().filter(|event| event.kind == kind).count()
}

fn phone(service: &Service) -> &str {
    service.description.providers[0].contact.phone.as_deref().unwrap()
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn what_is_changed_today_leaves_the_text_of_a_day_to_come_alone_and_goes_into_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = public(&db).await;
    let day = in_days(&db, 10).await;
    let planned = changed(&db, Some(day), |text| text.summary = words("No janvāra")).await;

    let version = new_phone(&db).await;
    let now = public(&db).await;
    assert_eq!((now.version, phone(&now)), (version, PHONE));
    assert_eq!(now.description.summary, before.description.summary);
    // A working copy that is published without a day.
    save(&db, &dace, typed(&db, &dace, Section::Law, &[("appeal/lv", "Cita kārtība")]).await).await;
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.base, &copy.description.summary), (version, &before.description.summary));
    let mut tx = db.writing(&dace).await;
    let seen = DraftSeen { code: "1007".into(), revision: copy.draft.unwrap().revision };
    publish_draft(&mut tx, &seen).await.unwrap();
    tx.commit().await.unwrap();
    let now = public(&db).await;
    assert_eq!(now.description.summary, before.description.summary);
    assert_eq!(now.description.appeal.lv, "Cita kārtība");

    let tx = db.reading(&dace).await;
    let waiting = scheduled_versions(&tx, "1007").await.unwrap();
    assert_eq!((waiting.len(), waiting[0].note.as_str()), (1, "Grozījumi"));
    assert!(waiting[0].version > planned && waiting[0].author == dace.person);
    assert_eq!(left_behind(&tx, "1007").await.unwrap(), []);
    drop(tx);
    begins(&db, day).await;
    let then = public(&db).await;
    let texts = (then.description.summary.lv.as_str(), then.description.appeal.lv.as_str(), phone(&then));
    assert_eq!(texts, ("No janvāra", "Cita kārtība", PHONE));
    assert_eq!(then.version, waiting[0].version);
}

// req: CAT-17
#[tokio::test]
async fn a_text_that_was_taken_back_is_no_base_of_what_follows() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = public(&db).await;
    let day = in_days(&db, 10).await;
    let planned = changed(&db, Some(day), |text| text.summary = words("No janvāra")).await;
    let mut tx = db.writing(&dace).await;
    withdraw_version(&mut tx, WithdrawVersion { code: "1007".into(), version: planned }).await.unwrap();
    // Published once more without a text: what is in force.
    publish(&mut tx, PublishService::now("1007", planned, None)).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.base, copy.changes.len()), (public(&db).await.version, 0));
    new_phone(&db).await;
    let now = public(&db).await;
    assert_eq!((&now.description.summary, phone(&now)), (&before.description.summary, PHONE));
}

// req: CAT-17, CAT-20
#[tokio::test]
async fn a_text_that_was_sent_and_not_published_is_kept_for_the_editor_and_not_published_by_a_bulk_change() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = public(&db).await;
    let description = Description { summary: words("Atsūtīts"), ..(*before.description).clone() };
    let version = before.latest;
    let note = String::new();
    let sent = SaveDescription { code: "1007".into(), version, description, publish: false, note };
    let mut tx = db.writing(&dace).await;
    save_description(&mut tx, sent).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!((copy.draft, copy.base, copy.description.summary.lv.as_str()), (None, before.version, "Atsūtīts"));
    let text = section_text(&tx, "1007", Section::Basics).await.unwrap();
    assert_eq!((text.revision, text.typed.get("summary/lv")), (1, "Atsūtīts"));
    drop(tx);

    let version = new_phone(&db).await;
    let now = public(&db).await;
    assert_eq!((&now.description.summary, phone(&now)), (&before.description.summary, PHONE));
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!((copy.base, copy.overtaken.len(), copy.draft.unwrap().base_version), (version, 0, version));
    let contact = &copy.description.providers[0].contact;
    assert_eq!((copy.description.summary.lv.as_str(), contact.phone.as_deref()), ("Atsūtīts", Some(PHONE)));
}

// req: CAT-20, CAT-15
#[tokio::test]
async fn a_text_that_is_sent_while_somebody_writes_is_named_beside_the_working_copy() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    save(&db, &dace, typed(&db, &dace, Section::Basics, &[("summary/lv", "Rakstīts")]).await).await;
    db.test_clock().advance(TimeDelta::hours(1));
    let before = public(&db).await;
    let description = Description { appeal: words("Atsūtīts"), ..(*before.description).clone() };
    let (version, note) = (before.latest, String::new());
    let input = SaveDescription { code: "1007".into(), version, description, publish: false, note };
    let mut tx = db.writing(&dace).await;
    save_description(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, "1007").await.unwrap();
    let texts = (copy.description.summary.lv.as_str(), &copy.description.appeal);
    assert_eq!(texts, ("Rakstīts", &before.description.appeal), "the working copy is as it was");
    assert_eq!(copy.sent, [Section::of("appeal").unwrap()]);
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_correction_that_a_planned_text_contradicts_is_named_at_once_and_not_lost_on_its_day() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let day = in_days(&db, 10).await;
    let planned = changed(&db, Some(day), |text| text.summary = words("No janvāra")).await;
    let correction = changed(&db, None, |text| {
        text.summary = words("Labots");
        text.appeal = words("Cita kārtība");
    })
    .await;
    let behind = left_behind(&db.reading(&dace).await, "1007").await.unwrap();
    assert_eq!(behind, [LeftBehind { version: planned, sections: vec![Section::Basics] }]);
    assert_eq!(count(&db, SERVICE_OVERRULED).await, 0);

    begins(&db, day).await;
    let now = public(&db).await;
    // The plan holds where both speak of the same, the rest of the correction stays.
    let texts = (now.description.summary.lv.as_str(), now.description.appeal.lv.as_str());
    assert_eq!(texts, ("No janvāra", "Cita kārtība"));
    assert!(now.version > correction);
    assert_eq!(count(&db, SERVICE_OVERRULED).await, 1);
    let tx = db.reading(&dace).await;
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!((copy.refused.len(), copy.refused[0].section), (1, Section::Basics));
    let kept = refused_text(&tx, "1007", copy.refused[0].id).await.unwrap();
    assert_eq!((kept.mine.get("summary/lv"), kept.theirs.get("summary/lv")), ("Labots", "No janvāra"));
    let line = versions(&tx, "1007").await.unwrap().into_iter().find(|line| line.version == planned).unwrap();
    assert_eq!((line.state, left_behind(&tx, "1007").await.unwrap().len()), (VersionState::Withdrawn, 0));
}

// req: CAT-17
#[tokio::test]
async fn of_two_plans_the_later_one_keeps_its_words_and_gets_what_the_earlier_one_changed() {
    let db = db().await;
    let (first, second) = (in_days(&db, 10).await, in_days(&db, 20).await);
    changed(&db, Some(second), |text| text.summary = words("No februāra")).await;
    changed(&db, Some(first), |text| (text.minutes_to_fill, text.appeal) = (Some(6), words("Cita kārtība"))).await;
    begins(&db, first).await;
    let now = public(&db).await;
    assert_eq!((now.description.minutes_to_fill, now.description.appeal.lv.as_str()), (Some(6), "Cita kārtība"));
    assert_ne!(now.description.summary, words("No februāra"));
    begins(&db, second).await;
    let now = public(&db).await;
    let texts = (now.description.summary.lv.as_str(), now.description.appeal.lv.as_str());
    assert_eq!((texts, now.description.minutes_to_fill), (("No februāra", "Cita kārtība"), Some(6)));
    assert_eq!(count(&db, SERVICE_OVERRULED).await, 0);
}

// req: CAT-33
#[tokio::test]
async fn a_closed_service_does_not_open_by_itself() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let (first, second) = (in_days(&db, 10).await, in_days(&db, 20).await);
    let planned = changed(&db, Some(first), |text| text.summary = words("No janvāra")).await;
    let mut tx = db.writing(&dace).await;
    let close = CloseService { code: "1007".into(), version: planned };
    close_with_reason(&mut tx, close, "Likums zaudējis spēku").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(count(&db, SERVICE_SCHEDULE_WITHDRAWN).await, 1);
    begins(&db, first).await;
    assert_eq!(public(&db).await.state, ServiceState::Closed);
    // What is planned for a closed service opens it on its day, and says why.
    changed(&db, Some(second), |text| text.summary = words("No februāra")).await;
    begins(&db, second).await;
    assert_eq!(public(&db).await.state, ServiceState::Open);
    let lines = openings(&db.reading(&Caller::anonymous()).await, "1007").await.unwrap();
    let told: Vec<_> = lines.iter().map(|line| (line.state, line.reason.as_str())).collect();
    assert_eq!(told, [(ServiceState::Open, "Grozījumi"), (ServiceState::Closed, "Likums zaudējis spēku")]);
}

// req: CAT-22, CAT-33
#[tokio::test]
async fn every_version_is_as_public_as_it_says_itself() {
    let db = db().await;
    let before = public(&db).await;
    let t0 = db.reading(&Caller::engine()).await.now();
    db.test_clock().advance(TimeDelta::hours(1));
    let hidden = changed(&db, None, |text| text.flags.internal = true).await;
    let numbers = |lines: Vec<VersionLine>| lines.iter().map(|line| line.version).collect::<Vec<_>>();
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(service(&tx, "1007").await.unwrap_err().key(), "service");
    assert_eq!(numbers(versions(&tx, "1007").await.unwrap()), [before.version]);
    assert_eq!(service_version(&tx, "1007", before.version).await.unwrap().description, before.description);
    assert_eq!(service_version(&tx, "1007", hidden).await.unwrap_err().key(), "service-version");
    assert_eq!(service_at(&tx, "1007", t0).await.unwrap().line.version, before.version);
    drop(tx);
    let shown = changed(&db, None, |text| text.flags.internal = false).await;
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(numbers(versions(&tx, "1007").await.unwrap()), [shown, before.version]);
    assert_eq!(service_version(&tx, "1007", hidden).await.unwrap_err().key(), "service-version");
    let then = service_at(&tx, "1007", t0 + TimeDelta::minutes(90)).await;
    assert_eq!(then.unwrap_err().kind(), ErrorKind::NotFound);
    let tx = db.reading(&contact(&db, "NVA").await).await;
    assert_eq!(numbers(versions(&tx, "1007").await.unwrap()), [shown, hidden, before.version]);
}

// req: CAT-17, CAT-33
#[tokio::test]
async fn a_service_is_offered_from_its_first_day_to_its_last_and_closes_on_the_day_after() {
    let db = db().await;
    let last = in_days(&db, 5).await;
    changed(&db, None, |text| text.valid_to = Some(last)).await;
    db.test_clock().set(start_of_day(last));
    assert!(public(&db).await.is_open());
    let after = start_of_day(last.succ_opt().unwrap());
    db.test_clock().set(after);
    // Also when the timer is late.
    assert_eq!(public(&db).await.require_open().unwrap_err().key(), "service-not-offered");
    let mut tx = db.writing(&Caller::engine()).await;
    let timer = tx.claim_timer(&[TAKE_EFFECT_TIMER]).await.unwrap().unwrap();
    assert_eq!((timer.subject, timer.due_at), (pilot_id(&db).await.uuid(), after));
    drop(tx);
    begins(&db, last.succ_opt().unwrap()).await;
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(service(&tx, "1007").await.unwrap().require_open().unwrap_err().key(), "service-closed");
    let listed = list_services(&tx, &ServiceFilter::default(), &PageRequest::first(100)).await.unwrap();
    assert!(listed.items.iter().all(|item| item.code != "1007"));
    let lines = openings(&tx, "1007").await.unwrap();
    assert_eq!((lines.len(), lines[0].state), (1, ServiceState::Closed));
    assert!(lines[0].reason.contains(&last.format("%d.%m.%Y").to_string()));
    drop(tx);
    let told = events(&db).await;
    let told = told.last().unwrap();
    assert_eq!((told.kind.as_str(), told.text("reason")), (SERVICE_WITHDRAWN, Some("last_day")));

    let dace = contact(&db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    let again = CloseService { code: "1007".into(), version: public(&db).await.latest };
    assert_eq!(reopen_service(&mut tx, again, "Vēl").await.unwrap_err().key(), "service-last-day");
    drop(tx);
    let first = in_days(&db, 3).await;
    changed(&db, None, |text| (text.valid_from, text.valid_to) = (Some(first), None)).await;
    let now = public(&db).await;
    assert_eq!((now.state, now.require_open().unwrap_err().key()), (ServiceState::Open, "service-not-offered"));
    db.test_clock().set(start_of_day(first));
    assert!(public(&db).await.is_open());
}

// req: CAT-17
#[tokio::test]
async fn a_planned_text_is_taken_back_to_write_on_in_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let day = in_days(&db, 10).await;
    let before = public(&db).await;
    let version = changed(&db, Some(day), |text| text.summary = words("No janvāra")).await;
    let mut tx = db.writing(&dace).await;
    rewrite_version(&mut tx, WithdrawVersion { code: "1007".into(), version }).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&dace).await;
    let copy = working_copy(&tx, "1007").await.unwrap();
    assert_eq!((copy.description.summary.lv.as_str(), copy.base), ("No janvāra", before.version));
    let draft = copy.draft.unwrap();
    assert_eq!((draft.valid_from, draft.note.as_str()), (Some(day), "Grozījumi"));
    assert_eq!(scheduled_versions(&tx, "1007").await.unwrap(), []);
    drop(tx);
    let version = changed(&db, Some(day), |text| text.summary = words("Cits")).await;
    let mut tx = db.writing(&dace).await;
    let input = WithdrawVersion { code: "1007".into(), version };
    assert_eq!(rewrite_version(&mut tx, input).await.unwrap_err().key(), "copy-begun");
}

// req: CAT-17
#[tokio::test]
async fn two_changes_of_one_item_are_put_together_and_a_list_in_another_order_is_not() {
    let db = db().await;
    let before = public(&db).await.description.clone();
    let (mut now, mut planned) = ((*before).clone(), (*before).clone());
    now.channels[0].hours = words("No astoņiem");
    now.providers[0].contact.phone = Some(PHONE.into());
    planned.channels[0].fee = Fee::Amount(Money::cents(500));
    planned.providers[0].contact.email = Some("jauns@vsaa.gov.lv".into());
    let both = carried(&before, &now, &planned).unwrap();
    let (channel, contact) = (&both.description.channels[0], &both.description.providers[0].contact);
    assert_eq!((&channel.hours, channel.fee), (&now.channels[0].hours, planned.channels[0].fee));
    assert_eq!((contact.phone.as_deref(), contact.email.as_deref()), (Some(PHONE), Some("jauns@vsaa.gov.lv")));
    assert_eq!(both.disputed, []);

    now.steps[0].text = words("Citādi");
    planned.steps.swap(0, 1);
    let both = carried(&before, &now, &planned).unwrap();
    assert_eq!((both.disputed, both.description.steps), (vec![Section::Steps], planned.steps));
}
