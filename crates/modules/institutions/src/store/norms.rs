//! Queries on `institution_norms`.

use super::norm_rows::{ActiveModel, Column, Entity};
use crate::{NormStatement, StateNorm};
use chrono::NaiveDate;
use kernel::{InstitutionId, PersonId, Result};
use sea_orm::prelude::Uuid;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write};

/// What sums need of a statement.
pub struct Told {
    pub institution: InstitutionId,
    pub point: String,
    pub in_force: bool,
    pub valid_from: NaiveDate,
}

/// Everything that an institution ever stated, by point, newest first.
pub async fn of_institution(tx: &Read, institution: InstitutionId) -> Result<Vec<NormStatement>> {
    let rows = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_asc(Column::Point)
        .order_by_desc(Column::Version)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(NormStatement::from).collect())
}

/// The same about one point.
pub async fn of_point(tx: &Read, institution: InstitutionId, point: &str) -> Result<Vec<NormStatement>> {
    let rows = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .filter(Column::Point.eq(point))
        .order_by_desc(Column::Version)
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(NormStatement::from).collect())
}

/// The newest version about a point; 0 when there is none.
pub async fn latest(tx: &Read, institution: InstitutionId, point: &str) -> Result<i32> {
    let version: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Version)
        .filter(Column::Institution.eq(institution.uuid()))
        .filter(Column::Point.eq(point))
        .order_by_desc(Column::Version)
        .limit(1)
        .into_tuple()
        .one(tx.conn())
        .await
        .db()?;
    Ok(version.unwrap_or_default())
}

/// The statements of these institutions, newest first.
pub async fn of_institutions(tx: &Read, institutions: &[InstitutionId]) -> Result<Vec<Told>> {
    let rows: Vec<(Uuid, String, bool, NaiveDate)> = Entity::find()
        .select_only()
        .columns([Column::Institution, Column::Point, Column::InForce, Column::ValidFrom])
        .filter(Column::Institution.is_in(institutions.iter().map(|id| id.uuid())))
        .order_by_desc(Column::Version)
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    let told = |(institution, point, in_force, valid_from)| Told {
        institution: InstitutionId::new(institution),
        point,
        in_force,
        valid_from,
    };
    Ok(rows.into_iter().map(told).collect())
}

pub async fn insert(tx: &Write, input: &StateNorm, version: i32) -> Result<()> {
    let content = input.content.clone();
    let row = ActiveModel {
        institution: Set(input.institution.uuid()),
        point: Set(input.point.clone()),
        version: Set(version),
        in_force: Set(content.in_force),
        title: Set(content.title),
        number: Set(content.number),
        document_from: Set(content.document_from),
        link: Set(content.link),
        note: Set(content.note),
        valid_from: Set(content.valid_from),
        stated_at: Set(tx.now()),
        stated_by: Set(tx.caller().person.map(PersonId::uuid)),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}
