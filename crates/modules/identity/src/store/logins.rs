//! Queries about sign-ins that were begun.

use super::rows::pending_logins;
use chrono::{DateTime, Utc};
use kernel::Result;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use storage::{Db, Write};

pub use super::rows::pending_logins::Model as PendingRow;

/// Keeps a sign-in that was begun.
pub async fn insert(tx: &mut Write, row: PendingRow) -> Result<()> {
    let row = row.into_active_model().reset_all();
    pending_logins::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Takes a sign-in away: only the first who asks gets it.
pub async fn take(tx: &mut Write, state_hash: &str) -> Result<Option<PendingRow>> {
    let Some(row) = pending_logins::Entity::find_by_id(state_hash).one(tx.conn()).await.db()? else {
        return Ok(None);
    };
    let gone = pending_logins::Entity::delete_by_id(state_hash).exec(tx.conn()).await.db()?;
    Ok((gone.rows_affected == 1).then_some(row))
}

/// Removes sign-ins that expired before `before`; answers how many.
pub async fn purge(tx: &mut Write, before: DateTime<Utc>) -> Result<u64> {
    let old = pending_logins::Column::ExpiresAt.lt(before);
    Ok(pending_logins::Entity::delete_many().filter(old).exec(tx.conn()).await.db()?.rows_affected)
}
