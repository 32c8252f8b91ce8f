//! Queries about organisations and who may act for them.

use super::rows::{organisations, representations};
use crate::model::{Ground, Organisation, Representation};
use crate::registration_number::RegistrationNumber;
use chrono::NaiveDate;
use kernel::{Error, OrganisationId, PersonId, Remit, RepresentationId, Result};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
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
    let of_person = representations::Entity::find().filter(representations::Column::PersonId.eq(person.uuid()));
    given(tx, of_person.filter(valid_on(day)).order_by_asc(representations::Column::Id)).await
}

/// What a person may do for an organisation on `day` or later.
pub async fn open_of(
    tx: &Read,
    person: PersonId,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<Vec<Representation>> {
    let open = representations::Entity::find()
        .filter(representations::Column::PersonId.eq(person.uuid()))
        .filter(representations::Column::OrganisationId.eq(organisation.uuid()))
        .filter(open_on(day));
    given(tx, open).await
}

/// Who may act for an organisation on `day`, in the order of the ids after `after`.
pub async fn representations_of(
    tx: &Read,
    organisation: OrganisationId,
    day: NaiveDate,
    after: Option<RepresentationId>,
    limit: u64,
) -> Result<Vec<Representation>> {
    let mut query = representations::Entity::find()
        .filter(representations::Column::OrganisationId.eq(organisation.uuid()))
        .filter(valid_on(day));
    if let Some(after) = after {
        query = query.filter(representations::Column::Id.gt(after.uuid()));
    }
    given(tx, query.order_by_asc(representations::Column::Id).limit(limit)).await
}

/// One right to act for an organisation, if it holds on `day`.
pub async fn representation(
    tx: &Read,
    organisation: OrganisationId,
    id: RepresentationId,
    day: NaiveDate,
) -> Result<Option<Representation>> {
    let query = representations::Entity::find_by_id(id.uuid())
        .filter(representations::Column::OrganisationId.eq(organisation.uuid()))
        .filter(valid_on(day));
    Ok(given(tx, query).await?.pop())
}

async fn given(tx: &Read, query: Select<representations::Entity>) -> Result<Vec<Representation>> {
    let rows: Vec<(representations::Model, Option<organisations::Model>)> =
        query.find_also_related(organisations::Entity).all(tx.conn()).await.db()?;
    rows.into_iter().filter_map(|(row, of)| Some(from_row(row, of?))).collect()
}

/// Adds a representation.
pub async fn insert_representation(tx: &mut Write, given: &Representation) -> Result<()> {
    let row = representations::ActiveModel {
        id: Set(given.id.uuid()),
        person_id: Set(given.person.uuid()),
        organisation_id: Set(given.organisation.id.uuid()),
        ground: Set(given.ground.as_str().to_owned()),
        scope: Set(given.remit.to_string()),
        valid_from: Set(given.valid_from),
        valid_until: Set(given.valid_until),
        created_at: Set(tx.now()),
        revision: Set(given.revision),
        open_key: Set(open_key(given)),
    };
    representations::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Keeps the services, the last day and the revision of a representation.
pub async fn update_representation(tx: &mut Write, given: &Representation) -> Result<()> {
    representations::Entity::update_many()
        .set(representations::ActiveModel {
            scope: Set(given.remit.to_string()),
            valid_until: Set(given.valid_until),
            revision: Set(given.revision),
            open_key: Set(open_key(given)),
            ..Default::default()
        })
        .filter(representations::Column::Id.eq(given.id.uuid()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}

/// The same right is open once.
fn open_key(given: &Representation) -> Option<String> {
    let open = given.valid_until.is_none();
    open.then(|| format!("{} {} {}", given.person, given.organisation.id, given.ground.as_str()))
}

fn valid_on(day: NaiveDate) -> Condition {
    Condition::all().add(representations::Column::ValidFrom.lte(day)).add(open_on(day))
}

fn open_on(day: NaiveDate) -> Condition {
    Condition::any()
        .add(representations::Column::ValidUntil.is_null())
        .add(representations::Column::ValidUntil.gte(day))
}

fn organisation(row: organisations::Model) -> Result<Organisation> {
    let number = RegistrationNumber::parse(&row.registration_number);
    Ok(Organisation {
        id: OrganisationId::new(row.id),
        registration_number: number.map_err(|error| Error::internal("registration-number-form").source(error))?,
        name: row.name,
    })
}

fn from_row(row: representations::Model, of: organisations::Model) -> Result<Representation> {
    let ground = Ground::from_str(&row.ground)?;
    Ok(Representation {
        id: RepresentationId::new(row.id),
        person: PersonId::new(row.person_id),
        organisation: organisation(of)?,
        remit: if ground.is_management() { Remit::All } else { Remit::parse(&row.scope) },
        ground,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        revision: row.revision,
    })
}
