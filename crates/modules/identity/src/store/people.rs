//! Queries about persons and their codes.

use super::rows::{person_codes, persons};
use crate::model::Person;
use crate::personal_code::PersonalCode;
use kernel::{Error, Locale, PersonId, Result};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use std::str::FromStr;
use storage::{Db, Read, Write};
use uuid::Uuid;

/// One person with codes, newest code first.
pub async fn find(tx: &Read, id: PersonId) -> Result<Option<Person>> {
    let Some(row) = persons::Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()? else { return Ok(None) };
    let codes = person_codes::Entity::find()
        .filter(person_codes::Column::PersonId.eq(id.uuid()))
        .order_by_desc(person_codes::Column::AddedAt)
        .order_by_asc(person_codes::Column::Code)
        .all(tx.conn())
        .await
        .db()?;
    person(row, codes).map(Some)
}

/// Whose code it is.
pub async fn holder_of(tx: &Read, code: &PersonalCode) -> Result<Option<PersonId>> {
    let row = person_codes::Entity::find_by_id(code.digits()).one(tx.conn()).await.db()?;
    Ok(row.map(|row| PersonId::new(row.person_id)))
}

/// Given and family names of many.
pub async fn names(tx: &Read, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    let rows: Vec<(Uuid, String, String)> = persons::Entity::find()
        .select_only()
        .columns([persons::Column::Id, persons::Column::GivenName, persons::Column::FamilyName])
        .filter(persons::Column::Id.is_in(ids.iter().copied()))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(|(id, given, family)| (id, format!("{given} {family}"))).collect())
}

/// The personal code in force of many.
pub async fn newest_codes(tx: &Read, ids: &[Uuid]) -> Result<BTreeMap<PersonId, PersonalCode>> {
    let rows = person_codes::Entity::find()
        .filter(person_codes::Column::PersonId.is_in(ids.iter().copied()))
        .order_by_desc(person_codes::Column::AddedAt)
        .order_by_asc(person_codes::Column::Code)
        .all(tx.conn())
        .await
        .db()?;
    let mut codes = BTreeMap::new();
    for row in rows {
        codes.entry(PersonId::new(row.person_id)).or_insert(stored(&row.code)?);
    }
    Ok(codes)
}

/// Adds a person.
pub async fn insert(tx: &mut Write, person: &Person) -> Result<()> {
    let row = persons::ActiveModel {
        id: Set(person.id.uuid()),
        given_name: Set(person.given_name.clone()),
        family_name: Set(person.family_name.clone()),
        birth_date: Set(person.birth_date),
        locale: Set(person.locale.to_string()),
        email: Set(person.email.clone()),
        phone: Set(person.phone.clone()),
        iban: Set(person.iban.clone()),
        address: Set(person.address.clone()),
        municipality: Set(person.municipality.clone()),
        revision: Set(person.revision),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
    };
    persons::Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Gives a code to a person unless somebody has it; answers whose it is now.
pub async fn claim_code(tx: &mut Write, id: PersonId, code: &PersonalCode) -> Result<PersonId> {
    let row = person_codes::ActiveModel {
        code: Set(code.digits()),
        person_id: Set(id.uuid()),
        kind: Set(code.kind().as_str().to_owned()),
        added_at: Set(tx.now()),
    };
    let unless_taken = OnConflict::column(person_codes::Column::Code).do_nothing().to_owned();
    person_codes::Entity::insert(row).on_conflict(unless_taken).exec_without_returning(tx.conn()).await.db()?;
    holder_of(tx, code).await?.ok_or_else(|| Error::internal("person-code-lost"))
}

/// Removes a person who was added in vain (somebody else added them at the same time).
pub async fn remove(tx: &mut Write, id: PersonId) -> Result<()> {
    persons::Entity::delete_by_id(id.uuid()).exec(tx.conn()).await.db()?;
    Ok(())
}

/// Keeps a person's data if the revision is still `expected`; answers whether it was.
pub async fn update(tx: &mut Write, person: &Person, expected: i64) -> Result<bool> {
    let changed = persons::Entity::update_many()
        .set(persons::ActiveModel {
            given_name: Set(person.given_name.clone()),
            family_name: Set(person.family_name.clone()),
            birth_date: Set(person.birth_date),
            locale: Set(person.locale.to_string()),
            email: Set(person.email.clone()),
            phone: Set(person.phone.clone()),
            iban: Set(person.iban.clone()),
            address: Set(person.address.clone()),
            municipality: Set(person.municipality.clone()),
            revision: Set(expected + 1),
            updated_at: Set(tx.now()),
            ..Default::default()
        })
        .filter(persons::Column::Id.eq(person.id.uuid()))
        .filter(persons::Column::Revision.eq(expected))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(changed.rows_affected == 1)
}

fn person(row: persons::Model, codes: Vec<person_codes::Model>) -> Result<Person> {
    let codes = codes.iter().map(|code| stored(&code.code)).collect::<Result<Vec<_>>>()?;
    Ok(Person {
        id: PersonId::new(row.id),
        given_name: row.given_name,
        family_name: row.family_name,
        birth_date: row.birth_date,
        codes,
        locale: Locale::from_str(&row.locale).unwrap_or_default(),
        email: row.email,
        phone: row.phone,
        iban: row.iban,
        address: row.address,
        municipality: row.municipality,
        revision: row.revision,
    })
}

fn stored(code: &str) -> Result<PersonalCode> {
    PersonalCode::parse(code).map_err(|error| Error::internal("person-code-form").source(error))
}
