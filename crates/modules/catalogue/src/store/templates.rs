//! Reading and writing `service_templates` and `template_versions`.

use super::edit::Written;
use super::template_rows::{template, text};
use crate::TemplateId;
use crate::{TemplateScope, TemplateState, TemplateText, TemplateVersionLine};
use kernel::{Cursor, Error, Page, PageRequest, PersonId, Result, digest_hex};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany, sea_query::Expr,
};
use storage::{Db as _, Read, Write};

/// A row of the table.
pub type Row = template::Model;

pub async fn by_code(tx: &Read, code: &str) -> Result<Option<Row>> {
    template::Entity::find().filter(template::Column::Code.eq(code)).one(tx.conn()).await.db()
}

pub async fn by_id(tx: &Read, id: TemplateId) -> Result<Option<Row>> {
    template::Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()
}

/// The row, which others wait for who want it so too.
pub async fn by_id_for_update(tx: &Write, id: TemplateId) -> Result<Option<Row>> {
    template::Entity::find_by_id(id.uuid()).lock_exclusive().one(tx.conn()).await.db()
}

/// The ids of all templates in use.
pub async fn in_use(tx: &Read) -> Result<Vec<TemplateId>> {
    let rows = template::Entity::find()
        .filter(template::Column::State.eq(TemplateState::Published.as_str()))
        .order_by_asc(template::Column::Number)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(|row| TemplateId::new(row.id)).collect())
}

pub async fn by_codes(tx: &Read, codes: &[String]) -> Result<Vec<Row>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    template::Entity::find().filter(template::Column::Code.is_in(codes)).all(tx.conn()).await.db()
}

pub async fn by_ids(tx: &Read, ids: &[TemplateId]) -> Result<Vec<Row>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = ids.iter().map(|id| id.uuid());
    template::Entity::find().filter(template::Column::Id.is_in(wanted)).all(tx.conn()).await.db()
}

/// In the order of their codes.
pub async fn list(tx: &Read, states: &[TemplateState], page: &PageRequest) -> Result<Page<Row>> {
    let mut query = template::Entity::find()
        .filter(template::Column::State.is_in(states.iter().map(|state| state.as_str())))
        .order_by_asc(template::Column::Number)
        .limit(page.probe());
    if let Some(after) = &page.after {
        query = query.filter(template::Column::Number.gt(after.one::<i64>()?));
    }
    let rows = query.all(tx.conn()).await.db()?;
    Ok(Page::from_probe(rows, page, |row| Cursor::from_parts(&[&row.number.to_string()])))
}

/// Whether a template of one of these scopes is in use.
pub async fn in_use_for(tx: &Read, scopes: &[TemplateScope]) -> Result<bool> {
    let one = template::Entity::find()
        .filter(template::Column::State.eq(TemplateState::Published.as_str()))
        .filter(template::Column::Scope.is_in(scopes.iter().map(|scope| scope.as_str())))
        .limit(1)
        .one(tx.conn())
        .await
        .db()?;
    Ok(one.is_some())
}

/// One version of the text.
pub async fn text(tx: &Read, id: TemplateId, version: i32) -> Result<TemplateText> {
    let row = text::Entity::find_by_id((id.uuid(), version)).one(tx.conn()).await.db()?;
    let row = row.ok_or_else(|| Error::internal("template-version-missing"))?;
    Ok(serde_json::from_str(&row.document)?)
}

/// Every version of the text with its line, newest first.
pub async fn history(tx: &Read, id: TemplateId) -> Result<Vec<(TemplateVersionLine, TemplateText)>> {
    let rows = text::Entity::find()
        .filter(text::Column::Template.eq(id.uuid()))
        .order_by_desc(text::Column::Version)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(|row| Ok((line(&row), serde_json::from_str(&row.document)?))).collect()
}

fn line(row: &text::Model) -> TemplateVersionLine {
    TemplateVersionLine {
        version: row.version,
        digest: row.digest.clone(),
        created_at: row.created_at,
        author: row.author.map(PersonId::new),
        note: row.note.clone(),
    }
}

