//! Pools of connections, some of which may be of before a restart of the server.

use crate::errors::{Db as _, is_broken_connection};
use kernel::Result;
use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr, TransactionOptions, TransactionTrait as _};

/// So many broken connections are passed over in a row: more than a pool keeps while nobody uses it.
const BROKEN_AT_MOST: usize = 64;

/// Asks `question` again as long as the connection it got had been ended by the server. That shows only when a connection
/// is used, and to try each before its use would cost every request a trip. Only for what changes nothing.
pub async fn past_broken<T, F>(question: impl Fn() -> F) -> std::result::Result<T, DbErr>
where
    F: Future<Output = std::result::Result<T, DbErr>>,
{
    for _ in 0..BROKEN_AT_MOST {
        match question().await {
            Err(error) if is_broken_connection(&error) => {}
            told => return told,
        }
    }
    question().await
}

/// Begins a transaction on a connection that works.
pub async fn begin(pool: &DatabaseConnection, options: TransactionOptions) -> Result<DatabaseTransaction> {
    past_broken(|| pool.begin_with_options(options)).await.db()
}
