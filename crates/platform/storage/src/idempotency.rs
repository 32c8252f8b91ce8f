//! Idempotency keys: the same request twice is one act.

use crate::{Write, entities::idempotency_keys as keys, errors::Db as _};
use chrono::{DateTime, Utc};
use kernel::{Error, Result};
use sea_orm::{ActiveValue::Set, EntityTrait, TryInsertResult, sea_query::OnConflict};
use uuid::Uuid;

/// The longest key, in characters.
const LONGEST_KEY: usize = 200;

/// Whether a request is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Never seen: go on, the result has this id.
    New,
    /// Seen with the same content.
    Done {
        /// The id of its result.
        result: Uuid,
        /// When it was seen first.
        at: DateTime<Utc>,
    },
}

impl Write {
    /// Claims `key` for a request whose content has `digest` and whose result will have the id `result`. A second
    /// claim waits for the first transaction and then learns its result.
    ///
    /// # Errors
    /// Invalid `bad-idempotency-key` for a key that is empty or over 200 characters; conflict `key-reused` when the key
    /// was used for other content.
    pub async fn claim_key(&mut self, scope: &str, key: &str, digest: &str, result: Uuid) -> Result<Claim> {
        if key.is_empty() || key.chars().count() > LONGEST_KEY {
            return Err(Error::invalid("bad-idempotency-key"));
        }
        let row = keys::ActiveModel {
            scope: Set(scope.to_owned()),
            key: Set(key.to_owned()),
            digest: Set(digest.to_owned()),
            result: Set(result),
            created_at: Set(self.now()),
        };
        let inserted = keys::Entity::insert(row)
            .on_conflict(OnConflict::columns([keys::Column::Scope, keys::Column::Key]).do_nothing().to_owned())
            .try_insert()
            .exec_without_returning(self.conn())
            .await
            .db()?;
        if matches!(inserted, TryInsertResult::Inserted(1)) {
            return Ok(Claim::New);
        }
        let found = keys::Entity::find_by_id((scope.to_owned(), key.to_owned())).one(self.conn()).await.db()?;
        match found {
            Some(row) if row.digest == digest => Ok(Claim::Done { result: row.result, at: row.created_at }),
            _ => Err(Error::conflict("key-reused")),
        }
    }
}
