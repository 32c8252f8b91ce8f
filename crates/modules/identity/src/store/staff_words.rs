//! Queries about the words by which staff are found.

use super::rows::staff_words::{ActiveModel, Column, Entity};
use institutions::Membership;
use kernel::{InstitutionId, MembershipId, PersonId, Result, Role};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::BTreeSet;
use storage::{Db, Read, Write};
use uuid::Uuid;

/// Stands for a membership itself, whatever the name.
pub const ANY: &str = "";

/// Which memberships are wanted.
pub struct Wanted<'a> {
    /// The word that leads: it should be the rarest.
    pub first: &'a str,
    /// The others.
    pub further: &'a [String],
    pub institution: Option<InstitutionId>,
    pub role: Option<Role>,
    /// Those behind this one.
    pub after: Option<MembershipId>,
    pub limit: u64,
}

/// The memberships that have every word, in the order of their ids.
pub async fn found(tx: &Read, wanted: &Wanted<'_>) -> Result<Vec<MembershipId>> {
    let mut query = Entity::find()
        .select_only()
        .column(Column::Membership)
        .filter(Column::Word.eq(wanted.first))
        .order_by_asc(Column::Membership)
        .limit(wanted.limit);
    for word in wanted.further {
        let having = Entity::find().select_only().column(Column::Membership).filter(Column::Word.eq(word.as_str()));
        query = query.filter(Column::Membership.in_subquery(having.into_query()));
    }
    if let Some(institution) = wanted.institution {
        query = query.filter(Column::Institution.eq(institution.uuid()));
    }
    if let Some(role) = wanted.role {
        query = query.filter(Column::Role.eq(role.as_str()));
    }
    if let Some(after) = wanted.after {
        query = query.filter(Column::Membership.gt(after.uuid()));
    }
    let ids: Vec<Uuid> = query.into_tuple().all(tx.conn()).await.db()?;
    Ok(ids.into_iter().map(MembershipId::new).collect())
}

/// Puts a membership under these words.
pub async fn insert(tx: &Write, membership: &Membership, words: &BTreeSet<String>) -> Result<()> {
    let row = |word: &str| ActiveModel {
        word: Set(word.to_owned()),
        membership: Set(membership.id.uuid()),
        person: Set(membership.person.uuid()),
        institution: Set(membership.institution.uuid()),
        role: Set(membership.role.as_str().to_owned()),
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
