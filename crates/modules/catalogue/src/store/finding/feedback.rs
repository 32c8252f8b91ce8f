//! `search_feedback`.

use crate::finding::{FeedbackLine, GiveFeedback};
use chrono::{DateTime, Utc};
use kernel::Result;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_feedback")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTimeUtc,
    pub locale: String,
    pub query: String,
    pub results: i64,
    pub found: bool,
    pub opened: Option<String>,
    pub comment: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn insert(tx: &Write, given: &GiveFeedback) -> Result<()> {
    let row = ActiveModel {
        id: Set(tx.ids().uuid()),
        at: Set(tx.now()),
        locale: Set(given.locale.as_str().to_owned()),
        query: Set(given.query.clone()),
        results: Set(i64::try_from(given.results).unwrap_or(i64::MAX)),
        found: Set(given.found),
        opened: Set(given.opened.clone()),
        comment: Set(given.comment.clone()),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Forgets what is older.
pub async fn forget_before(tx: &Write, at: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::At.lt(at)).exec(tx.conn()).await.db()?;
    Ok(())
}

/// The newest since an instant; newest first.
pub async fn newest(tx: &Read, since: DateTime<Utc>, limit: u64) -> Result<Vec<FeedbackLine>> {
    let rows = Entity::find()
        .filter(Column::At.gte(since))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(tx.conn())
        .await
        .db()?;
    let line = |row: Model| FeedbackLine {
        at: row.at,
        query: row.query,
        results: row.results,
        found: row.found,
        opened: row.opened,
        comment: row.comment,
    };
    Ok(rows.into_iter().map(line).collect())
}
