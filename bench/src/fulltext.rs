//! The same texts and questions on PostgreSQL's own full-text search: what stands beside our figures.
use std::time::{Duration, Instant};

use kernel::Caller;
use sea_orm::{ConnectionTrait, Statement, Value};
use storage::{Database, Settings, Write};
use tempfile::TempDir;
use test_support::TestPostgres;

use crate::Failure;

/// Rows of one insertion.
const BATCH: usize = 500;

/// A table of texts with its index.
pub struct FullText {
    db: Database,
    /// `unaccent` where the server has it.
    fold: &'static str,
    _cluster: TestPostgres,
    _folder: TempDir,
}

impl FullText {
    /// Fills the table: title, keywords and body with their weights.
    pub async fn fill(texts: &[[String; 3]]) -> Result<(Self, Duration), Failure> {
        let cluster = TestPostgres::start();
        let folder = tempfile::tempdir()?;
        let url = cluster.fresh_database();
        let db = Database::connect(Settings::new(url, folder.path().join("files"))).await?;
        let accents = db.write(&Caller::engine()).await?;
        let fold = match run(&accents, "CREATE EXTENSION IF NOT EXISTS unaccent", vec![]).await {
            Ok(()) => {
                accents.commit().await?;
                "unaccent"
            }
            Err(_) => "lower",
        };
        let begun = Instant::now();
        let tx = db.write(&Caller::engine()).await?;
        run(&tx, "CREATE TABLE texts (id integer PRIMARY KEY, words tsvector NOT NULL)", vec![]).await?;
        for (batch, rows) in texts.chunks(BATCH).enumerate() {
            let mut sql = "INSERT INTO texts VALUES ".to_owned();
            let mut values: Vec<Value> = Vec::new();
            for (place, [title, keywords, body]) in rows.iter().enumerate() {
                let (n, comma) = (place * 4, if place > 0 { "," } else { "" });
                let part = |at: usize, weight: char| {
                    format!("setweight(to_tsvector('simple', {fold}(${})), '{weight}')", n + at)
                };
                let vector = [part(2, 'A'), part(3, 'B'), part(4, 'D')].join(" || ");
                sql.push_str(&format!("{comma}(${}, {vector})", n + 1));
                let id = i32::try_from(batch * BATCH + place)?;
                values.extend([id.into(), title.clone().into(), keywords.clone().into(), body.clone().into()]);
            }
            run(&tx, &sql, values).await?;
        }
        run(&tx, "CREATE INDEX texts_words ON texts USING gin (words)", vec![]).await?;
        tx.commit().await?;
        let took = begun.elapsed();
        let tx = db.write(&Caller::engine()).await?;
        run(&tx, "ANALYZE texts", vec![]).await?;
        tx.commit().await?;
        Ok((Self { db, fold, _cluster: cluster, _folder: folder }, took))
    }

    /// How long each question takes: every word, the last one perhaps unfinished, the twenty best.
    pub async fn times(&self, questions: &[String]) -> Result<Vec<Duration>, Failure> {
        let sql = format!(
            "SELECT id, ts_rank(words, wanted) AS rank FROM texts, to_tsquery('simple', {}($1)) AS wanted \
             WHERE words @@ wanted ORDER BY rank DESC LIMIT 20",
            self.fold
        );
        let tx = self.db.read(&Caller::engine()).await?;
        let mut times = Vec::new();
        for question in questions {
            let words: Vec<&str> = question.split_whitespace().collect();
            let wanted = format!("{}:*", words.join(" & "));
            let begun = Instant::now();
            let statement =
                Statement::from_sql_and_values(tx.conn().get_database_backend(), &sql, [Value::from(wanted)]);
            tx.conn().query_all_raw(statement).await?;
            times.push(begun.elapsed());
        }
        Ok(times)
    }
}

async fn run(tx: &Write, sql: &str, values: Vec<Value>) -> Result<(), Failure> {
    let statement = Statement::from_sql_and_values(tx.conn().get_database_backend(), sql, values);
    tx.conn().execute_raw(statement).await?;
    Ok(())
}
