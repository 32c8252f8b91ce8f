//! Queries about the words by which staff are found.

use super::rows::staff_words::{ActiveModel, Column, Entity};
use institutions::Membership;
use kernel::{InstitutionId, MembershipId, PersonId, Result, Role};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use storage::{Db, Read, Write, keyset};
use uuid::Uuid;

/// Stands for a membership itself, whatever the name.
pub const ANY: &str = "";

/// Which memberships are wanted.
pub struct Wanted<'a> {
    /// The word that leads: it should be the rarest.
    pub word: &'a str,
    pub institution: Option<InstitutionId>,
    pub role: Option<Role>,
    /// Those behind this one.
    pub after: Option<Place>,
    pub limit: u64,
}

/// Where a membership stands in the directory: by name, those of one name by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// In small letters without diacritics.
    pub name: String,
    pub membership: MembershipId,
}

/// The memberships that have the word, by name. Each combination of word, institution and role has an index in this
/// order, so no more rows are read than `limit`.
pub async fn found(tx: &Read, wanted: &Wanted<'_>) -> Result<Vec<Place>> {
    let mut query = Entity::find()
        .select_only()
        .columns([Column::Name, Column::Membership])
        .filter(Column::Word.eq(wanted.word))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Membership)
        .limit(wanted.limit);
    if let Some(institution) = wanted.institution {
        query = query.filter(Column::Institution.eq(institution.uuid()));
    }
    if let Some(role) = wanted.role {
        query = query.filter(Column::Role.eq(role.as_str()));
    }
    if let Some(after) = &wanted.after {
        let (name, membership) = (after.name.as_str(), after.membership.uuid());
        query = query.filter(keyset::after_asc(Column::Name, name, Column::Membership, membership));
    }
    let rows: Vec<(String, Uuid)> = query.into_tuple().all(tx.conn()).await.db()?;
    Ok(rows.into_iter().map(|(name, id)| Place { name, membership: MembershipId::new(id) }).collect())
}

/// Puts a membership under these words, in the place of this name.
pub async fn insert(tx: &Write, membership: &Membership, name: &str, words: &BTreeSet<String>) -> Result<()> {
    let row = |word: &str| ActiveModel {
        word: Set(word.to_owned()),
        membership: Set(membership.id.uuid()),
        person: Set(membership.person.uuid()),
        institution: Set(membership.institution.uuid()),
        role: Set(membership.role.as_str().to_owned()),
        name: Set(name.to_owned()),
    };
    let rows = words.iter().map(String::as_str).chain([ANY]).map(row);
    Entity::insert_many(rows).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Takes away what a person is found by.
pub async fn forget(tx: &Write, person: PersonId) -> Result<()> {
    Entity::delete_many().filter(Column::Person.eq(person.uuid())).exec(tx.conn()).await.db()?;
    Ok(())
}

/// Takes away everything.
pub async fn clear(tx: &Write) -> Result<()> {
    Entity::delete_many().exec(tx.conn()).await.db()?;
    Ok(())
}

/// How many memberships can be found.
pub async fn count(tx: &Read) -> Result<u64> {
    Entity::find().filter(Column::Word.eq(ANY)).count(tx.conn()).await.db()
}
