//! Lists of cases: every one by an index, none counts more than it shows.

use super::{
    cases::{Column, Entity},
    rows::from_row,
};
use crate::{Case, Desk, DeskFilter, State, Tab};
use chrono::{DateTime, Utc};
use kernel::{CaseId, Cursor, Error, InstitutionId, Page, PageRequest, Party, PersonId, Remit, Result};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{LockBehavior, LockType},
};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

/// A client's cases of the services of `remit`, newest first.
pub async fn of_client(tx: &Read, client: Party, remit: &Remit, page: &PageRequest) -> Result<Page<Case>> {
    let mut query = within(Entity::find().filter(Column::Client.eq(client.uuid())), remit);
    if let Some(cursor) = &page.after {
        let (at, id) = key(cursor)?;
        let same = Condition::all().add(Column::SubmittedAt.eq(at)).add(Column::Id.lt(id));
        query = query.filter(Condition::any().add(Column::SubmittedAt.lt(at)).add(same));
    }
    let query = query.order_by_desc(Column::SubmittedAt).order_by_desc(Column::Id);
    page_of(tx, query, page, |case| case.submitted_at).await
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
    let mut query = tab(handler, me, filter.tab);
    if let Some(channel) = filter.channel {
        query = query.filter(Column::Channel.eq(channel.as_str()));
    }
    if let Some(service) = &filter.service {
        query = query.filter(Column::Service.eq(service));
    }
    if let Some(before) = filter.due_before {
        query = query.filter(Column::DueAt.lt(before));
    }
    if let Some(cursor) = &page.after {
        let (at, id) = key(cursor)?;
        let (beyond, after) = if filter.tab == Tab::Done {
            (Column::ClosedAt.lt(at), Condition::all().add(Column::ClosedAt.eq(at)).add(Column::Id.lt(id)))
        } else {
            (Column::DueAt.gt(at), Condition::all().add(Column::DueAt.eq(at)).add(Column::Id.gt(id)))
        };
        query = query.filter(Condition::any().add(beyond).add(after));
    }
    if filter.tab == Tab::Done {
        let query = query.order_by_desc(Column::ClosedAt).order_by_desc(Column::Id);
        return page_of(tx, query, page, |case| case.closed_at.unwrap_or(case.due_at)).await;
    }
    let query = query.order_by_asc(Column::DueAt).order_by_asc(Column::Id);
    page_of(tx, query, page, |case| case.due_at).await
}

/// How many cases a tab holds, counted no further than `most`.
pub async fn count_up_to(tx: &Read, handler: InstitutionId, me: PersonId, which: Tab, most: u64) -> Result<usize> {
    counted(tx, tab(handler, me, which), most).await
}

/// How many cases that wait for the office are due in this time, counted no further than `most`.
pub async fn count_due(
    tx: &Read,
    handler: InstitutionId,
    due: std::ops::Range<DateTime<Utc>>,
    most: u64,
) -> Result<usize> {
    let team = tab(handler, PersonId::new(Uuid::nil()), Tab::Team);
    let query = team.filter(Column::DueAt.gte(due.start)).filter(Column::DueAt.lt(due.end));
    counted(tx, query, most).await
}

/// How many cases were closed since then, counted no further than `most`.
pub async fn count_closed_since(tx: &Read, handler: InstitutionId, since: DateTime<Utc>, most: u64) -> Result<usize> {
    let closed = tab(handler, PersonId::new(Uuid::nil()), Tab::Done);
    counted(tx, closed.filter(Column::ClosedAt.gte(since)), most).await
}

async fn counted(tx: &Read, query: Select<Entity>, most: u64) -> Result<usize> {
    let ids: Vec<Uuid> = query.select_only().column(Column::Id).limit(most).into_tuple().all(tx.conn()).await.db()?;
    Ok(ids.len())
}

fn tab(handler: InstitutionId, me: PersonId, tab: Tab) -> Select<Entity> {
    let query = Entity::find().filter(Column::Handler.eq(handler.uuid()));
    match tab {
        Tab::Mine => query.filter(on(Desk::Office)).filter(Column::Assignee.eq(me.uuid())),
        Tab::Team => query.filter(on(Desk::Office)),
        Tab::Unassigned => query.filter(on(Desk::Office)).filter(Column::Assignee.is_null()),
        Tab::Waiting => query.filter(on(Desk::Client)),
        Tab::Done => query.filter(Column::ClosedAt.is_not_null()),
    }
}

fn on(desk: Desk) -> sea_orm::sea_query::Expr {
    Column::Desk.eq(desk.as_str())
}

/// The most urgent case that nobody works on, locked; cases that another transaction is taking are passed over.
pub async fn claim_first(tx: &Write, handler: InstitutionId) -> Result<Option<Case>> {
    let row = Entity::find()
        .filter(Column::Handler.eq(handler.uuid()))
        .filter(on(Desk::Office))
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
    Ok(Page::from_probe(cases, page, |case| {
        Cursor::from_parts(&[&at(case).timestamp_micros().to_string(), &case.id.to_string()])
    }))
}

fn key(cursor: &Cursor) -> Result<(DateTime<Utc>, Uuid)> {
    let [at, id] = cursor.parts::<2>()?;
    let micros = at.parse().ok().and_then(DateTime::from_timestamp_micros);
    match (micros, Uuid::parse_str(&id)) {
        (Some(at), Ok(id)) => Ok((at, id)),
        _ => Err(Error::invalid("bad-cursor")),
    }
}
