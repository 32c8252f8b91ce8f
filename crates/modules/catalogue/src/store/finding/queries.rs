//! `search_queries`: how often something was asked on a day.

use chrono::NaiveDate;
use kernel::{Locale, Result};
use sea_orm::{
    ActiveValue::Set,
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait as _, OnConflict},
};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_queries")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    #[sea_orm(primary_key, auto_increment = false)]
    pub query: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub locale: String,
    pub searches: i64,
    pub empty: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds to the counts of a day.
pub async fn add(tx: &Write, day: NaiveDate, query: &str, locale: Locale, searches: i64, empty: i64) -> Result<()> {
    let sum = |column: Column, more: i64| Expr::col((Entity, column)).add(more);
    let again = OnConflict::columns([Column::Day, Column::Query, Column::Locale])
        .value(Column::Searches, sum(Column::Searches, searches))
        .value(Column::Empty, sum(Column::Empty, empty))
        .to_owned();
    let row = ActiveModel {
        day: Set(day),
        query: Set(query.to_owned()),
        locale: Set(locale.as_str().to_owned()),
        searches: Set(searches),
        empty: Set(empty),
    };
    Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Forgets what is older.
pub async fn forget_before(tx: &Write, day: NaiveDate) -> Result<()> {
    Entity::delete_many().filter(Column::Day.lt(day)).exec(tx.conn()).await.db()?;
    Ok(())
}

/// The most asked queries since a day, with how often they were asked and how often nothing was found; only those that
/// found nothing when `empty`.
pub async fn most(tx: &Read, since: NaiveDate, empty: bool, limit: u64) -> Result<Vec<(String, i64, i64)>> {
    let sum = |column: Column| column.sum().cast_as("bigint");
    let by = if empty { Column::Empty } else { Column::Searches };
    let mut query = Entity::find()
        .select_only()
        .column(Column::Query)
        .column_as(sum(Column::Searches), "searches")
        .column_as(sum(Column::Empty), "empty")
        .filter(Column::Day.gte(since));
    if empty {
        query = query.filter(Column::Empty.gt(0));
    }
    let most = query.group_by(Column::Query).order_by_desc(by.sum()).order_by_asc(Column::Query).limit(limit);
    most.into_tuple().all(tx.conn()).await.db()
}
