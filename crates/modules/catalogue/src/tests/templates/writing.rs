//! Writing, publishing and withdrawing templates.

use super::{platform, published, text};
use crate::templates::template_gaps;
use crate::tests::{contact, db};
use crate::{
    ChangeTemplate, TEMPLATE_CHANGED, TEMPLATE_CREATED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN, TemplateState,
    TemplateText, change_template, create_template, publish_template, template, template_history, templates,
    withdraw_template,
};
use kernel::{Caller, ErrorKind, LangText, PageRequest};
use storage::events_of_stream;

// req: UNI-01
#[tokio::test]
async fn a_template_is_written_published_changed_and_withdrawn_and_every_change_is_kept() {
    let db = db().await;
    let platform = platform(&db).await;
    let mut tx = db.writing(&platform).await;
    let draft = TemplateText { summary: LangText::default(), ..text() };
    let code = create_template(&mut tx, draft).await.unwrap();
    assert_eq!(code, "V101");
    assert_eq!(create_template(&mut tx, text()).await.unwrap(), "V102");
    // A draft with gaps is kept, and not published.
    let refused = publish_template(&mut tx, &code, 1).await.unwrap_err();
    assert_eq!((refused.key(), refused.field_errors()[0].path.as_str()), ("template-incomplete", "summary"));
    let input = ChangeTemplate { code: code.clone(), revision: 1, text: text(), note: "Pirmais teksts".to_owned() };
    assert_eq!(change_template(&mut tx, input.clone()).await.unwrap(), 2);
    // The same text again changes nothing.
    assert_eq!(change_template(&mut tx, ChangeTemplate { revision: 2, ..input.clone() }).await.unwrap(), 2);
    publish_template(&mut tx, &code, 2).await.unwrap();
    tx.commit().await.unwrap();

    let tx = db.reading(&Caller::anonymous()).await;
    let shown = template(&tx, &code).await.unwrap();
    assert_eq!((shown.state, shown.version, shown.revision, &*shown.text), (TemplateState::Published, 2, 3, &text()));
    let listed = templates(&tx, TemplateState::ALL, &PageRequest::first(10)).await.unwrap();
    assert_eq!(listed.items.iter().map(|line| line.code.as_str()).collect::<Vec<_>>(), ["V101"]);
    drop(tx);

    let mut tx = db.writing(&platform).await;
    withdraw_template(&mut tx, &code, 3).await.unwrap();
    let again = change_template(&mut tx, ChangeTemplate { revision: 4, ..input }).await.unwrap_err();
    assert_eq!(again.key(), "template-withdrawn");
    tx.commit().await.unwrap();
    let tx = db.reading(&platform).await;
    let history = template_history(&tx, &code).await.unwrap();
    assert_eq!(
        history.iter().map(|line| (line.version, line.note.as_str())).collect::<Vec<_>>(),
        [(2, "Pirmais teksts"), (1, "")]
    );
    let events = events_of_stream(&tx, &shown.id.stream(), 0, 10).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, [TEMPLATE_CREATED, TEMPLATE_CHANGED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN]);
}

// req: UNI-01
#[tokio::test]
async fn what_is_not_the_platforms_to_do_is_refused() {
    let db = db().await;
    let code = published(&db, text()).await;
    let contact = contact(&db, "LV-022").await;
    let mut tx = db.writing(&contact).await;
    let input = ChangeTemplate { code: code.clone(), revision: 2, text: text(), note: String::new() };
    for error in [
        create_template(&mut tx, text()).await.unwrap_err(),
        change_template(&mut tx, input.clone()).await.unwrap_err(),
        publish_template(&mut tx, &code, 2).await.unwrap_err(),
        withdraw_template(&mut tx, &code, 2).await.unwrap_err(),
        template_history(&tx, &code).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Forbidden, "{error}");
    }
    drop(tx);
    let mut tx = db.writing(&platform(&db).await).await;
    let draft = create_template(&mut tx, text()).await.unwrap();
    let wrong = ChangeTemplate { code: "V999".to_owned(), ..input.clone() };
    assert_eq!(change_template(&mut tx, wrong).await.unwrap_err().kind(), ErrorKind::NotFound);
    let stale = ChangeTemplate { revision: 1, ..input.clone() };
    assert_eq!(change_template(&mut tx, stale).await.unwrap_err().key(), "template-changed");
    assert_eq!(publish_template(&mut tx, &code, 1).await.unwrap_err().kind(), ErrorKind::Stale);
    assert_eq!(publish_template(&mut tx, &code, 2).await.unwrap_err().key(), "template-published");
    assert_eq!(withdraw_template(&mut tx, &draft, 1).await.unwrap_err().key(), "template-not-published");
    // What is in use stays complete.
    let bare = ChangeTemplate { text: TemplateText { steps: Vec::new(), ..text() }, ..input.clone() };
    assert_eq!(change_template(&mut tx, bare).await.unwrap_err().key(), "template-incomplete");
    let long = ChangeTemplate { note: "x".repeat(501), ..input };
    assert_eq!(change_template(&mut tx, long).await.unwrap_err().field_errors()[0].key, "service-note-long");
    let nameless = TemplateText { name: LangText::default(), ..text() };
    assert_eq!(create_template(&mut tx, nameless).await.unwrap_err().key(), "template-incomplete");
    tx.commit().await.unwrap();
    // A draft does not exist for others.
    let hidden = template(&db.reading(&contact).await, &draft).await;
    assert_eq!(hidden.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: UNI-01
#[test]
fn gaps_say_where_they_are() {
    assert_eq!(template_gaps(&text()), []);
    let mut faulty = text();
    faulty.name = LangText::new("n".repeat(121), "n");
    faulty.cofog = "5".to_owned();
    faulty.steps[1].title.en.clear();
    faulty.legal_basis[0].link = Some("likumi.lv".to_owned());
    let gaps = template_gaps(&faulty);
    let found: Vec<(&str, &str)> = gaps.iter().map(|gap| (gap.path.as_str(), gap.key)).collect();
    assert_eq!(
        found,
        [
            ("name", "template-name-long"),
            ("legal_basis/0/link", "template-link"),
            ("cofog", "service-cofog"),
            ("steps/1/title", "service-text-missing"),
        ]
    );
}
