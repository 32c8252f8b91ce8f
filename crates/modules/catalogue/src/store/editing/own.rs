//! Lists of an institution's services, its rules of editing, and when services were closed and opened.

use super::{opening_rows, rule_rows};
use crate::editing::{OpeningLine, cursor_of};
use crate::store::service_rows::{Column, Entity, Model};
use crate::{ServiceListItem, ServiceState};
use kernel::{Cursor, InstitutionId, Page, PageRequest, PersonId, Result, ServiceId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};
use storage::{Db as _, Read, Write};

pub async fn page(
    tx: &Read,
    holder: InstitutionId,
    state: Option<ServiceState>,
    page: &PageRequest,
) -> Result<Page<ServiceListItem>> {
    let rows = after(tx, holder, state, number_of(page)?, page.probe()).await?;
    let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(items, page, cursor_of))
}

/// The next services that fit, looked for among the next `most`.
pub async fn page_where(
    tx: &Read,
    holder: InstitutionId,
    state: Option<ServiceState>,
    page: &PageRequest,
    most: u64,
    fits: impl Fn(&ServiceListItem) -> bool,
) -> Result<Page<ServiceListItem>> {
    let wanted = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    let rows = after(tx, holder, state, number_of(page)?, most).await?;
    let all_seen = u64::try_from(rows.len()).unwrap_or(u64::MAX) < most;
    let mut found: Vec<ServiceListItem> = Vec::new();
    let mut last = None;
    for row in rows {
        let item = ServiceListItem::try_from(row)?;
        if found.len() == wanted {
            let next = found.last().map(cursor_of);
            return Ok(Page { items: found, next });
        }
        last = Some(cursor_of(&item));
        if fits(&item) {
            found.push(item);
        }
    }
    Ok(Page { items: found, next: last.filter(|_| !all_seen) })
}

/// The next `limit` services of a holder.
pub async fn after(
    tx: &Read,
    holder: InstitutionId,
    state: Option<ServiceState>,
    number: i64,
    limit: u64,
) -> Result<Vec<Model>> {
    let mut query = Entity::find().filter(Column::Holder.eq(holder.uuid())).filter(Column::Number.gt(number));
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state.as_str()));
    }
    query.order_by_asc(Column::Number).limit(limit).all(tx.conn()).await.db()
}

pub fn number_of(page: &PageRequest) -> Result<i64> {
    page.after.as_ref().map_or(Ok(0), Cursor::one)
}

pub async fn four_eyes(tx: &Read, holder: InstitutionId) -> Result<bool> {
    let row = rule_rows::Entity::find_by_id(holder.uuid()).one(tx.conn()).await.db()?;
    Ok(row.is_none_or(|row| row.four_eyes))
}

pub async fn set_four_eyes(tx: &Write, holder: InstitutionId, wanted: bool) -> Result<()> {
    let row =
        rule_rows::ActiveModel { institution: Set(holder.uuid()), four_eyes: Set(wanted), updated_at: Set(tx.now()) };
    let again = OnConflict::column(rule_rows::Column::Institution)
        .update_columns([rule_rows::Column::FourEyes, rule_rows::Column::UpdatedAt])
        .to_owned();
    rule_rows::Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn note_opening(tx: &Write, service: ServiceId, state: ServiceState, reason: &str) -> Result<()> {
    let row = opening_rows::ActiveModel {
        id: Set(tx.ids().uuid()),
        service: Set(service.uuid()),
        state: Set(state.as_str().to_owned()),
        reason: Set(reason.to_owned()),
        author: Set(tx.caller().person.map(PersonId::uuid)),
        at: Set(tx.now()),
    };
    opening_rows::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Newest first; at most 100.
pub async fn openings(tx: &Read, service: ServiceId) -> Result<Vec<OpeningLine>> {
    let rows = opening_rows::Entity::find()
        .filter(opening_rows::Column::Service.eq(service.uuid()))
        .order_by_desc(opening_rows::Column::Id)
        .limit(100)
        .all(tx.conn())
        .await
        .db()?;
    let line = |row: opening_rows::Model| {
        let author = row.author.map(PersonId::new);
        Ok(OpeningLine { state: row.state.parse()?, reason: row.reason, author, at: row.at })
    };
    rows.into_iter().map(line).collect()
}
