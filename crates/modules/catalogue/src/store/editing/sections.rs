//! Reading and writing `draft_sections` and `refused_texts`.

use super::refused_rows;
use super::section_rows::{ActiveModel, Column, Entity, Model};
use crate::{Began, RefusedLine, Remark, Section, Typed};
use chrono::{DateTime, Utc};
use kernel::{PersonId, Result, ServiceId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

/// A section that somebody wrote in.
#[derive(Debug, Clone)]
pub struct Written {
    pub section: Section,
    pub typed: Typed,
    /// The elements of the description, as far as they could be understood.
    pub content: Map<String, Value>,
    pub errors: Vec<Remark>,
    pub revision: i64,
    pub updated_by: Option<PersonId>,
    pub updated_at: DateTime<Utc>,
}

impl TryFrom<Model> for Written {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            section: row.section.parse()?,
            typed: serde_json::from_str(&row.typed)?,
            content: serde_json::from_str(&row.content)?,
            errors: serde_json::from_str(&row.errors)?,
            revision: row.revision,
            updated_by: row.updated_by.map(PersonId::new),
            updated_at: row.updated_at,
        })
    }
}

pub async fn of_service(tx: &Read, service: ServiceId) -> Result<Vec<Written>> {
    let rows = Entity::find().filter(Column::Service.eq(service.uuid())).all(tx.conn()).await.db()?;
    rows.into_iter().map(Written::try_from).collect()
}

pub async fn find(tx: &Read, service: ServiceId, section: Section) -> Result<Option<Written>> {
    let row = Entity::find_by_id((service.uuid(), section.as_str().to_owned())).one(tx.conn()).await.db()?;
    row.map(Written::try_from).transpose()
}

/// Writes a section, new or changed. The working copy is locked, so nobody else does meanwhile.
pub async fn put(tx: &Write, service: ServiceId, written: &Written) -> Result<()> {
    let row = ActiveModel {
        service: Set(service.uuid()),
        section: Set(written.section.as_str().to_owned()),
        typed: Set(serde_json::to_string(&written.typed)?),
        content: Set(serde_json::to_string(&written.content)?),
        errors: Set(serde_json::to_string(&written.errors)?),
        revision: Set(written.revision),
        updated_by: Set(written.updated_by.map(PersonId::uuid)),
        updated_at: Set(written.updated_at),
    };
    let again = OnConflict::columns([Column::Service, Column::Section])
        .update_columns([
            Column::Typed,
            Column::Content,
            Column::Errors,
            Column::Revision,
            Column::UpdatedBy,
            Column::UpdatedAt,
        ])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn remove(tx: &Write, service: ServiceId) -> Result<()> {
    Entity::delete_many().filter(Column::Service.eq(service.uuid())).exec(tx.conn()).await.db()?;
    Ok(())
}

/// The page that a text was written on: what its inputs were filled from, and what they said then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub base: i32,
    pub revision: i64,
    pub began: Option<Began>,
}

/// What is kept of a text that was not taken.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    /// A text that no page sent.
    Alone(Typed),
    FromPage {
        typed: Typed,
        page: Page,
    },
}

/// Keeps a text that was not taken; returns its id.
pub async fn refuse(tx: &Write, service: ServiceId, section: Section, typed: &Typed) -> Result<Uuid> {
    keep(tx, service, section, &Kept::Alone(typed.clone())).await
}

/// The same for a text from a page, in the place of what the same person sent from it before: nobody chooses twice
/// between the words of one page.
pub async fn refuse_from(tx: &Write, service: ServiceId, section: Section, typed: Typed, page: Page) -> Result<Uuid> {
    if let Some(person) = tx.caller().person {
        let earlier = refused_rows::Entity::find()
            .filter(refused_rows::Column::Service.eq(service.uuid()))
            .filter(refused_rows::Column::Settled.eq(false))
            .filter(refused_rows::Column::Section.eq(section.as_str()))
            .filter(refused_rows::Column::Author.eq(person.uuid()))
            .order_by_desc(refused_rows::Column::Id)
            .limit(50)
            .all(tx.conn())
            .await
            .db()?;
        for row in earlier {
            let Kept::FromPage { page: before, .. } = serde_json::from_str::<Kept>(&row.typed)? else { continue };
            if (before.base, before.revision) == (page.base, page.revision) {
                settle(tx, row.id).await?;
            }
        }
    }
    keep(tx, service, section, &Kept::FromPage { typed, page }).await
}

async fn keep(tx: &Write, service: ServiceId, section: Section, kept: &Kept) -> Result<Uuid> {
    let id = tx.ids().uuid();
    let row = refused_rows::ActiveModel {
        id: Set(id),
        service: Set(service.uuid()),
        section: Set(section.as_str().to_owned()),
        typed: Set(serde_json::to_string(kept)?),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        created_at: Set(tx.now()),
        settled: Set(false),
    };
    refused_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(id)
}

/// Texts of a service that were not taken and wait for a choice, oldest first; at most 50.
pub async fn refused(tx: &Read, service: ServiceId) -> Result<Vec<RefusedLine>> {
    let rows = refused_rows::Entity::find()
        .filter(refused_rows::Column::Service.eq(service.uuid()))
        .filter(refused_rows::Column::Settled.eq(false))
        .order_by_asc(refused_rows::Column::Id)
        .limit(50)
        .all(tx.conn())
        .await
        .db()?;
    let line = |row: refused_rows::Model| {
        let section = row.section.parse()?;
        Ok(RefusedLine { id: row.id, section, author: row.author.map(PersonId::new), at: row.created_at })
    };
    rows.into_iter().map(line).collect()
}

/// One of them with its words, settled or not, and what its author began with where that is known.
pub async fn refused_text(
    tx: &Read,
    service: ServiceId,
    id: Uuid,
) -> Result<Option<(RefusedLine, Typed, bool, Option<Began>)>> {
    let row = refused_rows::Entity::find_by_id(id)
        .filter(refused_rows::Column::Service.eq(service.uuid()))
        .one(tx.conn())
        .await
        .db()?;
    let whole = |row: refused_rows::Model| {
        let author = row.author.map(PersonId::new);
        let line = RefusedLine { id: row.id, section: row.section.parse()?, author, at: row.created_at };
        Ok(match serde_json::from_str::<Kept>(&row.typed)? {
            Kept::Alone(typed) => (line, typed, row.settled, None),
            Kept::FromPage { typed, page } => (line, typed, row.settled, page.began),
        })
    };
    row.map(whole).transpose()
}

pub async fn settle(tx: &Write, id: Uuid) -> Result<()> {
    let settled = refused_rows::ActiveModel { id: Set(id), settled: Set(true), ..Default::default() };
    refused_rows::Entity::update(settled).exec(tx.conn()).await.db()?;
    Ok(())
}
