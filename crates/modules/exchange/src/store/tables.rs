//! Reading and writing `service_tables`.

use super::entities::service_tables as row;
use chrono::{DateTime, Utc};
use kernel::{InstitutionId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use storage::{Db as _, Read, Write};
use uuid::Uuid;

/// Keeps a table.
pub(crate) async fn keep(tx: &Write, id: Uuid, institution: InstitutionId, name: &str, content: String) -> Result<()> {
    let row = row::ActiveModel {
        id: Set(id),
        institution: Set(institution.uuid()),
        name: Set(name.to_owned()),
        content: Set(content),
        created_at: Set(tx.now()),
    };
    row::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The content of a table of an institution that was kept at or after `since`.
pub(crate) async fn find(
    tx: &Read,
    id: Uuid,
    institution: InstitutionId,
    since: DateTime<Utc>,
) -> Result<Option<String>> {
    let found = row::Entity::find_by_id(id)
        .filter(row::Column::Institution.eq(institution.uuid()))
        .filter(row::Column::CreatedAt.gte(since));
    Ok(found.one(tx.conn()).await.db()?.map(|row| row.content))
}

/// Forgets a table of an institution.
pub(crate) async fn forget(tx: &Write, id: Uuid, institution: InstitutionId) -> Result<()> {
    let one = row::Entity::delete_many()
        .filter(row::Column::Id.eq(id))
        .filter(row::Column::Institution.eq(institution.uuid()));
    one.exec(tx.conn()).await.db()?;
    Ok(())
}

/// Forgets the tables of an institution that are older.
pub(crate) async fn forget_before(tx: &Write, institution: InstitutionId, before: DateTime<Utc>) -> Result<()> {
    let old = row::Entity::delete_many()
        .filter(row::Column::Institution.eq(institution.uuid()))
        .filter(row::Column::CreatedAt.lt(before));
    old.exec(tx.conn()).await.db()?;
    Ok(())
}
