//! Descriptions that institutions' systems send: created once, changed, never another holder's.

use crate::tests::{contact, db, institution, pilot, registration};
use crate::{
    CloseService, Description, Done, PublishService, ReceiveService, Received, SERVICE_RECEIVED, SERVICE_WRITE_REFUSED,
    Seen, Service, ServiceState, Stage, VersionState, WithdrawVersion, close_service, own_service, own_service_by_name,
    publish, receive, refused_writes, register_service, service, versions, withdraw_sent, withdraw_version,
};
use chrono::Days;
use kernel::{ApiClientId, Caller, Error, ErrorKind, LangText, PageRequest, Role, riga_date};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

pub(super) async fn system(db: &TestDb, code: &str) -> Caller {
    Caller::api_client(ApiClientId::new(Uuid::from_u128(7)), institution(db, code).await)
}

pub(super) async fn sent(db: &TestDb, name: &str) -> ReceiveService {
    ReceiveService {
        external_id: name.to_owned(),
        code: None,
        holder: None,
        provider: None,
        description: Description { checked_on: None, ..registration(db).await.description },
        gaps: Vec::new(),
        unread: Vec::new(),
        publish: true,
        from: None,
        note: String::new(),
        seen: None,
        idempotency_key: None,
    }
}

pub(super) async fn keep(db: &TestDb, who: &Caller, input: ReceiveService) -> Result<(String, Done), Error> {
    let mut tx = db.writing(who).await;
    match Box::pin(receive(&mut tx, input)).await? {
        Received::Kept { code, done, .. } => {
            tx.commit().await.unwrap();
            Ok((code, done))
        }
        Received::Refused(error) => {
            tx.commit().await.unwrap();
            Err(error)
        }
    }
}

pub(super) fn other(description: &Description, summary: &str) -> Description {
    Description { summary: LangText::new(summary, summary), ..description.clone() }
}

/// That the sender has seen a service as it is.
pub(super) fn seen(service: &Service) -> Option<Seen> {
    Some(Seen::Numbers { revision: Some(service.revision), version: Some(service.latest) })
}

// req: CAT-20, CAT-02
#[tokio::test]
async fn a_system_creates_a_service_changes_it_and_sends_it_again_without_effect() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let first = sent(&db, "abc/1").await;
    let (code, done) = keep(&db, &vsaa, first.clone()).await.unwrap();
    assert_eq!(done, Done::Created);
    let tx = db.reading(&Caller::anonymous()).await;
    let public = service(&tx, &code).await.unwrap();
    assert!(public.is_open() && !public.is_imported() && *public.description == first.description);
    assert_eq!(public.holder, institution(&db, "VSAA").await);
    drop(tx);
    assert_eq!(keep(&db, &vsaa, first.clone()).await.unwrap(), (code.clone(), Done::Unchanged));
    let second = ReceiveService { description: other(&first.description, "Cits"), ..first };
    assert_eq!(keep(&db, &vsaa, second.clone()).await.unwrap(), (code.clone(), Done::Updated));
    assert_eq!(keep(&db, &vsaa, second).await.unwrap(), (code.clone(), Done::Unchanged));
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, &code).await.unwrap();
    assert_eq!((now.version, now.revision, now.description.summary.lv.as_str()), (2, public.revision + 1, "Cits"));
    let line = own_service_by_name(&db.reading(&vsaa).await, "abc/1").await.unwrap();
    assert_eq!((line.service.code.as_str(), line.edition.as_str()), (code.as_str(), now.revision.to_string().as_str()));
}

// req: CAT-20, CAT-18
#[tokio::test]
async fn a_description_with_gaps_is_not_published_but_may_wait_as_a_draft() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let mut input = sent(&db, "gap").await;
    input.description.steps.clear();
    let refused = keep(&db, &vsaa, input.clone()).await.unwrap_err();
    assert_eq!((refused.key(), refused.field_errors()[0].path.as_str()), ("service-incomplete", "description/steps"));
    input.publish = false;
    let (code, done) = keep(&db, &vsaa, input.clone()).await.unwrap();
    assert_eq!(done, Done::Created);
    assert_eq!(service(&db.reading(&vsaa).await, &code).await.unwrap().state, ServiceState::Draft);
    assert_eq!(keep(&db, &vsaa, input).await.unwrap().1, Done::Unchanged);
    let whole = sent(&db, "gap").await;
    assert_eq!(keep(&db, &vsaa, whole).await.unwrap(), (code.clone(), Done::Updated));
    assert!(service(&db.reading(&Caller::anonymous()).await, &code).await.unwrap().is_open());
}

