//! `service_scores`: the score of each description from change to change.

use super::scores::Row;
use kernel::Result;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*, sea_query::OnConflict};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_scores")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub at: DateTimeUtc,
    pub version: i32,
    pub score: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Adds the scores that are not the last ones of their services; twice in one instant the later one stands.
pub async fn keep(tx: &Write, rows: &[Row]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let last = last_of(tx, rows).await?;
    let new = rows.iter().filter(|row| last.get(&row.service) != Some(&row.score)).map(|row| ActiveModel {
        service: Set(row.service),
        at: Set(row.at),
        version: Set(row.version),
        score: Set(row.score),
    });
    let new: Vec<ActiveModel> = new.collect();
    let again =
        OnConflict::columns([Column::Service, Column::At]).update_columns([Column::Version, Column::Score]).to_owned();
    for rows in new.chunks(500) {
        Entity::insert_many(rows.to_vec()).on_conflict(again.clone()).exec_without_returning(tx.conn()).await.db()?;
    }
    Ok(())
}

/// The last kept scores of the services.
async fn last_of(tx: &Read, rows: &[Row]) -> Result<BTreeMap<Uuid, i32>> {
    let of_all: Vec<(Uuid, i32)> = Entity::find()
        .select_only()
        .column(Column::Service)
        .column(Column::Score)
        .filter(Column::Service.is_in(rows.iter().map(|row| row.service)))
        .order_by_asc(Column::Service)
        .order_by_asc(Column::At)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(of_all.into_iter().collect())
}

/// The last changes of a service, oldest first.
pub async fn of(tx: &Read, service: Uuid, limit: u64) -> Result<Vec<Model>> {
    let newest = Entity::find().filter(Column::Service.eq(service)).order_by_desc(Column::At).limit(limit);
    let mut changes = newest.all(tx.conn()).await.db()?;
    changes.reverse();
    Ok(changes)
}
