//! The same on PostgreSQL.

use super::text;
use crate::{
    ArticleKind, Audience, PublishArticle, SaveArticle, WithdrawArticle, article, article_bodies, articles_to_edit,
    install_articles, list_articles, publish_article, save_article, vote, withdraw_article,
};
use kernel::{ArticleId, Caller, ErrorKind, PageRequest};
use test_support::{TestDb, TestPostgres};

#[tokio::test]
async fn articles_live_on_postgresql_too() {
    let cluster = TestPostgres::start();
    let db = TestDb::postgres(&cluster).await;
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    install_articles(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.writing(&Caller::engine()).await;
    let (kind, slug) = (ArticleKind::Help, "your-data".to_owned());
    vote(&mut tx, kind, &slug, true).await.unwrap();
    let save = SaveArticle { kind, slug: slug.clone(), revision: 2, audience: Audience::Public, text: text("Dati") };
    save_article(&mut tx, save.clone()).await.unwrap();
    assert_eq!(save_article(&mut tx, save).await.unwrap_err().kind(), ErrorKind::Stale);
    let show = PublishArticle { kind, slug: slug.clone(), revision: 3, from: None, to: None };
    assert_eq!(publish_article(&mut tx, show).await.unwrap(), 2);
    assert_eq!(article(&tx, kind, &slug).await.unwrap().votes, (1, 0));
    let first = list_articles(&tx, kind, Audience::Public, &PageRequest::first(3)).await.unwrap();
    let rest = PageRequest::new(3, first.next);
    assert_eq!(list_articles(&tx, kind, Audience::Public, &rest).await.unwrap().items.len(), 3);
    let ids: Vec<ArticleId> = first.items.iter().map(|line| line.id).collect();
    assert_eq!(article_bodies(&tx, &ids).await.unwrap().len(), 3);
    withdraw_article(&mut tx, WithdrawArticle { kind, slug, revision: 4 }).await.unwrap();
    assert_eq!(articles_to_edit(&tx, &PageRequest::first(20)).await.unwrap().items.len(), 13);
}
