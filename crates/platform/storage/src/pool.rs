//! Pools of connections, some of which may be of before a restart of the server.

use crate::errors::{Db as _, is_broken_connection};
use kernel::Result;
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionOptions, TransactionTrait as _};

/// So many broken connections are passed over in a row: more than a pool keeps while nobody uses it.
pub const BROKEN_AT_MOST: usize = 64;

/// Begins a transaction on a connection that works. That the server ended a connection shows only when it is used, and to
/// try each before its use would cost every request a trip. Nothing was asked on it yet, so the next one takes its place.
pub async fn begin(pool: &DatabaseConnection, options: TransactionOptions) -> Result<DatabaseTransaction> {
    for _ in 0..BROKEN_AT_MOST {
        match pool.begin_with_options(options).await {
            Err(error) if is_broken_connection(&error) => {}
            begun => return begun.db(),
        }
    }
    pool.begin_with_options(options).await.db()
}
