//! Queries about API clients.

use super::rows::api_clients;
use kernel::{ApiClientId, InstitutionId, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use storage::{Db, Read, Write};

/// One client.
pub async fn find(tx: &Read, id: ApiClientId) -> Result<Option<api_clients::Model>> {
    api_clients::Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()
}

/// Clients of an institution, by name.
pub async fn of_institution(tx: &Read, institution: InstitutionId) -> Result<Vec<api_clients::Model>> {
    api_clients::Entity::find()
        .filter(api_clients::Column::InstitutionId.eq(institution.uuid()))
        .order_by_asc(api_clients::Column::Name)
        .order_by_asc(api_clients::Column::Id)
        .all(tx.conn())
        .await
        .db()
}

/// Adds a client.
pub async fn insert(tx: &mut Write, row: api_clients::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    api_clients::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Keeps all of a client's row.
pub async fn update(tx: &mut Write, row: api_clients::Model) -> Result<()> {
    row.into_active_model().reset_all().update(tx.conn()).await.db()?;
    Ok(())
}
