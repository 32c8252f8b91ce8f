//! Queries about sessions.

use super::rows::{organisations, persons, sessions};
use chrono::{DateTime, Utc};
use kernel::{PersonId, Result};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, FromQueryResult, IntoActiveModel, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait,
};
use storage::{Db, Read, Write};
use uuid::Uuid;

/// A session with the names to show.
#[derive(Debug, FromQueryResult)]
pub struct Found {
    #[sea_orm(nested)]
    pub session: sessions::Model,
    pub given_name: String,
    pub family_name: String,
    pub locale: String,
    pub organisation_name: Option<String>,
}

/// The session of a token's hash: one query by primary key.
pub async fn find(tx: &Read, token_hash: &str) -> Result<Option<Found>> {
    sessions::Entity::find_by_id(token_hash)
        .join(JoinType::InnerJoin, sessions::Relation::Person.def())
        .join(JoinType::LeftJoin, sessions::Relation::Organisation.def())
        .columns([persons::Column::GivenName, persons::Column::FamilyName, persons::Column::Locale])
        .column_as(organisations::Column::Name, "organisation_name")
        .into_model::<Found>()
        .one(tx.conn())
        .await
        .db()
}

/// Adds a session.
pub async fn insert(tx: &mut Write, row: sessions::Model) -> Result<()> {
    let row = row.into_active_model().reset_all();
    sessions::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Notes that a session was used.
pub async fn touch(tx: &mut Write, token_hash: &str) -> Result<()> {
    let seen = sessions::ActiveModel { last_seen_at: Set(tx.now()), ..Default::default() };
    sessions::Entity::update_many()
        .set(seen)
        .filter(sessions::Column::TokenHash.eq(token_hash))
        .filter(sessions::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// Ends the sessions that `which` names; answers how many.
pub async fn end(tx: &mut Write, which: Condition) -> Result<u64> {
    let over = sessions::ActiveModel { ended_at: Set(Some(tx.now())), ..Default::default() };
    let ended = sessions::Entity::update_many()
        .set(over)
        .filter(which)
        .filter(sessions::Column::EndedAt.is_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(ended.rows_affected)
}

/// By token.
pub fn of_token(token_hash: &str) -> Condition {
    Condition::all().add(sessions::Column::TokenHash.eq(token_hash))
}

/// By the session's public id, one person's only.
pub fn of_id(person: PersonId, id: Uuid) -> Condition {
    Condition::all().add(sessions::Column::Id.eq(id)).add(sessions::Column::PersonId.eq(person.uuid()))
}

/// All of a person's but the one with this public id.
pub fn others_of(person: PersonId, kept: Uuid) -> Condition {
    Condition::all().add(sessions::Column::PersonId.eq(person.uuid())).add(sessions::Column::Id.ne(kept))
}

/// Sessions of a person that may still be in use, newest first.
pub async fn open_of(tx: &Read, person: PersonId) -> Result<Vec<sessions::Model>> {
    sessions::Entity::find()
        .filter(sessions::Column::PersonId.eq(person.uuid()))
        .filter(sessions::Column::EndedAt.is_null())
        .filter(sessions::Column::ExpiresAt.gt(tx.now()))
        .order_by_desc(sessions::Column::LastSeenAt)
        .limit(50)
        .all(tx.conn())
        .await
        .db()
}

/// Removes sessions that were over before `before`; answers how many.
pub async fn purge(tx: &mut Write, before: DateTime<Utc>) -> Result<u64> {
    let over = sessions::Column::ExpiresAt.lt(before);
    Ok(sessions::Entity::delete_many().filter(over).exec(tx.conn()).await.db()?.rows_affected)
}
