//! Reading `services`.

use super::service_rows::{Column, Entity, Model};
use crate::{ServiceFilter, ServiceListItem};
use chrono::{DateTime, Utc};
use kernel::{Cursor, Error, Page, PageRequest, Result, ServiceId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read};

pub async fn by_code(tx: &Read, code: &str) -> Result<Option<Model>> {
    Entity::find().filter(Column::Code.eq(code)).one(tx.conn()).await.db()
}

pub async fn by_id(tx: &Read, id: ServiceId) -> Result<Option<Model>> {
    Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()
}

pub async fn by_external_id(tx: &Read, external_id: &str) -> Result<Option<Model>> {
    Entity::find().filter(Column::ExternalId.eq(external_id)).one(tx.conn()).await.db()
}

pub async fn by_codes(tx: &Read, codes: &[String]) -> Result<Vec<Model>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    Entity::find().filter(Column::Code.is_in(codes)).all(tx.conn()).await.db()
}

/// In the order of their numbers.
pub async fn by_numbers(tx: &Read, numbers: &[i64]) -> Result<Vec<Model>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let these = Entity::find().filter(Column::Number.is_in(numbers.iter().copied())).order_by_asc(Column::Number);
    these.all(tx.conn()).await.db()
}

pub async fn list(tx: &Read, filter: &ServiceFilter, page: &PageRequest) -> Result<Page<ServiceListItem>> {
    let mut query = Entity::find().order_by_asc(Column::Number).limit(page.probe());
    query = query.filter(Column::State.is_in(filter.states.iter().map(|state| state.as_str())));
    if let Some(holder) = filter.holder {
        query = query.filter(Column::Holder.eq(holder.uuid()));
    }
    if let Some(circle) = filter.client_circle {
        query = query.filter(Column::ClientCircle.eq(circle.as_str()));
    }
    if !filter.internal {
        query = query.filter(Column::Internal.eq(false));
    }
    if let Some(after) = &page.after {
        let [number] = after.parts()?;
        let number: i64 = number.parse().map_err(|_| Error::invalid("bad-cursor"))?;
        query = query.filter(Column::Number.gt(number));
    }
    let rows = query.all(tx.conn()).await.db()?;
    let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(items, page, |item: &ServiceListItem| Cursor::from_parts(&[&item.number.to_string()])))
}

/// The next `limit` rows in the order of their numbers, for the index.
pub async fn after_number(tx: &Read, number: i64, limit: u64) -> Result<Vec<Model>> {
    let next = Entity::find().filter(Column::Number.gt(number)).order_by_asc(Column::Number).limit(limit);
    next.all(tx.conn()).await.db()
}

/// Rows that changed at or after `since`.
pub async fn changed_since(tx: &Read, since: DateTime<Utc>) -> Result<Vec<Model>> {
    let changed = Entity::find().filter(Column::UpdatedAt.gte(since)).order_by_asc(Column::UpdatedAt);
    changed.all(tx.conn()).await.db()
}