// req: CAT-20, CAT-17
#[tokio::test]
async fn a_draft_and_a_day_to_come_leave_what_is_in_force_and_are_not_repeated() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let first = sent(&db, "later").await;
    let (code, _) = keep(&db, &vsaa, first.clone()).await.unwrap();
    let day = riga_date(db.reading(&vsaa).await.now()) + Days::new(5);
    let later = ReceiveService { description: other(&first.description, "Vēlāk"), from: Some(day), ..first.clone() };
    assert_eq!(keep(&db, &vsaa, later.clone()).await.unwrap().1, Done::Updated);
    assert_eq!(keep(&db, &vsaa, later).await.unwrap().1, Done::Unchanged);
    let draft =
        ReceiveService { description: other(&first.description, "Melnraksts"), publish: false, ..first.clone() };
    assert_eq!(keep(&db, &vsaa, draft.clone()).await.unwrap().1, Done::Updated);
    assert_eq!(keep(&db, &vsaa, draft).await.unwrap().1, Done::Unchanged);
    let tx = db.reading(&vsaa).await;
    assert_eq!(service(&tx, &code).await.unwrap().description.summary, first.description.summary);
    let states: Vec<_> = versions(&tx, &code).await.unwrap().iter().map(|line| line.state).collect();
    assert_eq!(states, [VersionState::Draft, VersionState::Scheduled, VersionState::Published]);
}

// req: CAT-15, CAT-20
#[tokio::test]
async fn another_holders_service_is_refused_and_stays_on_record() {
    let db = db().await;
    let (vsaa, nva) = (system(&db, "VSAA").await, system(&db, "NVA").await);
    let own = pilot(&db, "P.11").await;
    let input = ReceiveService { code: Some(own.code.clone()), ..sent(&db, "steal").await };
    let refused = keep(&db, &nva, input.clone()).await.unwrap_err();
    assert_eq!((refused.kind(), refused.key()), (ErrorKind::Forbidden, "service-not-yours"));
    let claimed = ReceiveService { holder: Some(own.holder), ..sent(&db, "claim").await };
    assert_eq!(keep(&db, &nva, claimed).await.unwrap_err().kind(), ErrorKind::Forbidden);
    // A draft of others looks like one that is missing.
    let mut draft = registration(&db).await;
    draft.description.related.clear();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let hidden = register_service(&mut tx, draft).await.unwrap();
    tx.commit().await.unwrap();
    let hidden = ReceiveService { code: Some(hidden), ..input.clone() };
    let missing = ReceiveService { code: Some("9999".to_owned()), ..input.clone() };
    let (hidden, missing) = (keep(&db, &nva, hidden).await.unwrap_err(), keep(&db, &nva, missing).await.unwrap_err());
    assert_eq!((hidden.kind(), hidden.key()), (missing.kind(), missing.key()));

    let tx = db.reading(&Caller::engine()).await;
    let events = events_of_stream(&tx, &Stream::institution(nva.institution.unwrap()), 0, 50).await.unwrap();
    let kept: Vec<_> = events.iter().filter(|event| event.kind == SERVICE_WRITE_REFUSED).collect();
    assert_eq!(kept.len(), 3);
    assert_eq!((kept[0].text("code"), kept[0].actor.api_client), (Some(own.code.as_str()), nva.api_client));
    assert!(!kept[0].data.to_string().contains("steal"), "names of other systems stay out of the log");
    drop(tx);
    assert_eq!(*service(&db.reading(&vsaa).await, &own.code).await.unwrap(), *own, "nothing was changed");
    // Auditors watch over all institutions.
    let mut auditor = contact(&db, "VID").await;
    auditor.role = Role::Auditor;
    let tx = db.reading(&auditor).await;
    let page = refused_writes(&tx, &PageRequest::first(2)).await.unwrap();
    let rest = refused_writes(&tx, &PageRequest::new(2, page.next)).await.unwrap();
    assert_eq!((page.items.len(), rest.items.len(), rest.next), (2, 1, None));
    assert!(page.items.iter().all(|one| Some(one.institution) == nva.institution && one.holder == own.holder));
    drop(tx);
    let tx = db.reading(&vsaa).await;
    assert_eq!(refused_writes(&tx, &PageRequest::first(10)).await.unwrap_err().kind(), ErrorKind::Forbidden);
    // The own one may be given a name and changed by whoever has seen it.
    assert_eq!(keep(&db, &vsaa, input.clone()).await.unwrap_err().kind(), ErrorKind::Stale);
    let input = ReceiveService { seen: seen(&own), ..input };
    assert_eq!(keep(&db, &vsaa, input).await.unwrap(), (own.code.clone(), Done::Updated));
}

