//! Queries on `institutions`.

use super::institution_rows::{ActiveModel, Column, Entity, Model};
use crate::{Institution, InstitutionChoice, InstitutionFilter, InstitutionKind};
use chrono::{DateTime, Utc};
use kernel::{Cursor, InstitutionId, LangText, Page, PageRequest, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict};
use std::collections::BTreeMap;
use storage::{Db as _, Read, Write};

/// More places of one kind than a country of this size has.
const MOST_PLACES: u64 = 1000;

pub async fn by_id(tx: &Read, id: InstitutionId) -> Result<Option<Institution>> {
    let row = Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?;
    row.map(Institution::try_from).transpose()
}

pub async fn by_code(tx: &Read, code: &str) -> Result<Option<Institution>> {
    let row = Entity::find().filter(Column::Code.eq(code)).one(tx.conn()).await.db()?;
    row.map(Institution::try_from).transpose()
}

pub async fn names(tx: &Read, ids: &[InstitutionId]) -> Result<BTreeMap<InstitutionId, LangText>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(sea_orm::prelude::Uuid, String, String)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::NameLv, Column::NameEn])
        .filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())))
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(rows.into_iter().map(|(id, lv, en)| (InstitutionId::new(id), LangText::new(lv, en))).collect())
}

pub async fn of_ids(tx: &Read, ids: &[InstitutionId]) -> Result<Vec<Institution>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())));
    named.all(tx.conn()).await.db()?.into_iter().map(Institution::try_from).collect()
}

/// When one was last written.
pub async fn last_change(tx: &Read) -> Result<Option<DateTime<Utc>>> {
    let newest = Entity::find().select_only().column_as(Column::UpdatedAt.max(), "at");
    Ok(newest.into_tuple::<Option<DateTime<Utc>>>().one(tx.conn()).await.db()?.flatten())
}

pub async fn list(tx: &Read, filter: &InstitutionFilter, page: &PageRequest) -> Result<Page<Institution>> {
    let mut query = Entity::find().order_by_asc(Column::Code).limit(page.probe());
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(parent) = filter.parent {
        query = query.filter(Column::Parent.eq(parent.uuid()));
    }
    if let Some(after) = &page.after {
        query = query.filter(Column::Code.gt(after.one::<String>()?));
    }
    let rows = query.all(tx.conn()).await.db()?;
    let rows: Vec<Institution> = rows.into_iter().map(|row: Model| row.try_into()).collect::<Result<_>>()?;
    Ok(Page::from_probe(rows, page, |institution| Cursor::from_parts(&[&institution.code])))
}

/// Up to `most` of a kind, or of every kind, in the order of their codes: only what names them.
pub async fn choices(tx: &Read, kind: Option<InstitutionKind>, most: Option<u64>) -> Result<Vec<InstitutionChoice>> {
    let mut query = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Code, Column::NameLv, Column::NameEn])
        .order_by_asc(Column::Code)
        .limit(most);
    if let Some(kind) = kind {
        query = query.filter(Column::Kind.eq(kind.as_str()));
    }
    let rows: Vec<(sea_orm::prelude::Uuid, String, String, String)> = query.into_tuple().all(tx.conn()).await.db()?;
    let named = rows.into_iter().map(|(id, code, lv, en)| InstitutionChoice {
        id: InstitutionId::new(id),
        code,
        name: LangText::new(lv, en),
    });
    Ok(named.collect())
}

/// Those with these codes.
pub async fn of_codes(tx: &Read, codes: &[String]) -> Result<Vec<Institution>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let named = Entity::find().filter(Column::Code.is_in(codes.iter().cloned()));
    named.all(tx.conn()).await.db()?.into_iter().map(Institution::try_from).collect()
}

/// Of these codes, those that institutions have.
pub async fn known_codes(tx: &Read, codes: &[String]) -> Result<Vec<String>> {
    let query = Entity::find().select_only().column(Column::Code);
    query.filter(Column::Code.is_in(codes.iter().cloned())).into_tuple().all(tx.conn()).await.db()
}

/// All of a kind.
pub async fn of_kind(tx: &Read, kind: InstitutionKind) -> Result<Vec<Institution>> {
    let query = Entity::find().filter(Column::Kind.eq(kind.as_str())).order_by_asc(Column::Code).limit(MOST_PLACES);
    query.all(tx.conn()).await.db()?.into_iter().map(Institution::try_from).collect()
}

/// Those with a position, of this kind.
pub async fn placed(tx: &Read, kind: InstitutionKind) -> Result<Vec<Institution>> {
    let query = Entity::find()
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::Latitude.is_not_null())
        .order_by_asc(Column::Code)
        .limit(MOST_PLACES);
    query.all(tx.conn()).await.db()?.into_iter().map(Institution::try_from).collect()
}

/// The codes that begin with `start`, which has no sign that a pattern knows.
pub async fn codes_beginning(tx: &Read, start: &str) -> Result<Vec<String>> {
    let query = Entity::find().select_only().column(Column::Code);
    query.filter(Column::Code.starts_with(start)).limit(MOST_PLACES).into_tuple().all(tx.conn()).await.db()
}

/// Whether a municipality other than `own` has this ATVK code.
pub async fn has_atvk(tx: &Read, own: Option<InstitutionId>, atvk: &str) -> Result<bool> {
    let same = of_kind(tx, InstitutionKind::Municipality).await?;
    Ok(same.iter().any(|one| Some(one.id) != own && one.atvk.as_deref() == Some(atvk)))
}

pub async fn insert(tx: &Write, institution: &Institution) -> Result<()> {
    Entity::insert(ActiveModel::of(institution, tx.now())?).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes those whose ids are not there yet: another process may install the same list at the same time.
pub async fn insert_missing(tx: &Write, institutions: &[Institution]) -> Result<()> {
    if institutions.is_empty() {
        return Ok(());
    }
    let rows = institutions.iter().map(|institution| ActiveModel::of(institution, tx.now()));
    let rows: Vec<ActiveModel> = rows.collect::<Result<_>>()?;
    let there = OnConflict::column(Column::Id).do_nothing().to_owned();
    Entity::insert_many(rows).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes an institution over the one with the revision `seen`; whether it was still there.
pub async fn update(tx: &Write, institution: &Institution, seen: i64) -> Result<bool> {
    let there = Entity::update_many().filter(Column::Id.eq(institution.id.uuid())).filter(Column::Revision.eq(seen));
    tx.changed_one(there.set(ActiveModel::of(institution, tx.now())?)).await
}