/// Writes a draft with version 1 of its text and returns the digest.
pub async fn insert(tx: &Write, id: TemplateId, number: i64, code: &str, document: &TemplateText) -> Result<String> {
    let mut row = template::ActiveModel {
        id: Set(id.uuid()),
        number: Set(number),
        code: Set(code.to_owned()),
        state: Set(TemplateState::Draft.as_str().to_owned()),
        revision: Set(1),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    let digest = describe(&mut row, 1, document)?;
    template::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    let written = Written { author: tx.caller().person, note: "" };
    insert_text(tx, id, 1, document, &digest, written).await?;
    Ok(digest)
}

/// Writes the next version of the text over `from` and returns number and digest.
pub async fn change(tx: &Write, from: &Row, document: &TemplateText, written: Written<'_>) -> Result<(i32, String)> {
    let version = from.version + 1;
    let mut row = template::ActiveModel {
        id: Set(from.id),
        revision: Set(from.revision + 1),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    let digest = describe(&mut row, version, document)?;
    move_on(tx, from, template::Entity::update_many().set(row)).await?;
    insert_text(tx, TemplateId::new(from.id), version, document, &digest, written).await?;
    Ok((version, digest))
}

/// Moves `from` into another state.
pub async fn set_state(tx: &Write, from: &Row, state: TemplateState) -> Result<()> {
    let change = template::Entity::update_many()
        .col_expr(template::Column::State, Expr::value(state.as_str()))
        .col_expr(template::Column::Revision, Expr::value(from.revision + 1))
        .col_expr(template::Column::UpdatedAt, Expr::value(tx.now()));
    move_on(tx, from, change).await
}

/// Notes that something else about `from` was done by somebody who saw it as it is: who saw it too must look again.
pub async fn touch(tx: &Write, from: &Row) -> Result<()> {
    let revision = Expr::value(from.revision + 1);
    move_on(tx, from, template::Entity::update_many().col_expr(template::Column::Revision, revision)).await
}

/// Makes a change to `from`, unless somebody else was quicker.
async fn move_on(tx: &Write, from: &Row, change: UpdateMany<template::Entity>) -> Result<()> {
    let seen = change.filter(template::Column::Id.eq(from.id)).filter(template::Column::Revision.eq(from.revision));
    if tx.changed_one(seen).await? { Ok(()) } else { Err(Error::stale("template-changed").arg("code", &from.code)) }
}

/// SHA-256 of a text, in hexadecimal.
pub fn digest(document: &TemplateText) -> Result<String> {
    Ok(digest_hex(serde_json::to_string(document)?.as_bytes()))
}

/// Copies into the row what lists need of the text; returns the digest.
fn describe(row: &mut template::ActiveModel, version: i32, document: &TemplateText) -> Result<String> {
    let digest = digest(document)?;
    row.scope = Set(document.scope.as_str().to_owned());
    row.name_lv = Set(document.name.lv.clone());
    row.name_en = Set(document.name.en.clone());
    row.summary_lv = Set(document.summary.lv.clone());
    row.summary_en = Set(document.summary.en.clone());
    row.client_circle = Set(document.client_circle.as_str().to_owned());
    row.cofog = Set(document.cofog.clone());
    row.version = Set(version);
    row.digest = Set(digest.clone());
    Ok(digest)
}

async fn insert_text(
    tx: &Write,
    id: TemplateId,
    version: i32,
    document: &TemplateText,
    digest: &str,
    written: Written<'_>,
) -> Result<()> {
    let row = text::ActiveModel {
        template: Set(id.uuid()),
        version: Set(version),
        digest: Set(digest.to_owned()),
        document: Set(serde_json::to_string(document)?),
        created_at: Set(tx.now()),
        author: Set(written.author.map(PersonId::uuid)),
        note: Set(written.note.to_owned()),
    };
    text::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