// req: CAT-20
#[tokio::test]
async fn of_two_writers_who_saw_the_same_the_second_is_told() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let first = sent(&db, "two").await;
    let (code, _) = keep(&db, &vsaa, first.clone()).await.unwrap();
    let tag = own_service(&db.reading(&vsaa).await, &code).await.unwrap().edition;
    let write = |text: &str, publish| ReceiveService {
        description: other(&first.description, text),
        seen: Some(Seen::Tag(tag.clone())),
        publish,
        ..first.clone()
    };
    // A draft is enough: the second writer has not seen it.
    assert_eq!(keep(&db, &vsaa, write("Pirmais", false)).await.unwrap().1, Done::Updated);
    assert_eq!(keep(&db, &vsaa, write("Otrais", true)).await.unwrap_err().kind(), ErrorKind::Stale);
    let newest = own_service(&db.reading(&vsaa).await, &code).await.unwrap();
    assert_eq!(newest.newest.description.summary.lv, "Pirmais");
    let again = ReceiveService { seen: Some(Seen::Tag(newest.edition)), ..write("Otrais", true) };
    assert_eq!(keep(&db, &vsaa, again).await.unwrap().1, Done::Updated);
    let unknown = ReceiveService { seen: Some(Seen::Tag("7".to_owned())), ..sent(&db, "never").await };
    assert_eq!(keep(&db, &vsaa, unknown).await.unwrap_err().kind(), ErrorKind::Stale);
}

// req: CAT-20
#[tokio::test]
async fn who_does_not_say_what_it_has_seen_changes_only_what_it_sent_last_itself() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let dace = contact(&db, "VSAA").await;
    let first = sent(&db, "nightly").await;
    let (code, _) = keep(&db, &vsaa, first.clone()).await.unwrap();
    let text = |summary: &str| ReceiveService { description: other(&first.description, summary), ..first.clone() };
    // By night the system changes its own words, also a draft of its own.
    let draft = ReceiveService { publish: false, ..text("Melnraksts") };
    assert_eq!(keep(&db, &vsaa, draft).await.unwrap().1, Done::Updated);
    assert_eq!(keep(&db, &vsaa, text("Naktī")).await.unwrap().1, Done::Updated);
    // By day the contact person publishes other words: neither the old ones nor new ones of the system undo them.
    let now = service(&db.reading(&dace).await, &code).await.unwrap();
    let mut tx = db.writing(&dace).await;
    let by_day = other(&first.description, "Dienā");
    publish(&mut tx, PublishService::now(&code, now.latest, Some(by_day.clone()))).await.unwrap();
    tx.commit().await.unwrap();
    for summary in ["Naktī", "Nākamajā naktī"] {
        assert_eq!(keep(&db, &vsaa, text(summary)).await.unwrap_err().kind(), ErrorKind::Stale, "{summary}");
    }
    let now = service(&db.reading(&dace).await, &code).await.unwrap();
    assert_eq!(*now.description, by_day);
    // Numbers that are not the newest ones are no permission; the present ones are.
    for (revision, version) in [(Some(now.revision - 1), None), (None, Some(now.latest - 1))] {
        let old = ReceiveService { seen: Some(Seen::Numbers { revision, version }), ..text("Vecs") };
        assert_eq!(keep(&db, &vsaa, old).await.unwrap_err().kind(), ErrorKind::Stale);
    }
    // The same words are no conflict, and the system knows them from then on.
    for done in [Done::Unchanged, Done::Unchanged] {
        assert_eq!(keep(&db, &vsaa, text("Dienā")).await.unwrap().1, done);
    }
    let tx = db.reading(&Caller::engine()).await;
    let events = events_of_stream(&tx, &Stream::service(now.id), 0, 50).await.unwrap();
    let received = events.iter().filter(|event| event.kind == SERVICE_RECEIVED).count();
    assert_eq!(received, 2, "the draft, the same words once");
    drop(tx);
    assert_eq!(keep(&db, &vsaa, text("Pēc tam")).await.unwrap().1, Done::Updated);
    // Another system of the same institution has not sent them.
    let another = Caller::api_client(ApiClientId::new(Uuid::from_u128(8)), vsaa.institution.unwrap());
    assert_eq!(keep(&db, &another, text("Cita sistēma")).await.unwrap_err().kind(), ErrorKind::Stale);
    let now = service(&db.reading(&dace).await, &code).await.unwrap();
    let told = ReceiveService { seen: seen(&now), ..text("Cita sistēma") };
    assert_eq!(keep(&db, &another, told).await.unwrap().1, Done::Updated);
    assert_eq!(keep(&db, &vsaa, text("Pēc tam")).await.unwrap_err().kind(), ErrorKind::Stale);
}

