//! Addresses that descriptions name.

use super::rows::{links, service_links as uses};
use crate::LinkState;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, LockBehavior, LockType, OnConflict},
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

pub type Link = links::Model;

/// Values of one statement, well under the limit of both databases for parameters.
const VALUES: usize = 2_000;

/// Those of the addresses that lead nowhere.
pub async fn broken(tx: &Read, urls: &BTreeSet<String>) -> Result<BTreeSet<String>> {
    let urls: Vec<&String> = urls.iter().collect();
    let mut found = BTreeSet::new();
    for urls in urls.chunks(VALUES) {
        let rows: Vec<String> = links::Entity::find()
            .select_only()
            .column(links::Column::Url)
            .filter(links::Column::Url.is_in(urls.iter().copied()))
            .filter(links::Column::State.is_in(LinkState::BROKEN.map(LinkState::as_str)))
            .into_tuple()
            .all(tx.conn())
            .await
            .db()?;
        found.extend(rows);
    }
    Ok(found)
}

/// The ids of the addresses; new ones are added and due at once.
pub async fn ensure(tx: &Write, urls: &BTreeSet<&str>) -> Result<BTreeMap<String, Uuid>> {
    let mut known = ids(tx, urls).await?;
    let new: Vec<links::ActiveModel> = urls
        .iter()
        .filter(|url| !known.contains_key(**url))
        .map(|url| links::ActiveModel {
            id: Set(tx.ids().uuid()),
            url: Set((*url).to_owned()),
            state: Set(LinkState::New.as_str().to_owned()),
            last_status: Set(None),
            checked_at: Set(None),
            failures: Set(0),
            failed_on: Set(None),
            next_check_at: Set(tx.now()),
            spread_after: Set(None),
        })
        .collect();
    if new.is_empty() {
        return Ok(known);
    }
    let there = OnConflict::column(links::Column::Url).do_nothing().to_owned();
    for rows in new.chunks(500) {
        links::Entity::insert_many(rows.to_vec())
            .on_conflict(there.clone())
            .try_insert()
            .exec_without_returning(tx.conn())
            .await
            .db()?;
    }
    known = ids(tx, urls).await?;
    Ok(known)
}

async fn ids(tx: &Read, urls: &BTreeSet<&str>) -> Result<BTreeMap<String, Uuid>> {
    let urls: Vec<&str> = urls.iter().copied().collect();
    let mut found = BTreeMap::new();
    for urls in urls.chunks(VALUES) {
        let rows: Vec<(String, Uuid)> = links::Entity::find()
            .select_only()
            .column(links::Column::Url)
            .column(links::Column::Id)
            .filter(links::Column::Url.is_in(urls.iter().copied()))
            .into_tuple()
            .all(tx.conn())
            .await
            .db()?;
        found.extend(rows);
    }
    Ok(found)
}

/// Where the services name which address, in the order of the places.
pub async fn uses_of(tx: &Read, services: &[Uuid]) -> Result<Vec<uses::Model>> {
    uses::Entity::find()
        .filter(uses::Column::Service.is_in(services.iter().copied()))
        .order_by_asc(uses::Column::Service)
        .order_by_asc(uses::Column::Path)
        .all(tx.conn())
        .await
        .db()
}

/// Puts these uses in the place of all uses of the services.
pub async fn replace_uses(tx: &Write, services: &[Uuid], new: Vec<uses::Model>) -> Result<()> {
    uses::Entity::delete_many()
        .filter(uses::Column::Service.is_in(services.iter().copied()))
        .exec(tx.conn())
        .await
        .db()?;
    let rows: Vec<uses::ActiveModel> = new.into_iter().map(IntoActiveModel::into_active_model).collect();
    for rows in rows.chunks(VALUES) {
        uses::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// Services that name an address, behind one of them.
pub async fn services_of(tx: &Read, link: Uuid, after: Option<Uuid>, limit: u64) -> Result<Vec<Uuid>> {
    let mut next = uses::Entity::find()
        .select_only()
        .column(uses::Column::Service)
        .distinct()
        .filter(uses::Column::Link.eq(link))
        .order_by_asc(uses::Column::Service)
        .limit(limit);
    if let Some(after) = after {
        next = next.filter(uses::Column::Service.gt(after));
    }
    next.into_tuple().all(tx.conn()).await.db()
}

pub async fn find(tx: &Read, id: Uuid) -> Result<Option<Link>> {
    links::Entity::find_by_id(id).one(tx.conn()).await.db()
}

/// Takes a few due addresses and puts them off until `until`: whoever fails to report leaves them to be taken again.
pub async fn claim(tx: &Write, limit: u64, until: DateTime<Utc>) -> Result<Vec<Link>> {
    let due = links::Entity::find()
        .filter(links::Column::NextCheckAt.lte(tx.now()))
        .order_by_asc(links::Column::NextCheckAt)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .all(tx.conn())
        .await
        .db()?;
    if !due.is_empty() {
        links::Entity::update_many()
            .col_expr(links::Column::NextCheckAt, Expr::value(until))
            .filter(links::Column::Id.is_in(due.iter().map(|link| link.id)))
            .exec(tx.conn())
            .await
            .db()?;
    }
    Ok(due)
}

pub async fn is_used(tx: &Read, id: Uuid) -> Result<bool> {
    let one = uses::Entity::find().filter(uses::Column::Link.eq(id)).limit(1).one(tx.conn()).await.db()?;
    Ok(one.is_some())
}

/// Whether descriptions name the address as the start of a sign-in, and as nothing else.
pub async fn only_begins_sign_ins(tx: &Read, id: Uuid) -> Result<bool> {
    let other = uses::Entity::find()
        .filter(uses::Column::Link.eq(id))
        .filter(uses::Column::Path.not_like("channels/%/sign_in"))
        .limit(1)
        .one(tx.conn())
        .await
        .db()?;
    Ok(other.is_none())
}

pub async fn forget(tx: &Write, id: Uuid) -> Result<()> {
    links::Entity::delete_by_id(id).exec(tx.conn()).await.db()?;
    Ok(())
}

/// What a check found.
pub struct Checked {
    pub state: LinkState,
    pub status: Option<i32>,
    pub failures: i32,
    pub failed_on: Option<NaiveDate>,
    pub next: DateTime<Utc>,
}

pub async fn note(tx: &Write, id: Uuid, checked: &Checked) -> Result<()> {
    let row = links::ActiveModel {
        id: Set(id),
        state: Set(checked.state.as_str().to_owned()),
        last_status: Set(checked.status),
        checked_at: Set(Some(tx.now())),
        failures: Set(checked.failures),
        failed_on: Set(checked.failed_on),
        next_check_at: Set(checked.next),
        ..Default::default()
    };
    links::Entity::update(row).exec(tx.conn()).await.db()?;
    Ok(())
}

/// How far the change of state was carried.
pub async fn spread(tx: &Write, id: Uuid, after: Option<Uuid>) -> Result<()> {
    let row = links::ActiveModel { id: Set(id), spread_after: Set(after), ..Default::default() };
    links::Entity::update(row).exec(tx.conn()).await.db()?;
    Ok(())
}
