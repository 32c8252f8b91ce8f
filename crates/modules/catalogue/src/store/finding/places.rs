//! `place_lookups`: how often the nearest place of a service was looked up in a month.

use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait as _, OnConflict},
};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "place_lookups")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub means: String,
    pub lookups: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn add(tx: &Write, month: &str, service: &str, means: &str, lookups: i64) -> Result<()> {
    let again = OnConflict::columns([Column::Month, Column::Service, Column::Means])
        .value(Column::Lookups, Expr::col((Entity, Column::Lookups)).add(lookups))
        .to_owned();
    let row = ActiveModel {
        month: Set(month.to_owned()),
        service: Set(service.to_owned()),
        means: Set(means.to_owned()),
        lookups: Set(lookups),
    };
    Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Counts from a month on, newest month first, at most `limit`.
pub async fn since(tx: &Read, month: &str, limit: u64) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::Month.gte(month))
        .order_by_desc(Column::Month)
        .order_by_asc(Column::Service)
        .order_by_asc(Column::Means)
        .limit(limit);
    rows.all(tx.conn()).await.db()
}
