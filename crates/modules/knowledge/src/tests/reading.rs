//! Lists, audiences, and counting answers.

use super::{contact, db, shown};
use crate::{
    AnswerMonth, ArticleKind, Audience, answer_months, article, article_by_id, articles_to_edit, list_articles, store,
    vote,
};
use chrono::TimeDelta;
use kernel::{Caller, Cursor, ErrorKind, PageRequest};
use test_support::TestDb;
use uuid::Uuid;

#[tokio::test]
async fn pages_hold_every_article_once_newest_first() {
    let db = db().await;
    let start = db.reading(&Caller::engine()).await.now();
    for (day, slug) in (0..).zip(["a1", "a2", "a3", "a4", "a5"]) {
        db.test_clock().set(start + TimeDelta::days(day / 2));
        shown(&db, slug, Audience::Public).await;
    }
    let tx = db.reading(&contact(&db, "VSAA").await).await;
    let (mut request, mut found, mut edited) = (PageRequest::first(2), Vec::new(), PageRequest::first(2));
    loop {
        let page = list_articles(&tx, ArticleKind::News, Audience::Public, &request).await.unwrap();
        found.extend(page.items.into_iter().map(|line| line.slug));
        let Some(next) = page.next else { break };
        request = PageRequest::new(2, Some(next));
    }
    assert_eq!(found, ["a5", "a4", "a3", "a2", "a1"]);
    let mut count = 0;
    loop {
        let page = articles_to_edit(&tx, &edited).await.unwrap();
        count += page.items.len();
        let Some(next) = page.next else { break };
        edited = PageRequest::new(2, Some(next));
    }
    assert_eq!(count, 5);
    let foreign = PageRequest::new(2, Some(Cursor::from_parts(&["x"])));
    let error = list_articles(&tx, ArticleKind::News, Audience::Public, &foreign).await.unwrap_err();
    assert_eq!(error.key(), "bad-cursor");
    drop(tx);
    // A place that no page of this list ends with shows nothing before its time.
    db.test_clock().set(start);
    let tx = db.reading(&Caller::anonymous()).await;
    let ahead = PageRequest::new(5, Some(Cursor::of_moment(start + TimeDelta::days(9), Uuid::nil())));
    let page = list_articles(&tx, ArticleKind::News, Audience::Public, &ahead).await.unwrap();
    assert_eq!(page.items.into_iter().map(|line| line.slug).collect::<Vec<_>>(), ["a2", "a1"]);
}

#[tokio::test]
async fn a_page_of_articles_begins_at_its_place_in_the_index() {
    let db = TestDb::sqlite().await;
    let now = db.reading(&Caller::anonymous()).await.now();
    let query = store::behind_shown(now, ArticleKind::News, Audience::Public, Some((now, Uuid::nil())));
    let plan = db.plan(query).await;
    assert_eq!(
        plan,
        "SEARCH articles USING INDEX articles_kind_audience_state_shown_from_id \
        (kind=? AND audience=? AND state=? AND (shown_from,id)<(?,?))"
    );
}

// req: POR-11
#[tokio::test]
async fn articles_for_staff_do_not_exist_for_others() {
    let db = db().await;
    shown(&db, "iekseji", Audience::Staff).await;
    let staff = db.reading(&contact(&db, "NVA").await).await;
    let id = article(&staff, ArticleKind::News, "iekseji").await.unwrap().id;
    assert_eq!(
        list_articles(&staff, ArticleKind::News, Audience::Staff, &PageRequest::first(5)).await.unwrap().items.len(),
        1
    );
    let mut tx = db.writing(&Caller::anonymous()).await;
    for error in [
        article(&tx, ArticleKind::News, "iekseji").await.unwrap_err(),
        article_by_id(&tx, id).await.unwrap_err(),
        list_articles(&tx, ArticleKind::News, Audience::Staff, &PageRequest::first(5)).await.unwrap_err(),
        vote(&mut tx, ArticleKind::News, "iekseji", true).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::NotFound);
    }
    let public = list_articles(&tx, ArticleKind::News, Audience::Public, &PageRequest::first(5)).await.unwrap();
    assert!(public.items.is_empty());
}

// req: POR-07
#[tokio::test]
async fn answers_are_counted_apart() {
    let db = db().await;
    shown(&db, "viens", Audience::Public).await;
    let mut tx = db.writing(&Caller::anonymous()).await;
    for helpful in [true, true, false] {
        vote(&mut tx, ArticleKind::News, "viens", helpful).await.unwrap();
    }
    assert_eq!(article(&tx, ArticleKind::News, "viens").await.unwrap().votes, (2, 1));
    let counted = |month: &str| vec![AnswerMonth { month: month.to_owned(), helpful: 2, unhelpful: 1 }];
    assert_eq!(answer_months(&tx, "2026-01").await.unwrap(), counted("2026-11"));
    assert_eq!(answer_months(&tx, "2026-12").await.unwrap(), []);
    assert_eq!(vote(&mut tx, ArticleKind::Help, "viens", true).await.unwrap_err().kind(), ErrorKind::NotFound);
    tx.commit().await.unwrap();
    // What staff think of what is for staff is no figure of the portal.
    shown(&db, "iekseji", Audience::Staff).await;
    let mut tx = db.writing(&contact(&db, "VSAA").await).await;
    vote(&mut tx, ArticleKind::News, "iekseji", true).await.unwrap();
    assert_eq!(answer_months(&tx, "2026-01").await.unwrap(), counted("2026-11"));
}
