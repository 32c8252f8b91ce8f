//! Numbers counted per series: service codes, case numbers. Never given twice; a crash may leave a gap.

use crate::{Write, dialect, entities::number_series as series, errors::Db as _, pool};
use kernel::Result;
use sea_orm::{
    ActiveValue::Set,
    ConnectionTrait, DatabaseConnection, EntityTrait, TransactionOptions,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// How many numbers a process reserves at once on PostgreSQL.
const BLOCK: i64 = 50;

/// Numbers of one series that this process has reserved and not given yet. Locked while the next block is fetched, so that
/// of many who want a number at once one asks the database.
type Block = Arc<tokio::sync::Mutex<Range<i64>>>;

/// The blocks of all series. No series waits for the block of another.
#[derive(Debug)]
pub struct Numbers {
    conn: DatabaseConnection,
    blocks: Mutex<HashMap<String, Block>>,
}

impl Numbers {
    pub fn new(conn: DatabaseConnection) -> Self {
        Self { conn, blocks: Mutex::new(HashMap::new()) }
    }

    pub async fn close(&self) -> Result<()> {
        self.conn.close_by_ref().await.db()
    }

    async fn next(&self, name: &str) -> Result<i64> {
        let block = self.block(name);
        let mut block = block.lock().await;
        if let Some(number) = block.next() {
            return Ok(number);
        }
        let tx = pool::begin(&self.conn, TransactionOptions::default()).await?;
        let first = advance(&tx, name, BLOCK).await?;
        tx.commit().await.db()?;
        *block = first + 1..first + BLOCK;
        Ok(first)
    }

    fn block(&self, name: &str) -> Block {
        let mut blocks = self.blocks.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(blocks.entry(name.to_owned()).or_default())
    }
}

impl Write {
    /// The next number of a series, from 1.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn next_number(&mut self, name: &str) -> Result<i64> {
        if dialect::counts_in_transaction(self.conn().get_database_backend()) {
            advance(self.conn(), name, 1).await
        } else {
            self.shared().numbers.next(name).await
        }
    }
}

/// Moves a series on by `count` and returns the first number of the block. One statement, also for a new series.
async fn advance(conn: &impl ConnectionTrait, name: &str, count: i64) -> Result<i64> {
    let row = series::ActiveModel { series: Set(name.to_owned()), next: Set(1 + count) };
    let mut known = OnConflict::column(series::Column::Series);
    known.value(series::Column::Next, Expr::col((series::Entity, series::Column::Next)).add(count));
    let moved = series::Entity::insert(row).on_conflict(known).exec_with_returning(conn).await.db()?;
    Ok(moved.next - count)
}
