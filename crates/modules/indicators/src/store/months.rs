//! Counts of all services together, so that figures of the whole portal are a few rows however many services there are.

use super::entities::indicator_months::{ActiveModel, Column, Entity, Model};
use crate::Month;
use crate::cells::{Cells, TotalKey, known_dimension, totals};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, OnConflict},
};
use storage::{Db as _, Read, Write};

/// Rows of one statement.
const ROWS: usize = 1_000;

/// A count as it is stored.
pub(crate) type MonthRow = Model;

impl Model {
    /// The key, if measure and dimension are ones that this version knows.
    pub(crate) fn key(&self) -> Option<TotalKey> {
        Some((self.month.parse().ok()?, self.measure.parse().ok()?, known_dimension(&self.dimension)?))
    }

    /// The key in words.
    pub(crate) fn name(&self) -> String {
        format!("all services {} {} {}", self.month, self.measure, self.dimension)
    }
}

/// Adds what these counts of services come to, making counts that are missing.
pub(crate) async fn add(tx: &Write, cells: &Cells) -> Result<()> {
    use sea_orm::ExprTrait as _;
    let totals = totals(cells);
    if totals.is_empty() {
        return Ok(());
    }
    let sum = Expr::col((Entity, Column::Value)).add(Expr::cust("excluded.value"));
    let mut on_conflict = OnConflict::columns([Column::Month, Column::Measure, Column::Dimension]);
    on_conflict.value(Column::Value, sum);
    Entity::insert_many(totals.iter().map(row))
        .on_conflict(on_conflict)
        .exec_without_returning(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// Puts what `cells` come to in place of everything.
pub(crate) async fn replace(tx: &Write, cells: &Cells) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    let rows: Vec<ActiveModel> = totals(cells).iter().map(row).collect();
    for rows in rows.chunks(ROWS) {
        Entity::insert_many(rows.to_vec()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// All of them: some thirty a month.
pub(crate) async fn all(tx: &Read) -> Result<Vec<MonthRow>> {
    Entity::find()
        .order_by_asc(Column::Month)
        .order_by_asc(Column::Measure)
        .order_by_asc(Column::Dimension)
        .all(tx.conn())
        .await
        .db()
}

/// Those from month to month.
pub(crate) async fn between(tx: &Read, from: Month, to: Month) -> Result<Vec<MonthRow>> {
    Entity::find()
        .filter(Column::Month.gte(from.to_string()))
        .filter(Column::Month.lte(to.to_string()))
        .all(tx.conn())
        .await
        .db()
}

fn row(((month, measure, dimension), value): (&TotalKey, &i64)) -> ActiveModel {
    ActiveModel {
        month: Set(month.to_string()),
        measure: Set(measure.as_str().to_owned()),
        dimension: Set((*dimension).to_owned()),
        value: Set(*value),
    }
}
