//! Attaching services to templates, detaching them, beginning them from a template.

use super::{attach, attached, own_service, platform, published, shown, text};
use crate::tests::{contact, db, institution, pilot};
use crate::{
    AttachService, DetachService, SERVICE_LINKED, ServiceState, TEMPLATE_ATTACHED, TEMPLATE_DETACHED, TemplateScope,
    TemplateText, attach_service, create_service_from_template, detach_service, family, service, template, template_of,
    withdraw_template,
};
use kernel::{Caller, ErrorKind, LangText};
use storage::{Stream, events_of_stream};

// req: UNI-02, UNI-01
#[tokio::test]
async fn an_attached_service_takes_the_name_and_keeps_what_is_its_own() {
    let db = db().await;
    let template_code = published(&db, text()).await;
    let code = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let before = shown(&db, &code).await;
    attached(&db, &contact(&db, "LV-022").await, attach(&template_code, &code, true)).await;
    let after = shown(&db, &code).await;
    assert_eq!(after.description.name, text().name);
    assert_eq!(
        (&after.description.channels, &after.description.providers),
        (&before.description.channels, &before.description.providers)
    );
    assert_eq!(after.version, before.version + 1, "the words are a published version of the service's own");
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(template_of(&tx, after.id).await.unwrap().unwrap().code, template_code);
    let found = family(&tx, &template_code).await.unwrap();
    assert_eq!(found.members.len(), 1);
    assert_eq!(found.members[0].atvk.as_deref(), Some("0026000"));
    let events = events_of_stream(&tx, &found.template.id.stream(), 0, 10).await.unwrap();
    assert_eq!(events.last().unwrap().kind, TEMPLATE_ATTACHED);
}

// req: UNI-02
#[tokio::test]
async fn own_words_stay_when_the_holder_wants_them_and_the_difference_is_told() {
    let db = db().await;
    let template_code = published(&db, text()).await;
    let code = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let before = shown(&db, &code).await;
    let deviation = LangText::new("Pilsētā lemj komisija.", "In the town a commission decides.");
    let input = AttachService { deviation: deviation.clone(), ..attach(&template_code, &code, false) };
    attached(&db, &contact(&db, "LV-022").await, input).await;
    let after = shown(&db, &code).await;
    assert_eq!((after.version, after.revision), (before.version, before.revision + 1));
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(family(&tx, &template_code).await.unwrap().members[0].deviation, deviation);
    let events = events_of_stream(&tx, &Stream::service(after.id), 0, 10).await.unwrap();
    assert_eq!(events.last().unwrap().kind, SERVICE_LINKED);
}

// req: UNI-02
#[tokio::test]
async fn what_does_not_fit_is_not_attached() {
    let db = db().await;
    let template_code = published(&db, text()).await;
    let mine = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let second = own_service(&db, "LV-022", "Krūmu ciršana Cēsīs").await;
    let theirs = own_service(&db, "LV-113", "Koku ciršana Valmierā").await;
    let cesis = contact(&db, "LV-022").await;
    let mut tx = db.writing(&cesis).await;
    let refused = attach_service(&mut tx, attach(&template_code, &theirs, true)).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);
    for (input, kind) in [
        (attach("V999", &mine, true), ErrorKind::NotFound),
        (attach(&template_code, "9999", true), ErrorKind::NotFound),
        (
            AttachService { deviation: LangText::new("x".repeat(501), ""), ..attach(&template_code, &mine, true) },
            ErrorKind::Invalid,
        ),
    ] {
        assert_eq!(attach_service(&mut tx, input).await.unwrap_err().kind(), kind);
    }
    attach_service(&mut tx, attach(&template_code, &mine, true)).await.unwrap();
    let twice = attach_service(&mut tx, attach(&template_code, &mine, true)).await.unwrap_err();
    assert_eq!(twice.key(), "template-service-attached");
    let other = attach_service(&mut tx, attach(&template_code, &second, true)).await.unwrap_err();
    assert_eq!(other.key(), "template-holder-twice");
    tx.commit().await.unwrap();
    // A service of the state does not fit a template of municipalities.
    let benefit = pilot(&db, "P.11").await.code.clone();
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let scope = attach_service(&mut tx, attach(&template_code, &benefit, false)).await.unwrap_err();
    assert_eq!(scope.key(), "template-scope");
    drop(tx);
    let mut tx = db.writing(&platform(&db).await).await;
    withdraw_template(&mut tx, &template_code, 2).await.unwrap();
    let late = attach_service(&mut tx, attach(&template_code, &theirs, false)).await.unwrap_err();
    assert_eq!(late.key(), "template-withdrawn");
}

