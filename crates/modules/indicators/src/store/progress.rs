//! The last event that is in the counts. It makes counting idempotent: an event that comes again is not counted again.

use super::entities::indicator_progress::{ActiveModel, Column, Entity};
use kernel::Result;
use sea_orm::{ActiveValue::Set, EntityTrait, QuerySelect, sea_query::OnConflict};
use storage::{Db as _, LogPosition, Write};

/// The table has one row.
const ROW: i32 = 1;

/// The last counted place; the row stays locked until the unit of work ends.
pub(crate) async fn passed(tx: &Write) -> Result<LogPosition> {
    let row = Entity::find_by_id(ROW).lock_exclusive().one(tx.conn()).await.db()?;
    Ok(row.map_or_else(LogPosition::default, |row| LogPosition { tx: row.tx, position: row.position }))
}

/// Moves to `to` wherever it stood.
pub(crate) async fn set(tx: &Write, to: LogPosition) -> Result<()> {
    let row = ActiveModel { id: Set(ROW), tx: Set(to.tx), position: Set(to.position) };
    let moved = OnConflict::column(Column::Id).update_columns([Column::Tx, Column::Position]).to_owned();
    Entity::insert(row).on_conflict(moved).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
