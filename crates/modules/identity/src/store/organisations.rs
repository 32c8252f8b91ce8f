//! Queries about organisations and who may act for them.

use super::rows::{organisations, representations};
use crate::model::{Ground, Organisation, Representation};
use crate::registration_number::RegistrationNumber;
use chrono::NaiveDate;
use kernel::{Error, OrganisationId, PersonId, Result};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::str::FromStr;
use storage::{Db, Read, Write};
use uuid::Uuid;

/// One organisation.
pub async fn find(tx: &Read, id: OrganisationId) -> Result<Option<Organisation>> {
    organisations::Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?.map(organisation).transpose()
}

/// The organisation of a registration number.
pub async fn find_by_number(tx: &Read, number: &RegistrationNumber) -> Result<Option<Organisation>> {
    let by_number = organisations::Column::RegistrationNumber.eq(number.as_str());
    organisations::Entity::find().filter(by_number).one(tx.conn()).await.db()?.map(organisation).transpose()
}

/// Names of many.
pub async fn names(tx: &Read, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    organisations::Entity::find()
        .select_only()
        .columns([organisations::Column::Id, organisations::Column::Name])
        .filter(organisations::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()
}

/// Adds an organisation.
pub async fn insert(tx: &mut Write, organisation: &Organisation) -> Result<()> {
    let row = organisations::ActiveModel {
        id: Set(organisation.id.uuid()),
        registration_number: Set(organisation.registration_number.as_str().to_owned()),
        name: Set(organisation.name.clone()),
        created_at: Set(tx.now()),
    };
    organisations::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// For which organisations a person may act on `day`.
pub async fn represented_by(tx: &Read, person: PersonId, day: NaiveDate) -> Result<Vec<Representation>> {
    let rows: Vec<(representations::Model, Option<organisations::Model>)> = representations::Entity::find()
        .find_also_related(organisations::Entity)
        .filter(representations::Column::PersonId.eq(person.uuid()))
        .filter(valid_on(day))
        .order_by_asc(representations::Column::Id)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().filter_map(|(row, of)| Some(representation(row, of?))).collect()
}

/// Adds a representation.
pub async fn insert_representation(tx: &mut Write, person: PersonId, given: &Representation) -> Result<()> {
    let row = representations::ActiveModel {
        id: Set(given.id),
        person_id: Set(person.uuid()),
        organisation_id: Set(given.organisation.id.uuid()),
        ground: Set(given.ground.as_str().to_owned()),
        scope: Set(given.scope.clone()),
        valid_from: Set(given.valid_from),
        valid_until: Set(given.valid_until),
        created_at: Set(tx.now()),
    };
    representations::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Ends what a person may do for an organisation after `last_day`; answers how many representations ended.
pub async fn end_representation(
    tx: &mut Write,
    person: PersonId,
    organisation: OrganisationId,
    last_day: NaiveDate,
) -> Result<u64> {
    let ended = representations::Entity::update_many()
        .set(representations::ActiveModel { valid_until: Set(Some(last_day)), ..Default::default() })
        .filter(representations::Column::PersonId.eq(person.uuid()))
        .filter(representations::Column::OrganisationId.eq(organisation.uuid()))
        .filter(open_after(last_day))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(ended.rows_affected)
}

fn valid_on(day: NaiveDate) -> Condition {
    Condition::all().add(representations::Column::ValidFrom.lte(day)).add(
        Condition::any()
            .add(representations::Column::ValidUntil.is_null())
            .add(representations::Column::ValidUntil.gte(day)),
    )
}

fn open_after(day: NaiveDate) -> Condition {
    Condition::any().add(representations::Column::ValidUntil.is_null()).add(representations::Column::ValidUntil.gt(day))
}

fn organisation(row: organisations::Model) -> Result<Organisation> {
    let number = RegistrationNumber::parse(&row.registration_number);
    Ok(Organisation {
        id: OrganisationId::new(row.id),
        registration_number: number.map_err(|error| Error::internal("registration-number-form").source(error))?,
        name: row.name,
    })
}

fn representation(row: representations::Model, of: organisations::Model) -> Result<Representation> {
    Ok(Representation {
        id: row.id,
        organisation: organisation(of)?,
        ground: Ground::from_str(&row.ground)?,
        scope: row.scope,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
    })
}
