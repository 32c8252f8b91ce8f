//! Sources and the services their cases belong to.

use super::entities::import_sources::{ActiveModel, Column, Entity};
use kernel::{InstitutionId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use storage::{Db as _, Write};

/// The service that the cases of a source belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) service: String,
    pub(crate) holder: InstitutionId,
}

/// The service that an earlier import of this source made; notes that it is imported again.
pub(crate) async fn target(tx: &Write, source: &str) -> Result<Option<Target>> {
    let Some(row) = Entity::find_by_id(source.to_owned()).one(tx.conn()).await.db()? else { return Ok(None) };
    Entity::update_many()
        .col_expr(Column::LastAt, Expr::value(tx.now()))
        .filter(Column::Source.eq(source))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(Some(Target { service: row.service_code, holder: InstitutionId::new(row.holder) }))
}

/// Keeps the service of a new source.
pub(crate) async fn keep_target(tx: &Write, source: &str, target: &Target) -> Result<()> {
    let row = ActiveModel {
        source: Set(source.to_owned()),
        service_code: Set(target.service.clone()),
        holder: Set(target.holder.uuid()),
        first_at: Set(tx.now()),
        last_at: Set(tx.now()),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
