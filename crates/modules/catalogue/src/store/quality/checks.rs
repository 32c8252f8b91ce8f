//! Quarterly checks.

use super::rows::{check_holders, check_quarters, check_reminders, service_checks as checks};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait as _, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    sea_query::{Expr, OnConflict},
};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

pub type Check = checks::Model;
pub type HolderChecks = check_holders::Model;
pub type Reminder = check_reminders::Model;

/// Those of the services whose check of the quarter is open.
pub async fn open_of(tx: &Read, quarter: &str, services: &[Uuid]) -> Result<BTreeSet<Uuid>> {
    let rows: Vec<Uuid> = checks::Entity::find()
        .select_only()
        .column(checks::Column::Service)
        .filter(checks::Column::Service.is_in(services.iter().copied()))
        .filter(checks::Column::Quarter.eq(quarter))
        .filter(checks::Column::Done.eq(false))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().collect())
}

pub async fn find(tx: &Read, service: Uuid, quarter: &str) -> Result<Option<Check>> {
    checks::Entity::find_by_id((service, quarter.to_owned())).one(tx.conn()).await.db()
}

/// The last confirmed check of a service.
pub async fn last_confirmed(tx: &Read, service: Uuid) -> Result<Option<Check>> {
    checks::Entity::find()
        .filter(checks::Column::Service.eq(service))
        .filter(checks::Column::Done.eq(true))
        .order_by_desc(checks::Column::Quarter)
        .one(tx.conn())
        .await
        .db()
}

/// Which version of each of these services was confirmed last; versions are counted upwards.
pub async fn confirmed_versions(tx: &Read, services: &[Uuid]) -> Result<BTreeMap<Uuid, i32>> {
    let of_each = checks::Entity::find()
        .select_only()
        .column(checks::Column::Service)
        .column_as(checks::Column::Version.max(), "confirmed")
        .filter(checks::Column::Service.is_in(services.iter().copied()))
        .filter(checks::Column::Done.eq(true))
        .filter(checks::Column::Version.is_not_null())
        .group_by(checks::Column::Service);
    Ok(of_each.into_tuple().all(tx.conn()).await.db()?.into_iter().collect())
}

/// Checks of a holder in a quarter, open or done, behind a number.
pub async fn list(
    tx: &Read,
    holder: Uuid,
    quarter: &str,
    done: bool,
    after: Option<i64>,
    limit: u64,
) -> Result<Vec<Check>> {
    let mut next = checks::Entity::find()
        .filter(checks::Column::Holder.eq(holder))
        .filter(checks::Column::Quarter.eq(quarter))
        .filter(checks::Column::Done.eq(done))
        .order_by_asc(checks::Column::Number)
        .limit(limit);
    if let Some(after) = after {
        next = next.filter(checks::Column::Number.gt(after));
    }
    next.all(tx.conn()).await.db()
}

