//! What the queries of a unit of work run on.

use crate::{pool::past_broken, transaction::Transaction};
use async_trait::async_trait;
use futures::{Stream, StreamExt as _};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement, StreamTrait};
use std::pin::Pin;

/// A transaction, or for a single question the bare connection: two trips to the database less.
#[derive(Debug)]
pub enum Conn {
    /// All questions see the same state.
    Transaction(Transaction),
    /// Each question sees the latest state. It only reads, so on a connection that the server ended it is asked again.
    Bare(DatabaseConnection),
}

#[async_trait]
impl ConnectionTrait for Conn {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Transaction(conn) => conn.backend(),
            Self::Bare(conn) => ConnectionTrait::get_database_backend(conn),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        match self {
            Self::Transaction(conn) => conn.noted(conn.ready().await?.execute_raw(statement).await),
            Self::Bare(conn) => conn.execute_raw(statement).await,
        }
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        match self {
            Self::Transaction(conn) => conn.noted(conn.ready().await?.execute_unprepared(sql).await),
            Self::Bare(conn) => conn.execute_unprepared(sql).await,
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        match self {
            Self::Transaction(conn) => conn.noted(conn.ready().await?.query_one_raw(statement).await),
            Self::Bare(conn) => past_broken(|| conn.query_one_raw(statement.clone())).await,
        }
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        match self {
            Self::Transaction(conn) => conn.noted(conn.ready().await?.query_all_raw(statement).await),
            Self::Bare(conn) => past_broken(|| conn.query_all_raw(statement.clone())).await,
        }
    }
}

type Rows<'a> = Pin<Box<dyn Stream<Item = Result<QueryResult, DbErr>> + Send + 'a>>;

impl StreamTrait for Conn {
    type Stream<'a> = Rows<'a>;

    fn get_database_backend(&self) -> DbBackend {
        ConnectionTrait::get_database_backend(self)
    }

    fn stream_raw<'a>(
        &'a self,
        statement: Statement,
    ) -> Pin<Box<dyn Future<Output = Result<Rows<'a>, DbErr>> + Send + 'a>> {
        Box::pin(async move {
            Ok(match self {
                Self::Transaction(conn) => conn.ready().await?.stream_raw(statement).await?.boxed(),
                Self::Bare(conn) => conn.stream_raw(statement).await?.boxed(),
            })
        })
    }
}