// req: UNI-08
#[tokio::test]
async fn institutions_of_the_state_attach_too_where_the_template_is_for_them() {
    let db = db().await;
    let code = published(&db, TemplateText { scope: TemplateScope::Both, ..text() }).await;
    let benefit = pilot(&db, "P.11").await;
    attached(&db, &contact(&db, "VSAA").await, attach(&code, &benefit.code, false)).await;
    let found = family(&db.reading(&Caller::anonymous()).await, &code).await.unwrap();
    assert_eq!((found.members[0].service.holder, found.members[0].atvk.as_ref()), (benefit.holder, None));
}

// req: UNI-02
#[tokio::test]
async fn a_detached_service_stands_alone_with_its_words() {
    let db = db().await;
    let template_code = published(&db, text()).await;
    let code = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let cesis = contact(&db, "LV-022").await;
    attached(&db, &cesis, attach(&template_code, &code, true)).await;
    let before = shown(&db, &code).await;
    let input = DetachService { template: template_code.clone(), service: code.clone() };
    let mut tx = db.writing(&contact(&db, "LV-113").await).await;
    assert_eq!(detach_service(&mut tx, input.clone()).await.unwrap_err().kind(), ErrorKind::Forbidden);
    drop(tx);
    let mut tx = db.writing(&cesis).await;
    detach_service(&mut tx, input.clone()).await.unwrap();
    assert_eq!(detach_service(&mut tx, input).await.unwrap_err().key(), "template-service");
    tx.commit().await.unwrap();
    let after = shown(&db, &code).await;
    assert_eq!((&after.description, after.revision), (&before.description, before.revision + 1));
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(template_of(&tx, after.id).await.unwrap(), None);
    let id = template(&tx, &template_code).await.unwrap().id;
    let events = events_of_stream(&tx, &id.stream(), 0, 10).await.unwrap();
    assert_eq!(events.last().unwrap().kind, TEMPLATE_DETACHED);
}

// req: UNI-02
#[tokio::test]
async fn a_service_is_begun_from_a_template_in_one_step() {
    let db = db().await;
    let template_code = published(&db, text()).await;
    let cesis = contact(&db, "LV-022").await;
    let holder = institution(&db, "LV-022").await;
    let mut tx = db.writing(&cesis).await;
    let code = create_service_from_template(&mut tx, &template_code, holder).await.unwrap();
    let again = create_service_from_template(&mut tx, &template_code, holder).await.unwrap_err();
    assert_eq!(again.key(), "template-holder-twice");
    let valmiera = institution(&db, "LV-113").await;
    let foreign = create_service_from_template(&mut tx, &template_code, valmiera).await.unwrap_err();
    assert_eq!(foreign.kind(), ErrorKind::Forbidden);
    tx.commit().await.unwrap();
    let tx = db.reading(&cesis).await;
    let begun = service(&tx, &code).await.unwrap();
    assert_eq!(
        (begun.state, &begun.description.name, &begun.description.steps),
        (ServiceState::Draft, &text().name, &text().steps)
    );
    // What is local is left to the holder, and the gate knows.
    let missing = crate::tests::blocking(&begun.description);
    assert!(missing.contains(&"channels/request".to_owned()), "{missing:?}");
    assert_eq!(family(&tx, &template_code).await.unwrap().members.len(), 1);
    drop(tx);
    let tx = db.reading(&Caller::anonymous()).await;
    assert_eq!(family(&tx, &template_code).await.unwrap().members, [], "a draft is not public");
}
