//! A change of a template reaches what is attached to it.

use super::{attach, attached, own_service, platform, published, shown, text};
use crate::tests::{contact, db};
use crate::{
    CARRY_TEMPLATE_TIMER, ChangeTemplate, Piece, TemplateText, carry_template, change_template, create_template,
    template, template_effect, withdraw_template,
};
use kernel::{Caller, ErrorKind, LangText};

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

// req: UNI-01, UNI-03
#[tokio::test]
async fn what_a_change_would_do_is_told_before_it_is_done() {
    let db = db().await;
    let code = published(&db, text()).await;
    let follows = own_service(&db, "LV-022", "Koku ciršana Cēsīs").await;
    let differs = own_service(&db, "LV-113", "Koku ciršana Valmierā").await;
    attached(&db, &contact(&db, "LV-022").await, attach(&code, &follows, true)).await;
    attached(&db, &contact(&db, "LV-113").await, attach(&code, &differs, false)).await;
    let new = TemplateText { name: LangText::new("Atļauja koku ciršanai", "Permit to fell trees"), ..text() };
    let input = ChangeTemplate { code: code.clone(), revision: 2, text: new, note: String::new() };

    let platform = platform(&db).await;
    let tx = db.reading(&platform).await;
    let effect = template_effect(&tx, &input).await.unwrap().unwrap();
    let codes: Vec<&str> = effect.follow.iter().map(|service| service.code.as_str()).collect();
    assert_eq!((codes, effect.attached), (vec![follows.as_str()], 2));
    let mut paths: Vec<&str> = effect.changes.iter().map(|change| change.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["name/en", "name/lv"]);
    let name = effect.changes.iter().find(|change| change.path == "name/lv").unwrap();
    assert!(name.pieces.contains(&Piece::Removed(" ārpus meža".to_owned())), "{name:?}");
    // Nothing has happened yet.
    assert_eq!(template(&tx, &code).await.unwrap().revision, 2);

    // Steps are on the page of the unified service alone: nobody's description changes.
    let steps = TemplateText { conditions: Vec::new(), ..text() };
    let page = template_effect(&tx, &ChangeTemplate { text: steps, ..input.clone() }).await.unwrap().unwrap();
    assert_eq!((page.follow.len(), page.attached, page.changes.is_empty()), (0, 2, false));
    assert_ne!(page.digest, effect.digest);
    let same = template_effect(&tx, &ChangeTemplate { text: text(), ..input.clone() }).await.unwrap();
    assert_eq!(same, None);
    let stale = template_effect(&tx, &ChangeTemplate { revision: 1, ..input.clone() }).await.unwrap_err();
    assert_eq!(stale.key(), "template-changed");
    let bare = TemplateText { steps: Vec::new(), ..text() };
    let gaps = template_effect(&tx, &ChangeTemplate { text: bare, ..input.clone() }).await.unwrap_err();
    assert_eq!(gaps.key(), "template-incomplete");
    drop(tx);
    let refused = template_effect(&db.reading(&contact(&db, "LV-022").await).await, &input).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Forbidden);

    // Another service that follows is another thing to confirm.
    let third = own_service(&db, "LV-050", "Koku ciršana Kuldīgā").await;
    attached(&db, &contact(&db, "LV-050").await, attach(&code, &third, true)).await;
    let mut tx = db.writing(&platform).await;
    let more = template_effect(&tx, &input).await.unwrap().unwrap();
    assert_eq!((more.follow.len(), more.digest == effect.digest), (2, false));
    // What was told is what happens.
    change_template(&mut tx, input.clone()).await.unwrap();
    let id = template(&tx, &code).await.unwrap().id;
    tx.act_as(Caller::engine());
    carry_template(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    for (service, renamed) in [(&follows, true), (&differs, false), (&third, true)] {
        assert_eq!(shown(&db, service).await.description.name == input.text.name, renamed, "{service}");
    }
    // A draft is seen by nobody: it is kept without a question.
    let mut tx = db.writing(&platform).await;
    let draft = create_template(&mut tx, text()).await.unwrap();
    let input = ChangeTemplate { code: draft, revision: 1, ..input };
    assert_eq!(template_effect(&tx, &input).await.unwrap(), None);
}