// req: CAT-20
#[tokio::test]
async fn what_a_person_closed_is_not_opened_and_what_a_person_took_back_is_no_obstacle() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let dace = contact(&db, "VSAA").await;
    let first = sent(&db, "closed").await;
    let (code, _) = keep(&db, &vsaa, first.clone()).await.unwrap();
    let text = |summary: &str| ReceiveService { description: other(&first.description, summary), ..first.clone() };
    let mut tx = db.writing(&dace).await;
    let from = Some(riga_date(tx.now()) + Days::new(5));
    let plan = PublishService { from, ..PublishService::now(&code, 1, Some(other(&first.description, "Plāns"))) };
    let version = publish(&mut tx, plan).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(keep(&db, &vsaa, text("Otrais")).await.unwrap_err().kind(), ErrorKind::Stale);
    let mut tx = db.writing(&dace).await;
    withdraw_version(&mut tx, WithdrawVersion { code: code.clone(), version }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(keep(&db, &vsaa, first.clone()).await.unwrap().1, Done::Unchanged);
    assert_eq!(keep(&db, &vsaa, text("Otrais")).await.unwrap().1, Done::Updated);

    let mut tx = db.writing(&dace).await;
    let latest = service(&tx, &code).await.unwrap().latest;
    close_service(&mut tx, CloseService { code: code.clone(), version: latest }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(keep(&db, &vsaa, text("Trešais")).await.unwrap_err().kind(), ErrorKind::Stale);
    let now = service(&db.reading(&vsaa).await, &code).await.unwrap();
    let told = ReceiveService { seen: seen(&now), ..text("Trešais") };
    assert_eq!(keep(&db, &vsaa, told).await.unwrap().1, Done::Updated);
    assert!(service(&db.reading(&vsaa).await, &code).await.unwrap().is_open());
}

// req: CAT-20
#[tokio::test]
async fn the_same_words_open_what_their_sender_closed_and_not_what_a_person_closed() {
    let db = db().await;
    let (vsaa, dace) = (system(&db, "VSAA").await, contact(&db, "VSAA").await);
    let first = sent(&db, "again").await;
    let (code, _) = keep(&db, &vsaa, first.clone()).await.unwrap();
    let mut tx = db.writing(&vsaa).await;
    withdraw_sent(&mut tx, "again", None).await.unwrap();
    tx.commit().await.unwrap();
    for done in [Done::Updated, Done::Unchanged] {
        assert_eq!(keep(&db, &vsaa, first.clone()).await.unwrap().1, done);
        assert!(service(&db.reading(&vsaa).await, &code).await.unwrap().is_open());
    }
    // The nightly copy does not undo what a person decided meanwhile; who says that it was seen may.
    let mut tx = db.writing(&dace).await;
    let latest = service(&tx, &code).await.unwrap().latest;
    close_service(&mut tx, CloseService { code: code.clone(), version: latest }).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(keep(&db, &vsaa, first.clone()).await.unwrap().1, Done::Unchanged);
    let now = service(&db.reading(&vsaa).await, &code).await.unwrap();
    assert!(!now.is_open());
    let told = ReceiveService { seen: seen(&now), ..first };
    assert_eq!(keep(&db, &vsaa, told).await.unwrap().1, Done::Updated);
    assert!(service(&db.reading(&vsaa).await, &code).await.unwrap().is_open());
}

// req: CAT-20
#[tokio::test]
async fn a_key_makes_the_same_request_one_act() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    let input = ReceiveService { idempotency_key: Some("k1".to_owned()), ..sent(&db, "key").await };
    let (code, done) = keep(&db, &vsaa, input.clone()).await.unwrap();
    assert_eq!(done, Done::Created);
    // Meanwhile somebody changes it; the repetition does not undo that.
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let changed = other(&input.description, "Mainīts");
    publish(&mut tx, PublishService::now(&code, 1, Some(changed))).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(keep(&db, &vsaa, input.clone()).await.unwrap(), (code.clone(), Done::Repeated));
    assert_eq!(service(&db.reading(&vsaa).await, &code).await.unwrap().description.summary.lv, "Mainīts");
    let reused = ReceiveService { external_id: "cits".to_owned(), ..input };
    assert_eq!(keep(&db, &vsaa, reused).await.unwrap_err().key(), "key-reused");
}

