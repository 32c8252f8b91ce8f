//! Queries on `satisfaction_measurements`.

use super::measurement_rows::{ActiveModel, Column, Entity};
use crate::{Measurement, MeasurementStatement, StateMeasurement};
use kernel::{InstitutionId, PersonId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

/// Everything that an institution ever stated, newest first.
pub async fn of_institution(tx: &Read, institution: InstitutionId) -> Result<Vec<MeasurementStatement>> {
    let rows = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_desc(Column::Version)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(MeasurementStatement::from).collect())
}

/// The newest version; 0 when there is none.
pub async fn latest(tx: &Read, institution: InstitutionId) -> Result<i32> {
    let version: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Version)
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_desc(Column::Version)
        .limit(1)
        .into_tuple()
        .one(tx.conn())
        .await
        .db()?;
    Ok(version.unwrap_or_default())
}

/// What each of these institutions stated last.
pub async fn last_of(tx: &Read, institutions: &[InstitutionId]) -> Result<BTreeMap<InstitutionId, Measurement>> {
    let rows = Entity::find()
        .filter(Column::Institution.is_in(institutions.iter().map(|id| id.uuid())))
        .order_by_asc(Column::Version)
        .all(tx.conn())
        .await
        .db()?;
    let last = |row: super::measurement_rows::Model| {
        (InstitutionId::new(row.institution), MeasurementStatement::from(row).measurement)
    };
    Ok(rows.into_iter().map(last).collect())
}

pub async fn insert(tx: &Write, input: &StateMeasurement, version: i32) -> Result<()> {
    let row = ActiveModel {
        institution: Set(input.institution.uuid()),
        version: Set(version),
        ended_on: Set(input.measurement.ended_on),
        published_on: Set(input.measurement.published_on),
        link: Set(input.measurement.link.clone()),
        stated_at: Set(tx.now()),
        stated_by: Set(tx.caller().person.map(PersonId::uuid)),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
