//! Lists of cases: every one by an index, none counts more than it shows. A page costs the same at the end of a list,
//! and a desk narrowed to a service or a channel reads no cases of others (a test asks SQLite how it goes about it).

use super::{
    cases::{Column, Entity},
    rows::from_row,
};
use crate::{Case, Desk, DeskCounts, DeskFilter, State, Tab};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Cursor, InstitutionId, Page, PageRequest, Party, PersonId, Remit, Result};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{LockBehavior, LockType},
};
use std::ops::Range;
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// Behind which case a page begins: the time it is listed by, and its id.
type Place = (DateTime<Utc>, Uuid);

/// A client's cases of the services of `remit`, newest first.
pub async fn of_client(tx: &Read, client: Party, remit: &Remit, page: &PageRequest) -> Result<Page<Case>> {
    let query = behind_of_client(client, remit, place(page)?);
    page_of(tx, query, page, |case| case.submitted_at).await
}

/// A client's cases behind a place.
pub fn behind_of_client(client: Party, remit: &Remit, after: Option<Place>) -> Select<Entity> {
    let mut query = within(Entity::find().filter(Column::Client.eq(client.uuid())), remit);
    if let Some((at, id)) = after {
        query = query.filter(keyset::after_desc(Column::SubmittedAt, at, Column::Id, id));
    }
    query.order_by_desc(Column::SubmittedAt).order_by_desc(Column::Id)
}

/// Those of the services that a remit names.
pub fn within(query: Select<Entity>, remit: &Remit) -> Select<Entity> {
    match remit.codes() {
        Some(codes) => query.filter(Column::Service.is_in(codes.iter().map(String::as_str))),
        None => query,
    }
}

/// The cases of a tab of an institution's desk, the most urgent first.
pub async fn on_desk(
    tx: &Read,
    handler: InstitutionId,
    me: PersonId,
    filter: &DeskFilter,
    page: &PageRequest,
) -> Result<Page<Case>> {
    // Where the time does not run, the column keeps a day on which nothing is due any more.
    if filter.due_before.is_some() && !filter.tab.has_due_days() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let query = behind_on_desk(handler, me, filter, place(page)?);
    if filter.tab == Tab::Done {
        return page_of(tx, query, page, |case| case.closed_at.unwrap_or(case.due_at)).await;
    }
    page_of(tx, query, page, |case| case.due_at).await
}

/// The cases of a tab behind a place.
pub fn behind_on_desk(
    handler: InstitutionId,
    me: PersonId,
    filter: &DeskFilter,
    after: Option<Place>,
) -> Select<Entity> {
    let done = filter.tab == Tab::Done;
    let mut query = match after {
        // A case that was closed before an instant was closed. Said as well, it makes two bounds for the time, and with
        // two SQLite prefers the index of all closed cases to those by service and by channel.
        Some((at, id)) if done => of_handler(handler).filter(keyset::after_desc(Column::ClosedAt, at, Column::Id, id)),
        Some((at, id)) => tab(handler, me, filter.tab).filter(keyset::after_asc(Column::DueAt, at, Column::Id, id)),
        None => tab(handler, me, filter.tab),
    };
    if let Some(channel) = filter.channel {
        query = query.filter(Column::Channel.eq(channel.as_str()));
    }
    if let Some(service) = &filter.service {
        query = query.filter(Column::Service.eq(service));
    }
    if let Some(before) = filter.due_before {
        query = query.filter(Column::DueAt.lt(before));
    }
    if done {
        query.order_by_desc(Column::ClosedAt).order_by_desc(Column::Id)
    } else {
        query.order_by_asc(Column::DueAt).order_by_asc(Column::Id)
    }
}

/// How many cases a tab holds.
pub async fn count_of_tab(tx: &Read, handler: InstitutionId, me: PersonId, which: Tab) -> Result<usize> {
    counted(tx, tab(handler, me, which)).await
}

/// How many cases that wait for the office are due in this time.
pub async fn count_due(tx: &Read, handler: InstitutionId, due: Range<DateTime<Utc>>) -> Result<usize> {
    let waiting = waiting_for(Desk::Office, handler);
    counted(tx, waiting.filter(Column::DueAt.gte(due.start)).filter(Column::DueAt.lt(due.end))).await
}

/// How many cases were closed since then.
pub async fn count_closed_since(tx: &Read, handler: InstitutionId, since: DateTime<Utc>) -> Result<usize> {
    counted(tx, closed(handler).filter(Column::ClosedAt.gte(since))).await
}

/// No further than what is told: a count over a large register would cost more than it says.
async fn counted(tx: &Read, query: Select<Entity>) -> Result<usize> {
    let query = query.select_only().column(Column::Id).limit(DeskCounts::MOST as u64);
    let ids: Vec<Uuid> = query.into_tuple().all(tx.conn()).await.db()?;
    Ok(ids.len())
}

fn of_handler(handler: InstitutionId) -> Select<Entity> {
    Entity::find().filter(Column::Handler.eq(handler.uuid()))
}

fn tab(handler: InstitutionId, me: PersonId, tab: Tab) -> Select<Entity> {
    match tab {
        Tab::Mine => waiting_for(Desk::Office, handler).filter(Column::Assignee.eq(me.uuid())),
        Tab::Team => waiting_for(Desk::Office, handler),
        Tab::Unassigned => waiting_for(Desk::Office, handler).filter(Column::Assignee.is_null()),
        Tab::Waiting => waiting_for(Desk::Client, handler),
        Tab::Delivered => waiting_for(Desk::Delivered, handler),
        Tab::Done => closed(handler),
    }
}

fn waiting_for(desk: Desk, handler: InstitutionId) -> Select<Entity> {
    of_handler(handler).filter(Column::Desk.eq(desk.as_str()))
}

fn closed(handler: InstitutionId) -> Select<Entity> {
    of_handler(handler).filter(Column::ClosedAt.is_not_null())
}

/// The most urgent case that [is free](Case::is_free), locked; cases that another transaction is taking are passed over.
pub async fn claim_first(tx: &Write, handler: InstitutionId) -> Result<Option<Case>> {
    let row = waiting_for(Desk::Office, handler)
        .filter(Column::Assignee.is_null())
        .filter(Column::State.is_in([State::Submitted.as_str(), State::Accepted.as_str()]))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx.conn())
        .await
        .db()?;
    row.map(from_row).transpose()
}

/// Cases in the order of their ids.
pub async fn export_page(tx: &Read, after: Option<CaseId>, limit: u64) -> Result<Vec<Case>> {
    let mut query = Entity::find().order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after.uuid()));
    }
    query.all(tx.conn()).await.db()?.into_iter().map(from_row).collect()
}

async fn page_of(
    tx: &Read,
    query: Select<Entity>,
    page: &PageRequest,
    at: fn(&Case) -> DateTime<Utc>,
) -> Result<Page<Case>> {
    let rows = query.limit(page.probe()).all(tx.conn()).await.db()?;
    let cases = rows.into_iter().map(from_row).collect::<Result<Vec<Case>>>()?;
    Ok(Page::from_probe(cases, page, |case| Cursor::of_moment(at(case), case.id)))
}

fn place(page: &PageRequest) -> Result<Option<Place>> {
    page.after.as_ref().map(Cursor::moment).transpose()
}
