//! `correction_holders`: how many reported mistakes each institution dealt with.

use crate::situations::CorrectionStanding;
use kernel::{InstitutionId, Result};
use sea_orm::{
    ActiveValue::Set,
    ExprTrait as _,
    entity::prelude::*,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "correction_holders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub responsible: Uuid,
    pub ended: i64,
    pub ended_late: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Counts one more that was dealt with.
pub async fn count(tx: &Write, responsible: InstitutionId, late: bool) -> Result<()> {
    let row = ActiveModel { responsible: Set(responsible.uuid()), ended: Set(1), ended_late: Set(i64::from(late)) };
    let sum = |column: Column, new: &str| Expr::col((Entity, column)).add(Expr::cust(format!("excluded.{new}")));
    let mut there = OnConflict::column(Column::Responsible);
    there.value(Column::Ended, sum(Column::Ended, "ended"));
    there.value(Column::EndedLate, sum(Column::EndedLate, "ended_late"));
    Entity::insert(row).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// What these institutions dealt with; nothing is said of those that still have open reports.
pub async fn of(tx: &Read, ids: &[Uuid]) -> Result<BTreeMap<Uuid, CorrectionStanding>> {
    let rows = Entity::find().filter(Column::Responsible.is_in(ids.iter().copied())).all(tx.conn()).await.db()?;
    let standing = |row: &Model| CorrectionStanding { ended: row.ended, ended_late: row.ended_late, overdue: 0 };
    Ok(rows.iter().map(|row| (row.responsible, standing(row))).collect())
}
