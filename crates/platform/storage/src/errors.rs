//! What the database says, in our words.

use kernel::{Error, Result};
use sea_orm::{ConnAcquireErr, DbErr, SqlErr};

/// Turns a database result into ours: `query.one(tx.conn()).await.db()?`.
pub trait Db<T> {
    /// The value, or our error.
    ///
    /// # Errors
    /// Conflict `already-exists` for a broken unique rule, unavailable `database-unavailable` when the database cannot
    /// be reached or is full, else internal `database`.
    fn db(self) -> Result<T>;
}

impl<T> Db<T> for std::result::Result<T, DbErr> {
    #[track_caller]
    fn db(self) -> Result<T> {
        match self {
            Ok(value) => Ok(value),
            Err(error) => Err(interpret(error)),
        }
    }
}

#[track_caller]
fn interpret(error: DbErr) -> Error {
    if matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
        return Error::conflict("already-exists").source(error);
    }
    if is_outage(&error) {
        return Error::unavailable("database-unavailable").source(error);
    }
    Error::internal("database").source(error)
}

/// Whether the platform's own storage failed: that says nothing about what was to be done with it.
pub(crate) fn is_own_outage(error: &Error) -> bool {
    matches!(error.key(), "database-unavailable" | "file-store")
}

/// Whether a connection that lay in the pool turned out to be ended by the server: another one may work at once.
pub(crate) fn is_broken_connection(error: &DbErr) -> bool {
    const SIGNS: [&str; 2] = ["error communicating with database", "terminating connection"];
    if matches!(error, DbErr::Conn(_) | DbErr::ConnectionAcquire(_)) {
        return false;
    }
    let text = error.to_string();
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// Whether waiting and asking again may help: no connection, no space, a restart, a broken pipe, a server that only reads
/// while another takes over, two who waited for each other.
fn is_outage(error: &DbErr) -> bool {
    if matches!(
        error,
        DbErr::Conn(_) | DbErr::ConnectionAcquire(ConnAcquireErr::Timeout | ConnAcquireErr::ConnectionClosed)
    ) {
        return true;
    }
    let text = error.to_string();
    const SIGNS: [&str; 19] = [
        "database or disk is full",
        "database is locked",
        "disk I/O error",
        "unable to open database file",
        "No space left on device",
        "could not extend file",
        "in a read-only transaction",
        "deadlock detected",
        "could not serialize access",
        "canceling statement due to",
        "too many clients already",
        "remaining connection slots",
        "too many connections",
        "terminating connection",
        "the database system is",
        "connection closed",
        "broken pipe",
        "Connection refused",
        "error communicating with database",
    ];
    SIGNS.iter().any(|sign| text.contains(sign))
}
