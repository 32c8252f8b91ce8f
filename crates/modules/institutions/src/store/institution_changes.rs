//! Queries on `institution_changes`.

use super::institution_change_rows::{ActiveModel, Column, Entity};
use crate::InstitutionChange;
use kernel::{Cursor, InstitutionId, Page, PageRequest, PersonId, Result};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use storage::{Db as _, Read, Write};

/// Keeps a change: the revision that it led to, with the record before and after it as JSON.
pub async fn insert(
    tx: &Write,
    institution: InstitutionId,
    revision: i64,
    before: Option<String>,
    after: String,
) -> Result<()> {
    let row = ActiveModel {
        institution: Set(institution.uuid()),
        revision: Set(revision),
        before: Set(before),
        after: Set(after),
        changed_at: Set(tx.now()),
        changed_by: Set(tx.caller().person.map(PersonId::uuid)),
    };
    Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// The changes of an institution, newest first.
pub async fn list(tx: &Read, institution: InstitutionId, page: &PageRequest) -> Result<Page<InstitutionChange>> {
    let mut query = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .order_by_desc(Column::Revision)
        .limit(page.probe());
    if let Some(after) = &page.after {
        query = query.filter(Column::Revision.lt(after.one::<i64>()?));
    }
    let rows = query.all(tx.conn()).await.db()?;
    let rows = rows.into_iter().map(InstitutionChange::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(rows, page, |change: &InstitutionChange| Cursor::from_parts(&[&change.revision.to_string()])))
}
