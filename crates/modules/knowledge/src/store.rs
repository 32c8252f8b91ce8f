//! Reading and writing `articles` and `article_versions`.

mod month_rows;
mod rows;
mod version_rows;

use crate::{AnswerMonth, ArticleKind, ArticleLine, ArticleState, ArticleText, Audience, CreateArticle};
use chrono::{DateTime, Utc};
use kernel::{ArticleId, Cursor, Error, InstitutionId, Page, PageRequest, PersonId, Result, digest_hex};
use rows::{ActiveModel, Column, Entity};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use std::collections::HashMap;
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

pub use rows::Model as Row;

/// Behind which article a page begins: the time it is listed by, and its id.
type Place = (DateTime<Utc>, Uuid);

/// So many months are read at most.
const MONTHS: u64 = 60;

pub async fn by_slug(tx: &Read, kind: ArticleKind, slug: &str) -> Result<Option<Row>> {
    let this = Entity::find().filter(Column::Kind.eq(kind.as_str())).filter(Column::Slug.eq(slug));
    this.one(tx.conn()).await.db()
}

pub async fn by_id(tx: &Read, id: ArticleId) -> Result<Option<Row>> {
    Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()
}

/// The text of one version.
pub async fn text(tx: &Read, row: &Row, version: i32) -> Result<ArticleText> {
    let found = version_rows::Entity::find_by_id((row.id, version)).one(tx.conn()).await.db()?;
    let found = found.ok_or_else(|| Error::internal("article-version").arg("slug", &row.slug))?;
    Ok(serde_json::from_str(&found.document)?)
}

/// These articles, each with the text that is public.
pub async fn texts(tx: &Read, ids: &[ArticleId]) -> Result<Vec<(Row, ArticleText)>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.uuid()))).all(tx.conn()).await.db()?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let these = rows.iter().fold(Condition::any(), |any, row| {
        let article = version_rows::Column::Article.eq(row.id);
        any.add(Condition::all().add(article).add(version_rows::Column::Version.eq(row.version)))
    });
    let versions = version_rows::Entity::find().filter(these).all(tx.conn()).await.db()?;
    let mut documents: HashMap<Uuid, String> =
        versions.into_iter().map(|version| (version.article, version.document)).collect();
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(document) = documents.remove(&row.id) {
            found.push((row, serde_json::from_str(&document)?));
        }
    }
    Ok(found)
}

/// Newest first.
pub async fn shown(tx: &Read, kind: ArticleKind, audience: Audience, page: &PageRequest) -> Result<Page<ArticleLine>> {
    listed(tx, behind_shown(tx.now(), kind, audience, place(page)?), page, |line| line.shown_from).await
}

/// What an audience is shown now, behind a place.
pub fn behind_shown(now: DateTime<Utc>, kind: ArticleKind, audience: Audience, after: Option<Place>) -> Select<Entity> {
    // What is behind a place in this list has been shown since before it. With that said as well there are two bounds
    // for the time, and SQLite begins at the present for every page.
    let begun = after.is_none_or(|(at, _)| at > now).then(|| Column::ShownFrom.lte(now));
    let query = Entity::find()
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::Audience.eq(audience.as_str()))
        .filter(Column::State.eq(ArticleState::Published.as_str()))
        .filter(Condition::any().add(Column::ShownTo.is_null()).add(Column::ShownTo.gt(now)))
        .filter(Condition::all().add_option(begun));
    behind(query, Column::ShownFrom, after)
}

/// When any of them last changed.
pub async fn last_change(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    let newest = Entity::find().select_only().column_as(Column::UpdatedAt.max(), "at");
    Ok(newest.into_tuple::<Option<DateTime<Utc>>>().one(tx.conn()).await.db()?.flatten())
}

/// Last changed first; those of one institution, or all.
pub async fn to_edit(tx: &Read, of: Option<InstitutionId>, page: &PageRequest) -> Result<Page<ArticleLine>> {
    let mut query = Entity::find();
    if let Some(of) = of {
        query = query.filter(Column::Institution.eq(of.uuid()));
    }
    listed(tx, behind(query, Column::UpdatedAt, place(page)?), page, |line| line.updated_at).await
}

fn place(page: &PageRequest) -> Result<Option<Place>> {
    page.after.as_ref().map(Cursor::moment).transpose()
}

/// The articles behind a place, the latest first.
fn behind(query: Select<Entity>, by: Column, after: Option<Place>) -> Select<Entity> {
    let query = query.order_by_desc(by).order_by_desc(Column::Id);
    match after {
        Some((at, id)) => query.filter(keyset::after_desc(by, at, Column::Id, id)),
        None => query,
    }
}

async fn listed(
    tx: &Read,
    query: Select<Entity>,
    page: &PageRequest,
    at: impl Fn(&ArticleLine) -> DateTime<Utc>,
) -> Result<Page<ArticleLine>> {
    let rows = query.limit(page.probe()).all(tx.conn()).await.db()?;
    let lines = rows.into_iter().map(ArticleLine::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Page::from_probe(lines, page, |line| Cursor::of_moment(at(line), line.id)))
}

