//! Queries on `institution_branches`.

use super::branch_rows::{ActiveModel, Column, Entity};
use crate::{Branch, Position};
use kernel::{Cursor, InstitutionId, Page, PageRequest, Result};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use storage::{Db as _, Read, Write};

pub async fn find(tx: &Read, code: &str) -> Result<Option<Branch>> {
    let row = Entity::find_by_id(code.to_owned()).one(tx.conn()).await.db()?;
    row.map(Branch::try_from).transpose()
}

/// The highest number of an institution; 0 when it has no branch.
pub async fn last_number(tx: &Read, institution: InstitutionId) -> Result<i32> {
    let number: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(tx.conn())
        .await
        .db()?;
    Ok(number.unwrap_or_default())
}

/// Those of an institution, closed ones too when they are wanted.
pub async fn list(tx: &Read, institution: InstitutionId, closed: bool, page: &PageRequest) -> Result<Page<Branch>> {
    let mut query = Entity::find().filter(Column::Institution.eq(institution.uuid()));
    if !closed {
        query = query.filter(Column::ClosedAt.is_null());
    }
    if let Some(after) = &page.after {
        query = query.filter(Column::Number.gt(after.one::<i32>()?));
    }
    let rows = query.order_by_asc(Column::Number).limit(page.probe()).all(tx.conn()).await.db()?;
    let rows = rows.into_iter().map(Branch::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(rows, page, |branch: &Branch| Cursor::from_parts(&[&branch.number.to_string()])))
}

/// The open ones of these institutions that are nearest, of those with these codes where some are named. All of them are
/// compared, as no index orders by a distance; only `limit` of them are handed over.
pub async fn nearest(
    tx: &Read,
    institutions: &[InstitutionId],
    codes: &[String],
    from: Position,
    limit: u64,
) -> Result<Vec<Branch>> {
    let mut query = Entity::find()
        .filter(Column::Institution.is_in(institutions.iter().map(|id| id.uuid())))
        .filter(Column::ClosedAt.is_null());
    if !codes.is_empty() {
        query = query.filter(Column::Code.is_in(codes.iter().cloned()));
    }
    let rows = query.order_by_asc(far(from)).order_by_asc(Column::Code).limit(limit).all(tx.conn()).await.db()?;
    rows.into_iter().map(Branch::try_from).collect()
}

/// The square of the distance in degrees of latitude, on a flat map: within a country of this size it has the order of
/// the real distance, and both databases can compute it.
fn far(from: Position) -> Expr {
    use sea_orm::sea_query::ExprTrait as _;
    let narrow = from.latitude.to_radians().cos();
    let north = Expr::col(Column::Latitude).sub(from.latitude);
    let east = Expr::col(Column::Longitude).sub(from.longitude).mul(narrow);
    north.clone().mul(north).add(east.clone().mul(east))
}

/// The open ones with these codes.
pub async fn of_codes(tx: &Read, codes: &[String]) -> Result<Vec<Branch>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let named = Entity::find().filter(Column::Code.is_in(codes.iter().cloned())).filter(Column::ClosedAt.is_null());
    named.all(tx.conn()).await.db()?.into_iter().map(Branch::try_from).collect()
}

/// Of these codes, those of open branches.
pub async fn open_codes(tx: &Read, codes: &[String]) -> Result<BTreeSet<String>> {
    let found: Vec<String> = Entity::find()
        .select_only()
        .column(Column::Code)
        .filter(Column::Code.is_in(codes.iter().cloned()))
        .filter(Column::ClosedAt.is_null())
        .into_tuple()
        .all(tx.conn())
        .await
        .db()?;
    Ok(found.into_iter().collect())
}

pub async fn insert(tx: &Write, branch: &Branch) -> Result<()> {
    let row = ActiveModel::of(branch, tx.now(), tx.caller().person)?;
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes a branch over the one with the revision `seen`; whether it was still there.
pub async fn update(tx: &Write, branch: &Branch, seen: i64) -> Result<bool> {
    let row = ActiveModel::of(branch, tx.now(), tx.caller().person)?;
    let there = Entity::update_many().filter(Column::Code.eq(branch.code.as_str())).filter(Column::Revision.eq(seen));
    tx.changed_one(there.set(row)).await
}
