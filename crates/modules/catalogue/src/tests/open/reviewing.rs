//! Whose texts are published as they are sent, and whose wait for another reader.

use super::receiving::{keep, other, seen, sent, system};
use crate::tests::{contact, db, institution, pilot};
use crate::{
    Done, DraftSeen, ReceiveService, SERVICE_APPROVED_ALONE, SaveDescription, Section, ServiceState, publish_draft,
    save_description, service, set_four_eyes, submit_for_review, take_sent, working_copy,
};
use kernel::{Caller, ErrorKind, PersonId, Role, ServiceId};
use storage::{Stream, events_of_stream};
use test_support::TestDb;
use uuid::Uuid;

/// Two contact persons of VSAA, so that one reads what the other wrote.
async fn two(db: &TestDb) -> (Caller, Caller) {
    let dace = contact(db, "VSAA").await;
    let ilze = Caller::staff(PersonId::new(Uuid::from_u128(2)), Role::ContactPerson, institution(db, "VSAA").await);
    let mut tx = db.writing(&Caller::engine()).await;
    for who in [&dace, &ilze] {
        institutions::ensure_membership(&mut tx, who.person.unwrap(), who.institution.unwrap(), Role::ContactPerson)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    (dace, ilze)
}

async fn alone(db: &TestDb, id: ServiceId) -> usize {
    let tx = db.reading(&Caller::engine()).await;
    let events = events_of_stream(&tx, &Stream::service(id), 0, 50).await.unwrap();
    events.iter().filter(|event| event.kind == SERVICE_APPROVED_ALONE).count()
}

// req: CAT-15, CAT-20
#[tokio::test]
async fn a_text_that_was_sent_is_taken_over_as_it_was_read_and_once() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let own = pilot(&db, "P.11").await;
    let input = ReceiveService {
        code: Some(own.code.clone()),
        description: other(&own.description, "Atsūtīts"),
        publish: false,
        seen: seen(&own),
        ..sent(&db, "system").await
    };
    keep(&db, &system(&db, "VSAA").await, input).await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, &own.code).await.unwrap();
    assert!(copy.draft.is_none() && !copy.changes.is_empty(), "it is shown before it is taken over");
    let newest = copy.service.latest;
    let mut tx = db.writing(&dace).await;
    let stale = take_sent(&mut tx, &own.code, newest - 1).await.unwrap_err();
    assert_eq!((stale.kind(), stale.key()), (ErrorKind::Stale, "service-changed"));
    assert!(take_sent(&mut tx, &own.code, newest).await.unwrap());
    assert!(!take_sent(&mut tx, &own.code, newest).await.unwrap(), "the working copy stays as it is");
    tx.commit().await.unwrap();
    let copy = working_copy(&db.reading(&dace).await, &own.code).await.unwrap();
    assert_eq!((copy.description.summary.lv.as_str(), copy.draft.is_some()), ("Atsūtīts", true));
    assert_ne!(copy.service.description.summary.lv, "Atsūtīts", "nothing is published");
    let nva = contact(&db, "NVA").await;
    let refused = take_sent(&mut db.writing(&nva).await, &own.code, newest).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    let missing = take_sent(&mut db.writing(&dace).await, "9999", 1).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::NotFound);
}

