//! The articles that come with the demonstration.

use super::db;
use crate::{ArticleKind, Audience, article, article_bodies, article_gaps, install_articles, list_articles};
use kernel::{Caller, ErrorKind, PageRequest};

// req: A11-04
#[tokio::test]
async fn they_are_complete_in_both_languages_and_installed_once() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    assert_eq!(install_articles(&mut tx).await.unwrap(), 13);
    assert_eq!(install_articles(&mut tx).await.unwrap(), 0);
    tx.commit().await.unwrap();
    let tx = db.reading(&Caller::engine()).await;
    for (kind, audience, count) in [
        (ArticleKind::News, Audience::Public, 3),
        (ArticleKind::Help, Audience::Public, 7),
        (ArticleKind::Help, Audience::Staff, 3),
    ] {
        let page = list_articles(&tx, kind, audience, &PageRequest::first(50)).await.unwrap();
        assert_eq!(page.items.len(), count);
        for line in page.items {
            let found = article(&tx, kind, &line.slug).await.unwrap();
            assert_eq!(article_gaps(&found.text), [], "{}", line.slug);
            assert!(!found.text.body.en.contains(['ā', 'ē', 'ū', 'š']), "{}", line.slug);
        }
    }
}

// req: POR-24
#[tokio::test]
async fn there_is_material_for_recipients_for_staff_and_for_administrators() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_articles(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let visitor = db.reading(&Caller::anonymous()).await;
    for slug in ["why-online", "how-to-apply", "without-internet"] {
        article(&visitor, ArticleKind::Help, slug).await.unwrap();
    }
    let officer = db.reading(&super::contact(&db, "VSAA").await).await;
    for slug in ["for-specialists", "for-administrators"] {
        article(&officer, ArticleKind::Help, slug).await.unwrap();
        assert_eq!(article(&visitor, ArticleKind::Help, slug).await.unwrap_err().kind(), ErrorKind::NotFound);
    }
}

// req: POR-13, POR-14
#[tokio::test]
async fn what_articles_say_is_given_to_those_who_may_read_them() {
    let db = db().await;
    let mut tx = db.writing(&Caller::engine()).await;
    install_articles(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let staff = db.reading(&super::contact(&db, "VSAA").await).await;
    let mut ids = Vec::new();
    for audience in [Audience::Public, Audience::Staff] {
        let page = list_articles(&staff, ArticleKind::Help, audience, &PageRequest::first(50)).await.unwrap();
        ids.extend(page.items.into_iter().map(|line| line.id));
    }
    assert_eq!(article_bodies(&staff, &ids).await.unwrap().len(), 10);
    let visitor = db.reading(&Caller::anonymous()).await;
    let bodies = article_bodies(&visitor, &ids).await.unwrap();
    assert_eq!(bodies.len(), 7);
    assert!(bodies.values().any(|body| body.lv.contains("eParaksts mobile")));
    assert!(article_bodies(&visitor, &[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn only_the_platform_installs() {
    let db = db().await;
    let mut tx = db.writing(&super::contact(&db, "VSAA").await).await;
    assert_eq!(install_articles(&mut tx).await.unwrap_err().kind(), ErrorKind::Forbidden);
}
