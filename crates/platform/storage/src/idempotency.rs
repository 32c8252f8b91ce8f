//! Idempotency keys: the same request twice is one act.

use crate::{Write, entities::idempotency_keys as keys, errors::Db as _};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Result};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, TryInsertResult,
    sea_query::OnConflict,
};
use uuid::Uuid;

/// The longest key, in characters.
const LONGEST_KEY: usize = 200;

/// Keys are remembered so many days; whoever sends the same request later than that sends a new one. The description of
/// the interface promises it.
pub const KEEP_KEYS_DAYS: i64 = 90;

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

    /// Forgets keys that are older than [`KEEP_KEYS_DAYS`], the oldest first and `at_most` so many, so that nobody waits
    /// long for the one who writes; those of one unit of work go together. Answers how many went.
    ///
    /// # Errors
    /// Unavailable when the database cannot be reached.
    pub async fn forget_keys(&mut self, at_most: u64) -> Result<u64> {
        let last: Option<DateTime<Utc>> = keys::Entity::find()
            .select_only()
            .column(keys::Column::CreatedAt)
            .order_by_asc(keys::Column::CreatedAt)
            .offset(at_most.saturating_sub(1))
            .into_tuple()
            .one(self.conn())
            .await
            .db()?;
        let old = keys::Column::CreatedAt.lt(self.now() - TimeDelta::days(KEEP_KEYS_DAYS));
        let portion = last.map(|last| keys::Column::CreatedAt.lte(last));
        let which = Condition::all().add(old).add_option(portion);
        Ok(keys::Entity::delete_many().filter(which).exec(self.conn()).await.db()?.rows_affected)
    }
}