/// Writes a draft with its first text and returns its digest.
pub async fn insert(tx: &Write, id: ArticleId, new: &CreateArticle) -> Result<String> {
    let mut row = ActiveModel {
        id: Set(id.uuid()),
        kind: Set(new.kind.as_str().to_owned()),
        slug: Set(new.slug.clone()),
        audience: Set(new.audience.as_str().to_owned()),
        state: Set(ArticleState::Draft.as_str().to_owned()),
        institution: Set(new.institution.uuid()),
        version: Set(1),
        latest: Set(1),
        revision: Set(1),
        shown_from: Set(tx.now()),
        shown_to: Set(None),
        helpful: Set(0),
        unhelpful: Set(0),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    describe(&mut row, &new.text);
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    insert_version(tx, id, 1, &new.text).await
}

/// Keeps the newest text: in its place while it was never public, as the next version afterwards.
pub async fn save(tx: &Write, row: &Row, audience: Audience, text: &ArticleText) -> Result<()> {
    let mut change =
        ActiveModel { audience: Set(audience.as_str().to_owned()), updated_at: Set(tx.now()), ..Default::default() };
    if row.state == ArticleState::Draft.as_str() {
        describe(&mut change, text);
    }
    if was_public(tx, row).await? {
        change.latest = Set(row.latest + 1);
        insert_version(tx, ArticleId::new(row.id), row.latest + 1, text).await?;
    } else {
        let (document, digest) = document(text)?;
        let draft = version_rows::ActiveModel {
            digest: Set(digest),
            document: Set(document),
            author: Set(tx.caller().person.map(PersonId::uuid)),
            created_at: Set(tx.now()),
            ..Default::default()
        };
        change_version(tx, row, draft).await?;
    }
    move_on(tx, row, change).await
}

/// The newest text is shown from `from` on; returns its number and digest.
pub async fn show(
    tx: &Write,
    row: &Row,
    text: &ArticleText,
    from: DateTime<Utc>,
    to: Option<DateTime<Utc>>,
) -> Result<(i32, String)> {
    if !was_public(tx, row).await? {
        let published = version_rows::ActiveModel { published_at: Set(Some(tx.now())), ..Default::default() };
        change_version(tx, row, published).await?;
    }
    let mut change = ActiveModel {
        state: Set(ArticleState::Published.as_str().to_owned()),
        version: Set(row.latest),
        shown_from: Set(kernel::whole_micros(from)),
        shown_to: Set(to.map(kernel::whole_micros)),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    describe(&mut change, text);
    move_on(tx, row, change).await?;
    Ok((row.latest, document(text)?.1))
}

/// Nobody is shown it from now on; returns the digest of what was shown.
pub async fn withdraw(tx: &Write, row: &Row) -> Result<String> {
    let change = ActiveModel {
        state: Set(ArticleState::Withdrawn.as_str().to_owned()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    move_on(tx, row, change).await?;
    Ok(document(&text(tx, row, row.version).await?)?.1)
}

/// One more answer.
pub async fn count(tx: &Write, id: ArticleId, helpful: bool) -> Result<()> {
    let column = if helpful { Column::Helpful } else { Column::Unhelpful };
    Entity::update_many()
        .col_expr(column, Expr::col(column).add(1))
        .filter(Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// One more answer of a month about what everybody may read.
pub async fn count_month(tx: &Write, month: &str, helpful: bool) -> Result<()> {
    use month_rows::{ActiveModel, Column, Entity};
    let (yes, no) = (i64::from(helpful), i64::from(!helpful));
    let again = OnConflict::column(Column::Month)
        .value(Column::Helpful, Expr::col((Entity, Column::Helpful)).add(yes))
        .value(Column::Unhelpful, Expr::col((Entity, Column::Unhelpful)).add(no))
        .to_owned();
    let row = ActiveModel { month: Set(month.to_owned()), helpful: Set(yes), unhelpful: Set(no) };
    Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Answers from a month on, oldest first.
pub async fn months(tx: &Read, from: &str) -> Result<Vec<AnswerMonth>> {
    use month_rows::{Column, Entity, Model};
    let rows = Entity::find().filter(Column::Month.gte(from)).order_by_asc(Column::Month).limit(MONTHS);
    let line = |row: Model| AnswerMonth { month: row.month, helpful: row.helpful, unhelpful: row.unhelpful };
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(line).collect())
}

/// The next revision, unless somebody else was quicker.
async fn move_on(tx: &Write, row: &Row, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(row.revision + 1);
    let seen = Entity::update_many().filter(Column::Id.eq(row.id)).filter(Column::Revision.eq(row.revision));
    if tx.changed_one(seen.set(change)).await? {
        Ok(())
    } else {
        Err(Error::stale("article-changed").arg("slug", &row.slug))
    }
}

async fn was_public(tx: &Read, row: &Row) -> Result<bool> {
    let newest = version_rows::Entity::find_by_id((row.id, row.latest)).one(tx.conn()).await.db()?;
    Ok(newest.is_some_and(|newest| newest.published_at.is_some()))
}

async fn change_version(tx: &Write, row: &Row, change: version_rows::ActiveModel) -> Result<()> {
    version_rows::Entity::update_many()
        .set(change)
        .filter(version_rows::Column::Article.eq(row.id))
        .filter(version_rows::Column::Version.eq(row.latest))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

async fn insert_version(tx: &Write, id: ArticleId, version: i32, text: &ArticleText) -> Result<String> {
    let (document, digest) = document(text)?;
    let row = version_rows::ActiveModel {
        article: Set(id.uuid()),
        version: Set(version),
        digest: Set(digest.clone()),
        document: Set(document),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        created_at: Set(tx.now()),
        published_at: Set(None),
    };
    version_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(digest)
}

fn document(text: &ArticleText) -> Result<(String, String)> {
    let document = serde_json::to_string(text)?;
    let digest = digest_hex(document.as_bytes());
    Ok((document, digest))
}

fn describe(row: &mut ActiveModel, text: &ArticleText) {
    row.title_lv = Set(text.title.lv.clone());
    row.title_en = Set(text.title.en.clone());
    row.lead_lv = Set(text.lead.lv.clone());
    row.lead_en = Set(text.lead.en.clone());
}
