//! Reading and changing counts.

use super::entities::indicator_cells::{ActiveModel, Column, Entity, Model};
use crate::cells::{CellKey, Cells, Measure, known_dimension};
use crate::{Filter, Month};
use futures::TryStreamExt as _;
use kernel::{Error, InstitutionId, Result};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select, Value,
    sea_query::{Expr, Func, OnConflict},
};
use storage::{Db as _, Read, Write, keyset};
use uuid::Uuid;

/// Rows of one statement: five values each and one number, well under the limit of both databases.
const ROWS: usize = 1_000;

/// Adds to counts, making those that are missing.
pub(crate) async fn add(tx: &Write, cells: &Cells) -> Result<()> {
    use sea_orm::ExprTrait as _;
    if cells.is_empty() {
        return Ok(());
    }
    let sum = Expr::col((Entity, Column::Value)).add(Expr::cust("excluded.value"));
    let key = [Column::ServiceCode, Column::Holder, Column::Month, Column::Measure, Column::Dimension];
    let mut on_conflict = OnConflict::columns(key);
    on_conflict.value(Column::Value, sum);
    Entity::insert_many(cells.iter().map(row)).on_conflict(on_conflict).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Puts `cells` in place of everything.
pub(crate) async fn replace_all(tx: &Write, cells: &Cells) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    let rows: Vec<ActiveModel> = cells.iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// Up to `limit` counts after `after`, in the order of the key.
pub(crate) async fn all_after(tx: &Read, after: Option<&CellRow>, limit: u64) -> Result<Vec<CellRow>> {
    let rows = Entity::find()
        .filter(after.map_or_else(Condition::all, behind_cell))
        .order_by_asc(Column::ServiceCode)
        .order_by_asc(Column::Holder)
        .order_by_asc(Column::Month)
        .order_by_asc(Column::Measure)
        .order_by_asc(Column::Dimension)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows)
}

/// Codes of the services with the most requests since a month, most first.
pub(crate) async fn most_requested(tx: &Read, since: Month, limit: u64) -> Result<Vec<String>> {
    Entity::find()
        .select_only()
        .column(Column::ServiceCode)
        .filter(Column::Month.gte(since.to_string()))
        .filter(Column::Measure.eq(Measure::Requested.as_str()))
        .group_by(Column::ServiceCode)
        .order_by_desc(Column::Value.sum())
        .order_by_asc(Column::ServiceCode)
        .limit(limit)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}

/// A count as it is stored.
pub(crate) type CellRow = Model;

impl Model {
    /// The key, if measure and dimension are ones that this version knows.
    pub(crate) fn key(&self) -> Option<CellKey> {
        Some(CellKey {
            service: self.service_code.clone(),
            holder: InstitutionId::new(self.holder),
            month: self.month.parse().ok()?,
            measure: self.measure.parse().ok()?,
            dimension: known_dimension(&self.dimension)?,
        })
    }

    /// The key in words.
    pub(crate) fn name(&self) -> String {
        format!("{} {} {} {} {}", self.service_code, self.holder, self.month, self.measure, self.dimension)
    }
}

/// Up to `limit` counts of the services, holders and months of `filter`, after the group `after`, handed one by one to
/// `take` until it answers `false`.
pub(crate) async fn of_services(
    tx: &Read,
    filter: &Filter,
    after: Option<(String, Uuid, Month)>,
    limit: u64,
    mut take: impl FnMut(CellKey, i64) -> bool + Send,
) -> Result<()> {
    let mut rows = behind(filter, after).limit(limit).stream(tx.conn()).await.db()?;
    while let Some(row) = rows.try_next().await.db()? {
        let unknown = || Error::internal("indicator-cell").arg("cell", row.name());
        if !take(row.key().ok_or_else(unknown)?, row.value) {
            break;
        }
    }
    Ok(())
}

