//! Queries about API clients.

use super::rows::api_clients;
use chrono::{DateTime, Utc};
use kernel::{ApiClientId, InstitutionId, Result};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, UpdateMany,
    sea_query::Expr,
};
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

/// Notes that a client was used; answers whether it is still in force.
pub async fn touch(tx: &mut Write, id: ApiClientId) -> Result<bool> {
    let used = api_clients::ActiveModel { last_used_at: Set(Some(tx.now())), ..Default::default() };
    in_force(tx, id, api_clients::Entity::update_many().set(used)).await
}

/// Gives a client another secret and keeps the one that it has now until `until`; answers whether it is still in force.
pub async fn renew(tx: &mut Write, id: ApiClientId, secret_hash: String, until: DateTime<Utc>) -> Result<bool> {
    let renewed = api_clients::ActiveModel {
        secret_hash: Set(secret_hash),
        previous_until: Set(Some(until)),
        ..Default::default()
    };
    // The former is the one that stands in the row, not the one that was read: of two renewals at once both count.
    let change = api_clients::Entity::update_many()
        .set(renewed)
        .col_expr(api_clients::Column::PreviousSecretHash, Expr::col(api_clients::Column::SecretHash));
    in_force(tx, id, change).await
}

/// Revokes a client; answers whether it was still in force.
pub async fn revoke(tx: &mut Write, id: ApiClientId) -> Result<bool> {
    let over = api_clients::ActiveModel { revoked_at: Set(Some(tx.now())), ..Default::default() };
    in_force(tx, id, api_clients::Entity::update_many().set(over)).await
}

/// Changes some columns of a client that was not revoked. Each use writes only its own: a system asks for a token at any
/// moment, and none may undo what another wrote since the row was read.
async fn in_force(tx: &Write, id: ApiClientId, change: UpdateMany<api_clients::Entity>) -> Result<bool> {
    let changed = change
        .filter(api_clients::Column::Id.eq(id.uuid()))
        .filter(api_clients::Column::RevokedAt.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(changed.rows_affected == 1)
}
