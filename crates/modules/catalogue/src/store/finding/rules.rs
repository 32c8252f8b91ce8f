//! `search_rules`: the revision of all rules together.

use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    entity::prelude::*,
    sea_query::{ExprTrait as _, OnConflict},
};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_rules")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The table has one row.
const ROW: i32 = 1;

/// The present revision; 0 before the first rule.
pub async fn revision(tx: &Read) -> Result<i64> {
    let row = Entity::find_by_id(ROW).one(tx.conn()).await.db()?;
    Ok(row.map_or(0, |row| row.revision))
}

/// Something changed.
pub async fn moved(tx: &Write) -> Result<()> {
    let next = Expr::col((Entity, Column::Revision)).add(1);
    let moved = OnConflict::column(Column::Id).value(Column::Revision, next).to_owned();
    let first = ActiveModel { id: Set(ROW), revision: Set(1) };
    Entity::insert(first).on_conflict(moved).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