/// The counts of a filter behind a group, by service, holder and month.
pub(crate) fn behind(filter: &Filter, after: Option<(String, Uuid, Month)>) -> Select<Entity> {
    let behind = after.map(|(service, holder, month)| behind_group(filter, service, holder, month));
    Entity::find()
        .filter(wanted(filter).add_option(behind))
        .order_by_asc(Column::ServiceCode)
        .order_by_asc(Column::Holder)
        .order_by_asc(Column::Month)
}

/// Which counts a filter is about.
pub(super) fn wanted(filter: &Filter) -> Condition {
    use sea_orm::ExprTrait as _;
    let (from, to) = filter.months();
    let month = Expr::col(Column::Month.as_column_ref());
    // With neither a service nor a holder, counts are read in the order of their key. By the bare column SQLite would
    // take those of the months from the index of months and sort them, all of them again for every page.
    let month: Expr = if filter.service.is_none() && filter.holder.is_none() {
        Func::coalesce([month, Expr::val("")]).into()
    } else {
        month
    };
    Condition::all()
        .add(month.clone().gte(from.to_string()))
        .add(month.lte(to.to_string()))
        .add_option(filter.service.as_ref().map(|code| Column::ServiceCode.eq(code)))
        .add_option(filter.holder.map(|holder| Column::Holder.eq(holder.uuid())))
}

/// Sums of a measure over months, by holder, service and dimension, of these holders.
pub(crate) async fn sums_of_holders(
    tx: &Read,
    holders: &[InstitutionId],
    measure: Measure,
    (from, to): (Month, Month),
) -> Result<Vec<(Uuid, String, String, i64)>> {
    Entity::find()
        .select_only()
        .columns([Column::Holder, Column::ServiceCode, Column::Dimension])
        // A sum of whole numbers is a decimal on PostgreSQL.
        .column_as(Expr::cust("CAST(SUM(value) AS BIGINT)"), "sum")
        .filter(Column::Holder.is_in(holders.iter().map(|holder| holder.uuid())))
        .filter(Column::Measure.eq(measure.as_str()))
        .filter(Column::Month.gte(from.to_string()))
        .filter(Column::Month.lte(to.to_string()))
        .group_by(Column::Holder)
        .group_by(Column::ServiceCode)
        .group_by(Column::Dimension)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}

/// The first and the last month with a count.
pub(crate) async fn first_and_last_month(tx: &Read) -> Result<(Option<Month>, Option<Month>)> {
    let first = Entity::find().order_by_asc(Column::Month).limit(1).one(tx.conn()).await.db()?;
    let last = Entity::find().order_by_desc(Column::Month).limit(1).one(tx.conn()).await.db()?;
    let month = |row: Option<Model>| row.map(|row| row.month.parse()).transpose();
    Ok((month(first)?, month(last)?))
}

/// Counts behind a group. A service or a holder that the filter names is the same for all of them, and the place is found
/// within it.
fn behind_group(filter: &Filter, service: String, holder: Uuid, month: Month) -> Condition {
    let mut key = Vec::new();
    if filter.service.as_ref() != Some(&service) {
        key.push((Column::ServiceCode, Value::from(service)));
    }
    if filter.holder.map(InstitutionId::uuid) != Some(holder) {
        key.push((Column::Holder, Value::from(holder)));
    }
    key.push((Column::Month, Value::from(month.to_string())));
    keyset::after_key(key)
}

fn behind_cell(last: &CellRow) -> Condition {
    keyset::after_key([
        (Column::ServiceCode, Value::from(last.service_code.as_str())),
        (Column::Holder, Value::from(last.holder)),
        (Column::Month, Value::from(last.month.as_str())),
        (Column::Measure, Value::from(last.measure.as_str())),
        (Column::Dimension, Value::from(last.dimension.as_str())),
    ])
}

fn row((key, value): (&CellKey, &i64)) -> ActiveModel {
    ActiveModel {
        service_code: Set(key.service.clone()),
        holder: Set(key.holder.uuid()),
        month: Set(key.month.to_string()),
        measure: Set(key.measure.as_str().to_owned()),
        dimension: Set(key.dimension.to_owned()),
        value: Set(*value),
    }
}
