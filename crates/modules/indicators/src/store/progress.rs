//! The last event that is in the counts. It makes counting idempotent: an event that comes again is not counted again.

use super::entities::indicator_progress::{ActiveModel, Column, Entity};
use kernel::Result;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, TryInsertResult, sea_query::Expr};
use storage::{Db as _, LogPosition, Write};

/// The table has one row.
const ROW: i32 = 1;

/// Moves behind `to`; `false` when that place is already passed. The row stays locked until the unit of work ends.
pub(crate) async fn advance(tx: &Write, to: LogPosition) -> Result<bool> {
    let before = Condition::any()
        .add(Column::Tx.lt(to.tx))
        .add(Condition::all().add(Column::Tx.eq(to.tx)).add(Column::Position.lt(to.position)));
    let moved = Entity::update_many()
        .col_expr(Column::Tx, Expr::value(to.tx))
        .col_expr(Column::Position, Expr::value(to.position))
        .filter(Column::Id.eq(ROW))
        .filter(before)
        .exec(tx.conn())
        .await
        .db()?;
    if moved.rows_affected == 1 {
        return Ok(true);
    }
    // Either passed already, or the very first event.
    insert(tx, to).await
}

/// Moves to `to` wherever it stood: after a rebuild.
pub(crate) async fn set(tx: &Write, to: LogPosition) -> Result<()> {
    if insert(tx, to).await? {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::Tx, Expr::value(to.tx))
        .col_expr(Column::Position, Expr::value(to.position))
        .filter(Column::Id.eq(ROW))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// Whether the row was missing.
async fn insert(tx: &Write, at: LogPosition) -> Result<bool> {
    let row = ActiveModel { id: Set(ROW), tx: Set(at.tx), position: Set(at.position) };
    let outcome = Entity::insert(row).on_conflict_do_nothing().exec_without_returning(tx.conn()).await.db()?;
    Ok(matches!(outcome, TryInsertResult::Inserted(rows) if rows > 0))
}
