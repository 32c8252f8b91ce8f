//! Reading and writing `service_feed`.

use super::feed_rows::{Column, Entity, Model};
use super::versions;
use kernel::Result;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use storage::{Db as _, Read, Write};
use uuid::Uuid;

/// Rows of one statement: ten values each, well under the limit of both databases.
const ROWS: usize = 500;

/// The row with the highest number, listed or not.
pub async fn last(tx: &Read) -> Result<Option<Model>> {
    Entity::find().order_by_desc(Column::Number).one(tx.conn()).await.db()
}

/// The newest row that the public can see.
pub async fn last_listed(tx: &Read) -> Result<Option<Model>> {
    Entity::find().filter(Column::Listed.eq(true)).order_by_desc(Column::Number).one(tx.conn()).await.db()
}

/// The newest row of a service.
pub async fn last_of(tx: &Read, service: Uuid) -> Result<Option<Model>> {
    let rows = Entity::find().filter(Column::Service.eq(service)).order_by_desc(Column::Number);
    rows.one(tx.conn()).await.db()
}

/// The next listed rows after a number.
pub async fn listed_after(tx: &Read, number: i64, limit: u64) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::Listed.eq(true)).filter(Column::Number.gt(number));
    rows.order_by_asc(Column::Number).limit(limit).all(tx.conn()).await.db()
}

/// The next rows after a number, listed or not.
pub async fn after(tx: &Read, number: i64, limit: u64) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::Number.gt(number)).order_by_asc(Column::Number);
    rows.limit(limit).all(tx.conn()).await.db()
}

/// Adds rows.
pub async fn add(tx: &Write, rows: &[Model]) -> Result<()> {
    for rows in rows.chunks(ROWS) {
        let rows = rows.iter().map(|row| row.clone().into_active_model().reset_all());
        Entity::insert_many(rows).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// Forgets every row.
pub async fn clear(tx: &Write) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    Ok(())
}

/// Whether each of these versions is for the staff of institutions only; versions that are not there are left out.
pub async fn internal(tx: &Read, wanted: &[(Uuid, i32)]) -> Result<HashMap<(Uuid, i32), bool>> {
    let found = versions::exact::<Marks>(tx, wanted).await?;
    Ok(found.into_iter().map(|(version, marks)| (version, marks.flags.internal)).collect())
}

/// The only part of a description that the feed needs.
#[derive(serde::Deserialize)]
struct Marks {
    #[serde(default)]
    flags: crate::Flags,
}
