//! Reading and writing `service_proposals`.

use super::proposal_rows::{ActiveModel, Column, Entity, Model};
use crate::{Proposal, Service};
use kernel::{Cursor, InstitutionId, Page, PageRequest, PersonId, Result, ServiceId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

impl From<Model> for Proposal {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            service: ServiceId::new(row.service),
            sender: InstitutionId::new(row.sender),
            author: row.author.map(PersonId::new),
            text: row.text,
            sent_at: row.sent_at,
            answer: row.answered.then_some(row.answer),
            answered_at: row.answered_at,
        }
    }
}

pub async fn insert(tx: &Write, service: &Service, sender: InstitutionId, text: &str) -> Result<Uuid> {
    let id = tx.ids().uuid();
    let row = ActiveModel {
        id: Set(id),
        service: Set(service.id.uuid()),
        holder: Set(service.holder.uuid()),
        sender: Set(sender.uuid()),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        text: Set(text.to_owned()),
        sent_at: Set(tx.now()),
        answered: Set(false),
        answer: Set(String::new()),
        answered_by: Set(None),
        answered_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(id)
}

/// With the holder it was sent to.
pub async fn find(tx: &Read, id: Uuid) -> Result<Option<(Proposal, InstitutionId)>> {
    let row = Entity::find_by_id(id).one(tx.conn()).await.db()?;
    Ok(row.map(|row| (row.clone().into(), InstitutionId::new(row.holder))))
}

pub async fn about(tx: &Read, service: ServiceId, sender: Option<InstitutionId>) -> Result<Vec<Proposal>> {
    let mut query = Entity::find().filter(Column::Service.eq(service.uuid()));
    if let Some(sender) = sender {
        query = query.filter(Column::Sender.eq(sender.uuid()));
    }
    let rows = query.order_by_desc(Column::Id).limit(100).all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(Proposal::from).collect())
}

pub async fn to(tx: &Read, holder: InstitutionId, answered: bool, page: &PageRequest) -> Result<Page<Proposal>> {
    let mut query = Entity::find().filter(Column::Holder.eq(holder.uuid())).filter(Column::Answered.eq(answered));
    if let Some(after) = &page.after {
        query = query.filter(Column::Id.gt(after.one::<Uuid>()?));
    }
    let rows = query.order_by_asc(Column::Id).limit(page.probe()).all(tx.conn()).await.db()?;
    let items = rows.into_iter().map(Proposal::from).collect();
    Ok(Page::from_probe(items, page, |one: &Proposal| Cursor::from_parts(&[&one.id.to_string()])))
}

/// Writes the answer; says whether there was none yet.
pub async fn answer(tx: &Write, id: Uuid, answer: &str) -> Result<bool> {
    let row = ActiveModel {
        answered: Set(true),
        answer: Set(answer.to_owned()),
        answered_by: Set(tx.caller().person.map(PersonId::uuid)),
        answered_at: Set(Some(tx.now())),
        ..Default::default()
    };
    let waiting = Entity::update_many().filter(Column::Id.eq(id)).filter(Column::Answered.eq(false));
    tx.changed_one(waiting.set(row)).await
}
