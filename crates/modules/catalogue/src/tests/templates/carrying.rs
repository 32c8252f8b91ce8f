//! A change of a template reaches what is attached to it.

use super::{attach, attached, own_service, platform, published, shown, text};
use crate::tests::{contact, db};
use crate::{
    CARRY_TEMPLATE_TIMER, ChangeTemplate, TemplateText, carry_template, change_template, template, withdraw_template,
};
use kernel::{Caller, LangText};

// req: UNI-01, UNI-03
#[tokio::test]
async fn a_changed_template_touches_all_and_carries_its_words_to_those_that_followed() {
    let db = db().await;
    let code = published(&db, text()).await;
    let follows = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let differs = own_service(&db, "LV-113", "Koku ciršana Valmierā").await;
    let alone = own_service(&db, "LV-050", "Koku ciršana Kuldīgā").await;
    attached(&db, &contact(&db, "LV-022").await, attach(&code, &follows, true)).await;
    attached(&db, &contact(&db, "LV-113").await, attach(&code, &differs, false)).await;
    let before = [shown(&db, &follows).await, shown(&db, &differs).await, shown(&db, &alone).await];

    let new = TemplateText { name: LangText::new("Koku ciršanas atļauja", "Tree felling permit"), ..text() };
    let mut tx = db.writing(&platform(&db).await).await;
    let input = ChangeTemplate { code: code.clone(), revision: 2, text: new.clone(), note: String::new() };
    change_template(&mut tx, input).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let timer = tx.claim_timer(&[CARRY_TEMPLATE_TIMER]).await.unwrap().unwrap();
    let id = template(&tx, &code).await.unwrap().id;
    assert_eq!(timer.subject, id.uuid());
    carry_template(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();

    let after = [shown(&db, &follows).await, shown(&db, &differs).await, shown(&db, &alone).await];
    assert_eq!((&after[0].description.name, after[0].version), (&new.name, before[0].version + 1));
    assert_eq!((&after[1].description, after[1].revision), (&before[1].description, before[1].revision + 1));
    assert_eq!(after[2], before[2], "what is attached to nothing is not touched");

    let mut tx = db.writing(&Caller::engine()).await;
    carry_template(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(shown(&db, &differs).await.revision, after[1].revision, "told once");
}

// req: UNI-01
#[tokio::test]
async fn going_out_of_use_touches_what_is_attached_and_changes_no_words() {
    let db = db().await;
    let code = published(&db, text()).await;
    let service = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    attached(&db, &contact(&db, "LV-022").await, attach(&code, &service, true)).await;
    let before = shown(&db, &service).await;
    let mut tx = db.writing(&platform(&db).await).await;
    let id = template(&tx, &code).await.unwrap().id;
    withdraw_template(&mut tx, &code, 2).await.unwrap();
    tx.act_as(Caller::engine());
    carry_template(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    let after = shown(&db, &service).await;
    assert_eq!((after.version, after.revision), (before.version, before.revision + 1));
}