// req: CAT-15, CAT-20
#[tokio::test]
async fn what_a_person_sends_waits_for_another_reader_and_what_a_system_sends_does_not() {
    let db = db().await;
    let (dace, ilze) = two(&db).await;
    let own = pilot(&db, "P.11").await;
    let input = ReceiveService {
        code: Some(own.code.clone()),
        description: other(&own.description, "Pirmais"),
        note: "Grozījumi".to_owned(),
        seen: seen(&own),
        ..sent(&db, "person").await
    };
    assert_eq!(keep(&db, &dace, input.clone()).await.unwrap(), (own.code.clone(), Done::Copied));
    let tx = db.reading(&dace).await;
    assert_eq!(*service(&tx, &own.code).await.unwrap(), *own, "nothing is published");
    let copy = working_copy(&tx, &own.code).await.unwrap();
    let changed: Vec<Section> = copy.sections.iter().filter(|one| one.changed).map(|one| one.section).collect();
    assert_eq!((changed, copy.alone), (vec![Section::Basics, Section::Plan], false));
    assert_eq!((copy.description.summary.lv.as_str(), copy.draft.unwrap().note.as_str()), ("Pirmais", "Grozījumi"));
    drop(tx);
    // Own words are written over; a colleague's are put beside.
    let second = ReceiveService { description: other(&own.description, "Otrais"), ..input.clone() };
    keep(&db, &dace, second).await.unwrap();
    let third = ReceiveService { description: other(&own.description, "Ilzes"), ..input.clone() };
    assert_eq!(keep(&db, &ilze, third).await.unwrap().1, Done::Copied);
    let copy = working_copy(&db.reading(&dace).await, &own.code).await.unwrap();
    assert_eq!((copy.description.summary.lv.as_str(), copy.refused.len()), ("Otrais", 1));

    assert_eq!(keep(&db, &system(&db, "VSAA").await, input.clone()).await.unwrap().1, Done::Updated);
    let public = service(&db.reading(&Caller::anonymous()).await, &own.code).await.unwrap();
    assert_eq!((public.description.summary.lv.as_str(), alone(&db, own.id).await), ("Pirmais", 0));
    // Where the holder asks for one reader only, the log says that there was no other.
    let mut tx = db.writing(&Caller::engine()).await;
    set_four_eyes(&mut tx, dace.institution.unwrap(), false).await.unwrap();
    tx.commit().await.unwrap();
    let told = ReceiveService { description: other(&own.description, "Viena"), seen: seen(&public), ..input };
    assert_eq!(keep(&db, &dace, told).await.unwrap().1, Done::Updated);
    assert_eq!(alone(&db, own.id).await, 1);
}

// req: CAT-15, CAT-20
#[tokio::test]
async fn a_new_service_of_a_person_is_a_draft_until_a_colleague_publishes_it() {
    let db = db().await;
    let (dace, ilze) = two(&db).await;
    let (code, done) = keep(&db, &dace, sent(&db, "new").await).await.unwrap();
    assert_eq!(done, Done::Copied);
    let copy = working_copy(&db.reading(&dace).await, &code).await.unwrap();
    assert_eq!((copy.service.state, copy.blocking().count()), (ServiceState::Draft, 0));
    let mut tx = db.writing(&dace).await;
    let revision = copy.draft.unwrap().revision;
    submit_for_review(&mut tx, &DraftSeen { code: code.clone(), revision }).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&ilze).await;
    publish_draft(&mut tx, &DraftSeen { code: code.clone(), revision: revision + 1 }).await.unwrap();
    tx.commit().await.unwrap();
    let public = service(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    assert_eq!((public.is_open(), alone(&db, public.id).await), (true, 0));
}

// req: CAT-15
#[tokio::test]
async fn a_row_of_a_table_is_published_as_the_rules_of_the_holder_say() {
    let db = db().await;
    let (dace, _) = two(&db).await;
    let own = pilot(&db, "P.11").await;
    let input = |summary: &str, publish| SaveDescription {
        code: own.code.clone(),
        version: own.latest,
        description: other(&own.description, summary),
        publish,
        note: String::new(),
    };
    let mut tx = db.writing(&dace).await;
    assert_eq!(save_description(&mut tx, input("Jauns", true)).await.unwrap(), Done::Copied);
    assert_eq!(service(&tx, &own.code).await.unwrap().latest, own.latest);
    assert_eq!(save_description(&mut tx, input("Melnraksts", false)).await.unwrap(), Done::Updated);
    drop(tx);
    let mut tx = db.writing(&Caller::engine()).await;
    set_four_eyes(&mut tx, dace.institution.unwrap(), false).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&dace).await;
    assert_eq!(save_description(&mut tx, input("Jauns", true)).await.unwrap(), Done::Updated);
    tx.commit().await.unwrap();
    assert_eq!(alone(&db, own.id).await, 1);
}
