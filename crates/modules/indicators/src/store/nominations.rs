//! Queries on `eservice_nominations`.

use super::entities::eservice_nominations::{ActiveModel, Column, Entity, Model};
use crate::Nomination;
use kernel::{InstitutionId, NominationId, PersonId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write};

/// The most of one service.
const OF_SERVICE: u64 = 50;
/// The most withdrawn ones.
const WITHDRAWN: u64 = 100;

pub(crate) async fn find(tx: &Read, id: NominationId) -> Result<Option<Nomination>> {
    Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?.map(Nomination::try_from).transpose()
}

/// Whether one of an institution stands for a service.
pub(crate) async fn stands(tx: &Read, service: &str, institution: InstitutionId) -> Result<bool> {
    let standing = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .filter(Column::StandingFor.eq(service))
        .one(tx.conn())
        .await
        .db()?;
    Ok(standing.is_some())
}

/// Those that stand for services of these holders, in the order in which they were made.
pub(crate) async fn standing(tx: &Read, holders: &[InstitutionId]) -> Result<Vec<Nomination>> {
    let rows = Entity::find()
        .filter(Column::Holder.is_in(holders.iter().map(|holder| holder.uuid())))
        .filter(Column::StandingFor.is_not_null())
        .order_by_asc(Column::NominatedAt)
        .order_by_asc(Column::Id);
    all(rows.all(tx.conn()).await.db()?)
}

/// Those of a service, the newest first.
pub(crate) async fn of_service(tx: &Read, service: &str) -> Result<Vec<Nomination>> {
    let rows = Entity::find()
        .filter(Column::Service.eq(service))
        .order_by_desc(Column::NominatedAt)
        .order_by_desc(Column::Id)
        .limit(OF_SERVICE);
    all(rows.all(tx.conn()).await.db()?)
}

/// Those that were withdrawn last, of a holder's services or of all.
pub(crate) async fn withdrawn(tx: &Read, of: Option<InstitutionId>) -> Result<Vec<Nomination>> {
    let mut rows = Entity::find()
        .filter(Column::WithdrawnAt.is_not_null())
        .order_by_desc(Column::WithdrawnAt)
        .order_by_desc(Column::Id)
        .limit(WITHDRAWN);
    if let Some(holder) = of {
        rows = rows.filter(Column::Holder.eq(holder.uuid()));
    }
    all(rows.all(tx.conn()).await.db()?)
}

pub(crate) async fn insert(tx: &Write, new: &Nomination) -> Result<()> {
    let criteria: Vec<&str> = new.criteria.iter().map(|criterion| criterion.as_str()).collect();
    let row = ActiveModel {
        id: Set(new.id.uuid()),
        service: Set(new.service.clone()),
        standing_for: Set(Some(new.service.clone())),
        holder: Set(new.holder.uuid()),
        institution: Set(new.institution.uuid()),
        person: Set(new.person.map(PersonId::uuid)),
        criteria: Set(criteria.join(" ")),
        reason: Set(new.reason.clone()),
        nominated_at: Set(new.at),
        withdrawn_at: Set(None),
        withdrawn_by: Set(None),
        withdrawal: Set(String::new()),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Ends one that stands; says whether it did.
pub(crate) async fn withdraw(tx: &Write, id: NominationId, reason: &str) -> Result<bool> {
    let change = ActiveModel {
        standing_for: Set(None),
        withdrawn_at: Set(Some(tx.now())),
        withdrawn_by: Set(tx.caller().person.map(PersonId::uuid)),
        withdrawal: Set(reason.to_owned()),
        ..Default::default()
    };
    let done = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::StandingFor.is_not_null())
        .exec(tx.conn())
        .await
        .db()?;
    Ok(done.rows_affected == 1)
}

fn all(rows: Vec<Model>) -> Result<Vec<Nomination>> {
    rows.into_iter().map(Nomination::try_from).collect()
}
