//! A transaction whose new rows travel together.

use crate::dialect;
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr, sea_query::InsertStatement};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Mutex;

/// A transaction of the database, and the new rows that wait to be sent.
///
/// A trip to the database costs about the same whatever it carries, so new rows wait for the next question or the
/// commit and go in one trip. Everything that reaches the connection goes through
/// [`Transaction::ready`]: no question can miss a row that waits.
#[derive(Debug)]
pub struct Transaction {
    conn: DatabaseTransaction,
    waiting: Mutex<Waiting>,
    /// A question was refused. PostgreSQL answers a commit after that as if it had kept something, and SQLite may have
    /// ended the transaction: nothing may be committed.
    refused: AtomicBool,
}

#[derive(Debug)]
enum Waiting {
    Rows(Vec<NewRows>),
    /// Rows were on their way when the database refused them or the wait was given up: nothing may be committed.
    Lost,
}

#[derive(Debug)]
struct NewRows {
    table: &'static str,
    insert: InsertStatement,
}

impl Transaction {
    pub fn new(conn: DatabaseTransaction) -> Self {
        Self { conn, waiting: Mutex::new(Waiting::Rows(Vec::new())), refused: AtomicBool::new(false) }
    }

    pub fn backend(&self) -> sea_orm::DbBackend {
        self.conn.get_database_backend()
    }

    /// Lets new rows of a table wait. Rows of one table keep their order: the earlier ones are sent first, because
    /// within one trip the database promises none.
    pub async fn put(&self, table: &'static str, insert: InsertStatement) -> Result<(), DbErr> {
        let mut waiting = self.waiting.lock().await;
        if waiting.has(table) {
            self.send(&mut waiting).await?;
        }
        match &mut *waiting {
            Waiting::Rows(rows) => rows.push(NewRows { table, insert }),
            Waiting::Lost => return Err(lost()),
        }
        Ok(())
    }

    /// The connection, with nothing waiting.
    pub async fn ready(&self) -> Result<&DatabaseTransaction, DbErr> {
        self.send(&mut *self.waiting.lock().await).await?;
        Ok(&self.conn)
    }

    /// What came of a question; one that was refused is remembered.
    pub fn noted<T>(&self, answer: Result<T, DbErr>) -> Result<T, DbErr> {
        if answer.is_err() {
            self.refused.store(true, Ordering::Relaxed);
        }
        answer
    }

    /// Keeps everything.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.ready().await?;
        if self.refused.load(Ordering::Relaxed) {
            return Err(lost());
        }
        self.conn.commit().await
    }

    async fn send(&self, waiting: &mut Waiting) -> Result<(), DbErr> {
        match waiting {
            Waiting::Rows(rows) if rows.is_empty() => return Ok(()),
            Waiting::Rows(_) => (),
            Waiting::Lost => return Err(lost()),
        }
        // Lost until the database has them: also when this future is dropped half-way.
        if let Waiting::Rows(rows) = std::mem::replace(waiting, Waiting::Lost) {
            let inserts = rows.into_iter().map(|rows| rows.insert).collect();
            if let Some(statement) = dialect::in_one_trip(self.backend(), inserts) {
                self.conn.execute_raw(statement).await?;
            }
        }
        *waiting = Waiting::Rows(Vec::new());
        Ok(())
    }
}

impl Waiting {
    fn has(&self, table: &str) -> bool {
        matches!(self, Self::Rows(rows) if rows.iter().any(|rows| rows.table == table))
    }
}

fn lost() -> DbErr {
    DbErr::Custom("a part of this unit of work was refused or did not reach the database".to_owned())
}
