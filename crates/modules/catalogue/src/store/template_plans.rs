//! Reading and writing `template_plans`. Who writes has moved the revision of the template first, so that of two only one
//! gets here.

use super::edit::Written;
use super::template_rows::plan::{ActiveModel, Column, Entity, Model};
use super::templates;
use crate::{TemplateId, TemplatePlanState, TemplateText};
use chrono::{DateTime, Utc};
use kernel::{PersonId, Result};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};
use storage::{Db as _, Read, Write};

/// A row of the table.
pub type Row = Model;

/// What is written of a text that is to wait.
pub struct New<'a> {
    pub text: &'a TemplateText,
    pub from: DateTime<Utc>,
    pub written: Written<'a>,
}

/// The one that waits for its day, or whose day came and could not be kept.
pub async fn open(tx: &Read, template: TemplateId) -> Result<Option<Row>> {
    let states = [TemplatePlanState::Waiting, TemplatePlanState::Refused];
    in_states(template, &states).one(tx.conn()).await.db()
}

/// One of them, whatever became of it.
pub async fn find(tx: &Read, template: TemplateId, number: i32) -> Result<Option<Row>> {
    Entity::find_by_id((template.uuid(), number)).one(tx.conn()).await.db()
}

/// Up to `most` in these states, newest first.
pub async fn list(tx: &Read, template: TemplateId, states: &[TemplatePlanState], most: u64) -> Result<Vec<Row>> {
    in_states(template, states).limit(most).all(tx.conn()).await.db()
}

fn in_states(template: TemplateId, states: &[TemplatePlanState]) -> Select<Entity> {
    of(template).filter(Column::State.is_in(states.iter().map(|state| state.as_str())))
}

/// Newest first.
fn of(template: TemplateId) -> Select<Entity> {
    Entity::find().filter(Column::Template.eq(template.uuid())).order_by_desc(Column::Number)
}

/// What the row says.
pub fn text(row: &Row) -> Result<TemplateText> {
    Ok(serde_json::from_str(&row.document)?)
}

/// Writes a text that waits; returns its number and its digest.
pub async fn insert(tx: &Write, template: TemplateId, new: &New<'_>) -> Result<(i32, String)> {
    let last = of(template).one(tx.conn()).await.db()?;
    let number = last.map_or(0, |row| row.number) + 1;
    let digest = templates::digest(new.text)?;
    let row = ActiveModel {
        template: Set(template.uuid()),
        number: Set(number),
        state: Set(TemplatePlanState::Waiting.as_str().to_owned()),
        valid_from: Set(new.from),
        digest: Set(digest.clone()),
        document: Set(serde_json::to_string(new.text)?),
        note: Set(new.written.note.to_owned()),
        author: Set(new.written.author.map(PersonId::uuid)),
        created_at: Set(tx.now()),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok((number, digest))
}

/// Notes what became of it.
pub async fn set_state(tx: &Write, row: &Row, state: TemplatePlanState) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .filter(Column::Template.eq(row.template))
        .filter(Column::Number.eq(row.number))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}
