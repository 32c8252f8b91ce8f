//! The sums over the services of each holder.

use super::rows::quality_holders::{ActiveModel, Column, Entity, Model};
use super::scores::Row;
use crate::ServiceState;
use kernel::Result;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait as _, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};
use uuid::Uuid;

pub type Sums = Model;

/// Every column that is a sum.
const SUMS: [Column; 8] = [
    Column::Services,
    Column::Open,
    Column::Drafts,
    Column::ScoreSum,
    Column::Blocking,
    Column::Warning,
    Column::DeadLinks,
    Column::EnglishMissing,
];

/// Adds what a row counts, or takes it away.
pub fn count(sums: &mut BTreeMap<Uuid, Sums>, row: &Row, sign: i64) {
    if !row.live {
        return;
    }
    let of_holder = sums.entry(row.holder).or_insert_with(|| none(row.holder));
    let when = |yes: bool| if yes { sign } else { 0 };
    of_holder.services += sign;
    of_holder.open += when(row.state == ServiceState::Open.as_str());
    of_holder.drafts += when(row.state == ServiceState::Draft.as_str());
    of_holder.score_sum += sign * i64::from(row.score);
    of_holder.blocking += when(row.blocking > 0);
    of_holder.warning += when(row.warning > 0);
    of_holder.dead_links += sign * i64::from(row.dead_links);
    of_holder.english_missing += when(row.english_missing);
}

/// The sums of a holder without services.
pub const fn none(holder: Uuid) -> Sums {
    Sums {
        holder,
        services: 0,
        open: 0,
        drafts: 0,
        score_sum: 0,
        blocking: 0,
        warning: 0,
        dead_links: 0,
        english_missing: 0,
    }
}

/// Adds the sums of one holder to those of several.
pub const fn join(all: &mut Sums, one: &Sums) {
    all.services += one.services;
    all.open += one.open;
    all.drafts += one.drafts;
    all.score_sum += one.score_sum;
    all.blocking += one.blocking;
    all.warning += one.warning;
    all.dead_links += one.dead_links;
    all.english_missing += one.english_missing;
}

/// Adds differences to what is kept.
pub async fn add(tx: &Write, sums: BTreeMap<Uuid, Sums>) -> Result<()> {
    let changed: Vec<ActiveModel> =
        sums.into_values().filter(|sums| *sums != none(sums.holder)).map(IntoActiveModel::into_active_model).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let mut on_conflict = OnConflict::column(Column::Holder);
    for column in SUMS {
        let name = sea_orm::IdenStatic::as_str(&column);
        on_conflict.value(column, Expr::col((Entity, column)).add(Expr::cust(format!("excluded.{name}"))));
    }
    Entity::insert_many(changed).on_conflict(on_conflict).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Puts these in the place of everything.
pub async fn replace_all(tx: &Write, sums: BTreeMap<Uuid, Sums>) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    let rows: Vec<ActiveModel> = sums.into_values().map(IntoActiveModel::into_active_model).collect();
    for rows in rows.chunks(500) {
        Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

pub async fn of(tx: &Read, holders: &[Uuid]) -> Result<BTreeMap<Uuid, Sums>> {
    let rows = Entity::find().filter(Column::Holder.is_in(holders.iter().copied())).all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|row| (row.holder, row)).collect())
}

/// The next holders that ever had a service, in the order of their ids.
pub async fn after(tx: &Read, holder: Option<Uuid>, limit: u64) -> Result<Vec<Sums>> {
    let mut next = Entity::find().order_by_asc(Column::Holder).limit(limit);
    if let Some(holder) = holder {
        next = next.filter(Column::Holder.gt(holder));
    }
    next.all(tx.conn()).await.db()
}