/// Adds checks that are not there yet and counts them for their holders.
pub async fn make(tx: &Write, new: Vec<Check>) -> Result<usize> {
    let Some(quarter) = new.first().map(|check| check.quarter.clone()) else { return Ok(0) };
    let ids: Vec<Uuid> = new.iter().map(|check| check.service).collect();
    let there: Vec<Uuid> = checks::Entity::find()
        .select_only()
        .column(checks::Column::Service)
        .filter(checks::Column::Service.is_in(ids))
        .filter(checks::Column::Quarter.eq(&quarter))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let there: BTreeSet<Uuid> = there.into_iter().collect();
    let new: Vec<Check> = new.into_iter().filter(|check| !there.contains(&check.service)).collect();
    let mut counts: BTreeMap<Uuid, (NaiveDate, i64)> = BTreeMap::new();
    for check in &new {
        counts.entry(check.holder).or_insert((check.due_on, 0)).1 += 1;
    }
    let made = new.len();
    let rows: Vec<checks::ActiveModel> = new.into_iter().map(IntoActiveModel::into_active_model).collect();
    for rows in rows.chunks(500) {
        checks::Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    let holders = counts.into_iter().map(|(holder, (due_on, tasks))| check_holders::ActiveModel {
        holder: Set(holder),
        quarter: Set(quarter.clone()),
        due_on: Set(due_on),
        tasks: Set(tasks),
        open: Set(tasks),
        last_confirmed_at: Set(None),
    });
    let holders: Vec<_> = holders.collect();
    if !holders.is_empty() {
        let sum = |column: check_holders::Column, new: &str| {
            Expr::col((check_holders::Entity, column)).add(Expr::cust(format!("excluded.{new}")))
        };
        let mut there = OnConflict::columns([check_holders::Column::Holder, check_holders::Column::Quarter]);
        there.value(check_holders::Column::Tasks, sum(check_holders::Column::Tasks, "tasks"));
        there.value(check_holders::Column::Open, sum(check_holders::Column::Open, "open"));
        check_holders::Entity::insert_many(holders).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(made)
}

/// Notes a confirmation, also in the sums of the holder; `false` when the check was done before.
pub async fn confirm(tx: &Write, check: &Check, version: i32, corrected: bool) -> Result<bool> {
    let changed = checks::Entity::update_many()
        .col_expr(checks::Column::Done, Expr::value(true))
        .col_expr(checks::Column::ConfirmedAt, Expr::value(tx.now()))
        .col_expr(checks::Column::ConfirmedBy, Expr::value(tx.caller().person.map(kernel::PersonId::uuid)))
        .col_expr(checks::Column::Version, Expr::value(version))
        .col_expr(checks::Column::Corrected, Expr::value(corrected))
        .filter(checks::Column::Service.eq(check.service))
        .filter(checks::Column::Quarter.eq(&check.quarter))
        .filter(checks::Column::Done.eq(false))
        .exec(tx.conn())
        .await
        .db()?;
    if changed.rows_affected == 0 {
        return Ok(false);
    }
    check_holders::Entity::update_many()
        .col_expr(check_holders::Column::Open, Expr::col(check_holders::Column::Open).sub(1))
        .col_expr(check_holders::Column::LastConfirmedAt, Expr::value(tx.now()))
        .filter(check_holders::Column::Holder.eq(check.holder))
        .filter(check_holders::Column::Quarter.eq(&check.quarter))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(true)
}

pub async fn of_holders(tx: &Read, quarter: &str, holders: &[Uuid]) -> Result<BTreeMap<Uuid, HolderChecks>> {
    let rows = check_holders::Entity::find()
        .filter(check_holders::Column::Quarter.eq(quarter))
        .filter(check_holders::Column::Holder.is_in(holders.iter().copied()))
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(|row| (row.holder, row)).collect())
}

/// When each of these holders confirmed a description last: of each there is one row a quarter.
pub async fn last_confirmations(tx: &Read, holders: &[Uuid]) -> Result<BTreeMap<Uuid, DateTime<Utc>>> {
    let of_each = check_holders::Entity::find()
        .select_only()
        .column(check_holders::Column::Holder)
        .column_as(check_holders::Column::LastConfirmedAt.max(), "confirmed_at")
        .filter(check_holders::Column::Holder.is_in(holders.iter().copied()))
        .filter(check_holders::Column::LastConfirmedAt.is_not_null())
        .group_by(check_holders::Column::Holder);
    Ok(of_each.into_tuple().all(tx.conn()).await.db()?.into_iter().collect())
}

/// How many services of each of these holders have an open check in a quarter and were not confirmed in the one before
/// it either.
pub async fn missed(tx: &Read, quarter: &str, before: &str, holders: &[Uuid]) -> Result<BTreeMap<Uuid, i64>> {
    let open_in = |quarter: &str| {
        checks::Entity::find()
            .select_only()
            .filter(checks::Column::Holder.is_in(holders.iter().copied()))
            .filter(checks::Column::Quarter.eq(quarter))
            .filter(checks::Column::Done.eq(false))
    };
    let earlier = open_in(before).column(checks::Column::Service).into_query();
    let of_each = open_in(quarter)
        .column(checks::Column::Holder)
        .column_as(checks::Column::Service.count(), "services")
        .filter(checks::Column::Service.in_subquery(earlier))
        .group_by(checks::Column::Holder);
    Ok(of_each.into_tuple().all(tx.conn()).await.db()?.into_iter().collect())
}

/// The next holders of a quarter, in the order of their ids.
pub async fn holders_after(tx: &Read, quarter: &str, after: Option<Uuid>, limit: u64) -> Result<Vec<HolderChecks>> {
    let mut next = check_holders::Entity::find()
        .filter(check_holders::Column::Quarter.eq(quarter))
        .order_by_asc(check_holders::Column::Holder)
        .limit(limit);
    if let Some(after) = after {
        next = next.filter(check_holders::Column::Holder.gt(after));
    }
    next.all(tx.conn()).await.db()
}

/// Notes a reminder, unless it was given before.
pub async fn remind(tx: &Write, holder: &HolderChecks, days: i32) -> Result<()> {
    let row = check_reminders::ActiveModel {
        holder: Set(holder.holder),
        quarter: Set(holder.quarter.clone()),
        days: Set(days),
        open: Set(holder.open),
        at: Set(tx.now()),
    };
    let key = [check_reminders::Column::Holder, check_reminders::Column::Quarter, check_reminders::Column::Days];
    check_reminders::Entity::insert(row)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// The latest reminder of a holder in a quarter.
pub async fn reminder(tx: &Read, holder: Uuid, quarter: &str) -> Result<Option<Reminder>> {
    check_reminders::Entity::find()
        .filter(check_reminders::Column::Holder.eq(holder))
        .filter(check_reminders::Column::Quarter.eq(quarter))
        .order_by_asc(check_reminders::Column::Days)
        .one(tx.conn())
        .await
        .db()
}

/// How far the checks of a quarter are made: the number of the last service, and whether that was all.
pub async fn progress(tx: &Write, quarter: &str) -> Result<(i64, bool)> {
    let row = check_quarters::Entity::find_by_id(quarter.to_owned()).lock_exclusive().one(tx.conn()).await.db()?;
    Ok(row.map_or((0, false), |row| (row.made_through, row.complete)))
}

pub async fn set_progress(tx: &Write, quarter: &str, made_through: i64, complete: bool) -> Result<()> {
    let row = check_quarters::ActiveModel {
        quarter: Set(quarter.to_owned()),
        made_through: Set(made_through),
        complete: Set(complete),
    };
    let moved = OnConflict::column(check_quarters::Column::Quarter)
        .update_columns([check_quarters::Column::MadeThrough, check_quarters::Column::Complete])
        .to_owned();
    check_quarters::Entity::insert(row).on_conflict(moved).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
