//! Beginning, writing, showing, taking away.

use super::{contact, db, new, show, shown, text};
use crate::{
    ARTICLE_CREATED, ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN, ArticleKind, Audience, PublishArticle, SaveArticle,
    WithdrawArticle, article, article_draft, articles_to_edit, create_article, publish_article, save_article,
    withdraw_article,
};
use chrono::TimeDelta;
use kernel::{Caller, ErrorKind, PageRequest, Role};
use storage::{Stream, events_of_stream};

const NEWS: ArticleKind = ArticleKind::News;

fn save(slug: &str, revision: i64, title: &str) -> SaveArticle {
    SaveArticle { kind: NEWS, slug: slug.into(), revision, audience: Audience::Public, text: text(title) }
}

fn withdraw(slug: &str, revision: i64) -> WithdrawArticle {
    WithdrawArticle { kind: NEWS, slug: slug.into(), revision }
}

// req: POR-04, POR-05
#[tokio::test]
async fn what_is_shown_stays_until_the_new_text_is_published() {
    let db = db().await;
    let dace = contact(&db, "VSAA").await;
    shown(&db, "viens", Audience::Public).await;
    let mut tx = db.writing(&dace).await;
    assert_eq!(save_article(&mut tx, save("viens", 2, "Otrais")).await.unwrap(), 3);
    assert_eq!(save_article(&mut tx, save("viens", 3, "Trešais")).await.unwrap(), 4);
    assert_eq!(article(&tx, NEWS, "viens").await.unwrap().text.title.lv, "Jaunums");
    let draft = article_draft(&tx, NEWS, "viens").await.unwrap();
    assert_eq!((draft.latest, draft.unpublished, draft.article.text.title.lv.as_str()), (2, true, "Trešais"));
    assert_eq!(publish_article(&mut tx, show("viens", 4)).await.unwrap(), 2);
    let now = article(&tx, NEWS, "viens").await.unwrap();
    assert_eq!((now.version, now.text.title.lv.as_str()), (2, "Trešais"));
    withdraw_article(&mut tx, withdraw("viens", 5)).await.unwrap();
    assert_eq!(article(&tx, NEWS, "viens").await.unwrap_err().kind(), ErrorKind::NotFound);
    assert_eq!(withdraw_article(&mut tx, withdraw("viens", 6)).await.unwrap_err().key(), "article-not-published");
    let events = events_of_stream(&tx, &Stream::new("article", now.id.uuid()), 0, 9).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, [ARTICLE_CREATED, ARTICLE_PUBLISHED, ARTICLE_PUBLISHED, ARTICLE_WITHDRAWN]);
}

// req: POR-06
#[tokio::test]
async fn the_second_of_two_editors_is_refused() {
    let db = db().await;
    shown(&db, "viens", Audience::Public).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    save_article(&mut tx, save("viens", 2, "Otrais")).await.unwrap();
    for error in [
        save_article(&mut tx, save("viens", 2, "Cits")).await.unwrap_err(),
        publish_article(&mut tx, show("viens", 2)).await.unwrap_err(),
        withdraw_article(&mut tx, withdraw("viens", 2)).await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.key()), (ErrorKind::Stale, "article-changed"));
    }
    assert_eq!(save_article(&mut tx, save("nav", 1, "x")).await.unwrap_err().kind(), ErrorKind::NotFound);
}

// req: POR-05
#[tokio::test]
async fn others_do_not_write() {
    let db = db().await;
    shown(&db, "viens", Audience::Public).await;
    let mut officer = contact(&db, "VSAA").await;
    officer.role = Role::Officer;
    for (caller, kind) in [
        (officer, ErrorKind::Forbidden),
        (contact(&db, "NVA").await, ErrorKind::Forbidden),
        (Caller::anonymous(), ErrorKind::Unauthenticated),
    ] {
        let input = new(&db, "divi", Audience::Public).await;
        let mut tx = db.writing(&caller).await;
        assert_eq!(create_article(&mut tx, input).await.unwrap_err().kind(), kind);
        assert_eq!(save_article(&mut tx, save("viens", 2, "x")).await.unwrap_err().kind(), kind);
        assert_eq!(publish_article(&mut tx, show("viens", 2)).await.unwrap_err().kind(), kind);
        assert_eq!(withdraw_article(&mut tx, withdraw("viens", 2)).await.unwrap_err().kind(), kind);
        assert_eq!(article_draft(&tx, NEWS, "viens").await.unwrap_err().kind(), kind);
    }
    let tx = db.reading(&contact(&db, "NVA").await).await;
    assert!(articles_to_edit(&tx, &PageRequest::first(5)).await.unwrap().items.is_empty());
}

#[tokio::test]
async fn wrong_addresses_gaps_long_texts_and_times_are_named() {
    let db = db().await;
    shown(&db, "viens", Audience::Public).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    for (slug, key) in [("viens", "article-slug-taken"), ("feed", "article-slug"), ("Ā b", "article-slug")] {
        let input = new(&db, slug, Audience::Public).await;
        assert_eq!(create_article(&mut tx, input).await.unwrap_err().field_errors()[0].key, key);
    }
    let mut wrong = save("viens", 2, "x");
    wrong.text.title.lv = " ".into();
    wrong.text.lead.en = "a".repeat(501);
    let paths: Vec<String> =
        save_article(&mut tx, wrong).await.unwrap_err().field_errors().iter().map(|f| f.path.clone()).collect();
    assert_eq!(paths, ["title-lv", "lead-en"]);
    let mut gap = save("viens", 2, "x");
    gap.text.body.en.clear();
    save_article(&mut tx, gap).await.unwrap();
    let error = publish_article(&mut tx, show("viens", 3)).await.unwrap_err();
    assert_eq!((error.key(), error.field_errors()[0].path.as_str()), ("article-incomplete", "body-en"));
    save_article(&mut tx, save("viens", 3, "x")).await.unwrap();
    let times = PublishArticle { from: Some(tx.now()), to: Some(tx.now()), ..show("viens", 4) };
    assert_eq!(publish_article(&mut tx, times).await.unwrap_err().field_errors()[0].path, "to");
    let hidden = SaveArticle { audience: Audience::Staff, ..save("viens", 4, "x") };
    assert_eq!(save_article(&mut tx, hidden).await.unwrap_err().key(), "article-audience");
}

#[tokio::test]
async fn an_article_waits_for_its_instant_and_ends_at_one() {
    let db = db().await;
    let input = new(&db, "viens", Audience::Public).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    let start = tx.now();
    let (from, to) = (start + TimeDelta::hours(1), start + TimeDelta::hours(2));
    create_article(&mut tx, input).await.unwrap();
    publish_article(&mut tx, PublishArticle { from: Some(from), to: Some(to), ..show("viens", 1) }).await.unwrap();
    tx.commit().await.unwrap();
    for (minutes, there) in [(0, false), (59, false), (60, true), (119, true), (120, false)] {
        db.test_clock().set(start + TimeDelta::minutes(minutes));
        let tx = db.reading(&Caller::anonymous()).await;
        assert_eq!(article(&tx, NEWS, "viens").await.is_ok(), there, "{minutes}");
        let listed = crate::list_articles(&tx, NEWS, Audience::Public, &PageRequest::first(5)).await.unwrap();
        assert_eq!(!listed.items.is_empty(), there, "{minutes}");
    }
}
