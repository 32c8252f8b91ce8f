//! Registering, publishing, closing.

use super::{contact, db, institution, registration};
use crate::{
    CloseService, PublishService, SERVICE_PUBLISHED, SERVICE_REGISTERED, SERVICE_WITHDRAWN, ServiceState,
    close_service, publish, register_service, service, service_version,
};
use kernel::{Caller, ErrorKind, LangText, Role};
use storage::{Stream, events_of_stream};

// req: CAT-01, CAT-02, CAT-15
#[tokio::test]
async fn a_contact_person_registers_and_publishes_and_everybody_sees_it() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let input = registration(&db).await;
    let mut tx = db.writing(&dace).await;
    let code = register_service(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(code, "1018");
    let hidden = service(&db.reading(&Caller::anonymous()).await, &code).await.unwrap_err();
    assert_eq!(hidden.kind(), ErrorKind::NotFound);
    assert_eq!(service(&db.reading(&dace).await, &code).await.unwrap().state, ServiceState::Draft);
    let mut tx = db.writing(&dace).await;
    let version = publish(&mut tx, PublishService::now(code.clone(), 1, None)).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let public = service(&tx, &code).await.unwrap();
    assert_eq!((version, public.version, public.is_open()), (1, 1, true));
    let events = events_of_stream(&tx, &Stream::service(public.id), 0, 9).await.unwrap();
    let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, [SERVICE_REGISTERED, SERVICE_PUBLISHED]);
}

// req: CAT-15
#[tokio::test]
async fn nobody_else_edits() {
    let db = db().await;
    let vsaa = institution(&db, "VSAA").await;
    let mut officer = contact(&db, "VSAA").await;
    officer.role = Role::Officer;
    let mut client = officer.clone();
    client.role = Role::Client;
    client.institution = Some(vsaa);
    for (caller, kind) in [
        (officer, ErrorKind::Forbidden),
        (client, ErrorKind::Forbidden),
        (contact(&db, "NVA").await, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        let input = registration(&db).await;
        let mut tx = db.writing(&caller).await;
        assert_eq!(register_service(&mut tx, input).await.unwrap_err().kind(), kind, "{:?}", caller.role);
        let own = PublishService::now("1007", 2, None);
        assert_eq!(publish(&mut tx, own).await.unwrap_err().kind(), kind);
        let close = CloseService { code: "1007".into(), version: 2 };
        assert_eq!(close_service(&mut tx, close).await.unwrap_err().kind(), kind);
    }
}

// req: CAT-18
#[tokio::test]
async fn a_description_with_gaps_is_not_published_and_every_gap_is_named() {
    let db = db().await;
    let mut input = registration(&db).await;
    input.description.appeal.en.clear();
    input.description.documents.clear();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let code = register_service(&mut tx, input).await.unwrap();
    let error = publish(&mut tx, PublishService::now(code, 1, None)).await.unwrap_err();
    let paths: Vec<_> = error.field_errors().iter().map(|field| field.path.as_str()).collect();
    assert_eq!((error.key(), paths), ("service-incomplete", vec!["appeal", "documents"]));
}

// req: CAT-33
#[tokio::test]
async fn a_new_version_leaves_the_old_one_readable() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let before = service(&db.reading(&dace).await, "1007").await.unwrap();
    let mut description = (*before.description).clone();
    description.summary = LangText::new("Jauns apraksts", "New summary");
    let mut tx = db.writing(&dace).await;
    let input = PublishService::now("1007", before.version, Some(description.clone()));
    let version = publish(&mut tx, input.clone()).await.unwrap();
    assert_eq!(publish(&mut tx, input).await.unwrap_err().kind(), ErrorKind::Stale);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let now = service(&tx, "1007").await.unwrap();
    assert_eq!((now.version, &*now.description), (version, &description));
    assert_eq!(*service_version(&tx, "1007", before.version).await.unwrap().description, *before.description);
    // Version 1 was a draft and never public.
    assert_eq!(service_version(&tx, "1007", 1).await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(service_version(&tx, "1007", 9).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: CAT-33
#[tokio::test]
async fn a_closed_service_stays_readable_and_cannot_be_requested() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    let mut tx = db.writing(&dace).await;
    let close = CloseService { code: "1007".into(), version: 2 };
    close_service(&mut tx, close.clone()).await.unwrap();
    close_service(&mut tx, close).await.unwrap();
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::anonymous()).await;
    let closed = service(&tx, "1007").await.unwrap();
    assert_eq!(closed.require_open().unwrap_err().key(), "service-closed");
    let events = events_of_stream(&tx, &Stream::service(closed.id), 0, 9).await.unwrap();
    assert_eq!(events.iter().filter(|event| event.kind == SERVICE_WITHDRAWN).count(), 1);
}

#[tokio::test]
async fn a_draft_cannot_be_closed_and_a_missing_service_is_not_found() {
    let db = db().await;
    let input = registration(&db).await;
    let mut tx = db.writing(&Caller::engine()).await;
    let code = register_service(&mut tx, input).await.unwrap();
    let draft = close_service(&mut tx, CloseService { code, version: 1 }).await.unwrap_err();
    assert_eq!(draft.key(), "service-not-published");
    let missing = publish(&mut tx, PublishService::now("9", 1, None)).await;
    assert_eq!(missing.unwrap_err().kind(), ErrorKind::NotFound);
}

#[tokio::test]
async fn a_service_needs_a_name_and_a_known_holder() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    let mut nameless = registration(&db).await;
    nameless.description.name = LangText::default();
    assert_eq!(register_service(&mut tx, nameless).await.unwrap_err().key(), "service-incomplete");
    let mut nowhere = registration(&db).await;
    nowhere.holder = kernel::InstitutionId::new(uuid::Uuid::from_u128(9));
    assert_eq!(register_service(&mut tx, nowhere).await.unwrap_err().kind(), ErrorKind::NotFound);
}
