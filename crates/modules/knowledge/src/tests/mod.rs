//! Tests of this module.
mod content;
mod editing;
mod policy;
mod postgres;
mod reading;

use crate::{ArticleKind, ArticleText, Audience, CreateArticle, PublishArticle, create_article, publish_article};
use kernel::{Caller, InstitutionId, LangText, PersonId, Role};
use test_support::TestDb;
use uuid::Uuid;

async fn db() -> TestDb {
    let db = TestDb::sqlite().await;
    let mut tx = db.writing(&Caller::engine()).await;
    institutions::install_reference_data(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    db
}

async fn institution(db: &TestDb, code: &str) -> InstitutionId {
    institutions::by_code(&db.reading(&Caller::engine()).await, code).await.unwrap().unwrap().id
}

async fn contact(db: &TestDb, code: &str) -> Caller {
    Caller::staff(PersonId::new(Uuid::from_u128(1)), Role::ContactPerson, institution(db, code).await)
}

fn text(title: &str) -> ArticleText {
    let both = |text: &str| LangText::new(text, format!("{text} (en)"));
    ArticleText { title: both(title), lead: both("Īsi"), body: both("Gari") }
}

async fn new(db: &TestDb, slug: &str, audience: Audience) -> CreateArticle {
    let institution = institution(db, "VSAA").await;
    CreateArticle { kind: ArticleKind::News, slug: slug.into(), audience, institution, text: text("Jaunums") }
}

fn show(slug: &str, revision: i64) -> PublishArticle {
    PublishArticle { kind: ArticleKind::News, slug: slug.into(), revision, from: None, to: None }
}

/// Begins and shows news of VSAA.
async fn shown(db: &TestDb, slug: &str, audience: Audience) {
    let input = new(db, slug, audience).await;
    let mut tx = db.writing(&contact(db, "VSAA").await).await;
    create_article(&mut tx, input).await.unwrap();
    publish_article(&mut tx, show(slug, 1)).await.unwrap();
    tx.commit().await.unwrap();
}
