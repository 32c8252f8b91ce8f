//! `service_votes`.

use crate::ServiceVotes;
use kernel::{Result, ServiceId};
use sea_orm::{
    ActiveValue::Set,
    ExprTrait as _,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_votes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: Uuid,
    pub helpful: i64,
    pub unhelpful: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Counts one more answer.
pub async fn count(tx: &Write, service: ServiceId, helpful: bool) -> Result<()> {
    let row = ActiveModel {
        service: Set(service.uuid()),
        helpful: Set(i64::from(helpful)),
        unhelpful: Set(i64::from(!helpful)),
    };
    let sum = |column: Column, new: &str| Expr::col((Entity, column)).add(Expr::cust(format!("excluded.{new}")));
    let mut there = OnConflict::column(Column::Service);
    there.value(Column::Helpful, sum(Column::Helpful, "helpful"));
    there.value(Column::Unhelpful, sum(Column::Unhelpful, "unhelpful"));
    Entity::insert(row).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The answers about these services; those that nobody answered about are missing.
pub async fn of(tx: &Read, services: &[ServiceId]) -> Result<BTreeMap<ServiceId, ServiceVotes>> {
    if services.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids = services.iter().map(|id| id.uuid());
    let rows = Entity::find().filter(Column::Service.is_in(ids)).all(tx.conn()).await.db()?;
    let votes = |row: &Model| ServiceVotes { helpful: row.helpful, unhelpful: row.unhelpful };
    Ok(rows.iter().map(|row| (ServiceId::new(row.service), votes(row))).collect())
}