// req: CAT-20
#[tokio::test]
async fn wrong_names_institutions_and_callers_are_refused() {
    let db = db().await;
    let vsaa = system(&db, "VSAA").await;
    for name in ["", " ", "a\nb", &"x".repeat(201)] {
        let error = keep(&db, &vsaa, sent(&db, name).await).await.unwrap_err();
        assert_eq!(error.field_errors()[0].key, "service-external-id", "{name:?}");
    }
    let mut strange = sent(&db, "s").await;
    strange.description.providers[1].institution = kernel::InstitutionId::new(Uuid::from_u128(99));
    let error = keep(&db, &vsaa, strange).await.unwrap_err();
    assert_eq!(error.field_errors()[0].path, "description/providers/1/institution");
    let (one, two) = (pilot(&db, "P.11").await, pilot(&db, "P.12").await);
    let bind = |code: &str, input: ReceiveService| ReceiveService { code: Some(code.to_owned()), ..input };
    let bound = ReceiveService { seen: seen(&one), ..bind(&one.code, sent(&db, "bound").await) };
    keep(&db, &vsaa, bound).await.unwrap();
    let error = keep(&db, &vsaa, bind(&two.code, sent(&db, "bound").await)).await.unwrap_err();
    assert_eq!(error.key(), "service-name-taken");
    for role in [Role::Officer, Role::PlatformAdministrator] {
        let mut caller = contact(&db, "VSAA").await;
        caller.role = role;
        assert_eq!(keep(&db, &caller, sent(&db, "r").await).await.unwrap_err().kind(), ErrorKind::Forbidden);
    }
    let nobody = keep(&db, &Caller::anonymous(), sent(&db, "r").await).await.unwrap_err();
    assert_eq!(nobody.kind(), ErrorKind::Unauthenticated);
}

// req: CAT-12, CAT-20
#[tokio::test]
async fn a_provider_is_sent_in_the_description_and_beside_it_only_the_same() {
    let db = db().await;
    let (vsaa, nva) = (system(&db, "VSAA").await, institution(&db, "NVA").await);
    let mut input = ReceiveService { provider: Some(nva), ..sent(&db, "handed").await };
    let error = keep(&db, &vsaa, input.clone()).await.unwrap_err();
    let wrong = &error.field_errors()[0];
    assert_eq!((wrong.path.as_str(), wrong.key.as_str()), ("provider", "service-provider-differs"));
    for provider in input.description.providers.iter_mut().filter(|one| one.stage == Stage::Execution) {
        provider.institution = nva;
    }
    let (code, done) = keep(&db, &vsaa, input).await.unwrap();
    let shown = service(&db.reading(&vsaa).await, &code).await.unwrap();
    assert_eq!((done, Some(shown.holder), shown.provider), (Done::Created, vsaa.institution, nva));
    let back = sent(&db, "handed").await;
    assert_eq!(keep(&db, &vsaa, back).await.unwrap(), (code.clone(), Done::Updated));
    let shown = service(&db.reading(&vsaa).await, &code).await.unwrap();
    assert_eq!(shown.provider, shown.holder);
}
