//! `search_months`: how often something was searched for in a month, and what people said of the answers.

use crate::finding::SearchMonth;
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{ExprTrait as _, OnConflict},
};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_months")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    pub searches: i64,
    pub empty: i64,
    pub found: i64,
    pub missed: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// So many months are read at most.
const MOST: u64 = 60;

/// Adds to the counts of a month.
pub async fn add(tx: &Write, more: &SearchMonth) -> Result<()> {
    let sum = |column: Column, more: i64| Expr::col((Entity, column)).add(more);
    let again = OnConflict::column(Column::Month)
        .value(Column::Searches, sum(Column::Searches, more.searches))
        .value(Column::Empty, sum(Column::Empty, more.empty))
        .value(Column::Found, sum(Column::Found, more.found))
        .value(Column::Missed, sum(Column::Missed, more.missed))
        .to_owned();
    let row = ActiveModel {
        month: Set(more.month.clone()),
        searches: Set(more.searches),
        empty: Set(more.empty),
        found: Set(more.found),
        missed: Set(more.missed),
    };
    Entity::insert(row).on_conflict(again).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Counts from a month on, oldest first.
pub async fn since(tx: &Read, month: &str) -> Result<Vec<SearchMonth>> {
    let rows = Entity::find().filter(Column::Month.gte(month)).order_by_asc(Column::Month).limit(MOST);
    let line = |row: Model| SearchMonth {
        month: row.month,
        searches: row.searches,
        empty: row.empty,
        found: row.found,
        missed: row.missed,
    };
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(line).collect())
}
