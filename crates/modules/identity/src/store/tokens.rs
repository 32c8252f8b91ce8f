//! Queries about access tokens.

use super::rows::{access_tokens, api_clients};
use chrono::{DateTime, Utc};
use kernel::Result;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, FromQueryResult, IntoActiveModel, JoinType, QueryFilter, QuerySelect,
    RelationTrait,
};
use storage::{Db, Read, Write};

/// A token, and when the system that it was given to was revoked.
#[derive(Debug, FromQueryResult)]
pub struct Found {
    #[sea_orm(nested)]
    pub token: access_tokens::Model,
    pub client_revoked_at: Option<DateTime<Utc>>,
}

/// The token of a hash: one query by primary key.
pub async fn find(tx: &Read, token_hash: &str) -> Result<Option<Found>> {
    access_tokens::Entity::find_by_id(token_hash)
        .join(JoinType::LeftJoin, access_tokens::Relation::ApiClient.def())
        .column_as(api_clients::Column::RevokedAt, "client_revoked_at")
        .into_model::<Found>()
        .one(tx.conn())
        .await
        .db()
}

/// Adds a token.
pub async fn insert(tx: &mut Write, row: access_tokens::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    access_tokens::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Removes tokens that expired before `before`; answers how many.
pub async fn purge(tx: &mut Write, before: DateTime<Utc>) -> Result<u64> {
    let old = access_tokens::Column::ExpiresAt.lt(before);
    Ok(access_tokens::Entity::delete_many().filter(old).exec(tx.conn()).await.db()?.rows_affected)
}
