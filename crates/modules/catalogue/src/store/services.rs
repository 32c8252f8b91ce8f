//! Reading `services`.

use super::service_rows::{Column, Entity, Model};
use crate::{ServiceFilter, ServiceListItem, ServiceState};
use chrono::{DateTime, Utc};
use kernel::{Cursor, Page, PageRequest, Result, ServiceId};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use storage::{Db as _, Read, keyset};

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

pub async fn by_ids(tx: &Read, ids: &[uuid::Uuid]) -> Result<Vec<Model>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(tx.conn()).await.db()
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
    list_where(tx, filter, page, Condition::all()).await
}

/// As [`list`], with one condition more.
pub async fn list_where(
    tx: &Read,
    filter: &ServiceFilter,
    page: &PageRequest,
    shown: Condition,
) -> Result<Page<ServiceListItem>> {
    let mut query = wanted(filter).filter(shown).order_by_asc(Column::Number).limit(page.probe());
    if let Some(after) = &page.after {
        query = query.filter(Column::Number.gt(after.one::<i64>()?));
    }
    let rows = query.all(tx.conn()).await.db()?;
    let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(items, page, |item: &ServiceListItem| Cursor::from_parts(&[&item.number.to_string()])))
}

/// Those of a filter that the public may not find: drafts and internal ones, in the order of their codes. To be asked
/// with a holder.
pub async fn unlisted(tx: &Read, filter: &ServiceFilter, limit: u64) -> Result<Vec<Model>> {
    let hidden = Condition::any().add(Column::State.eq(ServiceState::Draft.as_str())).add(Column::Internal.eq(true));
    let these = wanted(filter).filter(hidden).order_by_asc(Column::Number).limit(limit);
    these.all(tx.conn()).await.db()
}

/// What a filter asks for.
fn wanted(filter: &ServiceFilter) -> Select<Entity> {
    let mut query = Entity::find().filter(Column::State.is_in(filter.states.iter().map(|state| state.as_str())));
    if let Some(holder) = filter.holder {
        query = query.filter(Column::Holder.eq(holder.uuid()));
    }
    if let Some(circle) = filter.client_circle {
        query = query.filter(Column::ClientCircle.eq(circle.as_str()));
    }
    if filter.internal { query } else { query.filter(Column::Internal.eq(false)) }
}

/// The next `limit` rows in the order of their numbers, for the index.
pub async fn after_number(tx: &Read, number: i64, limit: u64) -> Result<Vec<Model>> {
    let next = Entity::find().filter(Column::Number.gt(number)).order_by_asc(Column::Number).limit(limit);
    next.all(tx.conn()).await.db()
}

/// The next `limit` services of a holder that the public has seen, behind a number.
pub async fn public_of_holder(tx: &Read, holder: uuid::Uuid, number: i64, limit: u64) -> Result<Vec<Model>> {
    let next = Entity::find()
        .filter(Column::Holder.eq(holder))
        .filter(Column::Number.gt(number))
        .filter(Column::State.ne(ServiceState::Draft.as_str()))
        .order_by_asc(Column::Number)
        .limit(limit);
    next.all(tx.conn()).await.db()
}

/// The last number that was given.
pub async fn highest_number(tx: &Read) -> Result<Option<i64>> {
    let last = Entity::find().select_only().column(Column::Number).order_by_desc(Column::Number).limit(1);
    last.into_tuple().one(tx.conn()).await.db()
}

/// Number, revision and time of change of the next `limit` services after `from`, in the order of their changes.
pub async fn changed_after(
    tx: &Read,
    from: (DateTime<Utc>, i64),
    limit: u64,
) -> Result<Vec<(i64, i64, DateTime<Utc>)>> {
    let (at, number) = from;
    let later = Entity::find()
        .select_only()
        .columns([Column::Number, Column::Revision, Column::UpdatedAt])
        .filter(keyset::after_asc(Column::UpdatedAt, at, Column::Number, number))
        .order_by_asc(Column::UpdatedAt)
        .order_by_asc(Column::Number)
        .limit(limit);
    later.into_tuple().all(tx.conn()).await.db()
}
