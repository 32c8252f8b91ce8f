//! Queries on `memberships`.

use super::institution_rows;
use super::membership_rows::{ActiveModel, Column, Entity, Model};
use crate::Membership;
use chrono::{DateTime, Utc};
use kernel::{Cursor, InstitutionId, LangText, MembershipId, Page, PageRequest, PersonId, Result, Role};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use storage::{Db as _, Read, Write};

pub async fn find(tx: &Read, id: MembershipId) -> Result<Option<Membership>> {
    let row = Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?;
    row.map(Membership::try_from).transpose()
}

/// All of a person's, past ones too, oldest first.
pub async fn of_person(tx: &Read, person: PersonId) -> Result<Vec<Membership>> {
    let of_person = Entity::find().filter(Column::Person.eq(person.uuid())).order_by_asc(Column::Id);
    let rows = of_person.all(tx.conn()).await.db()?;
    rows.into_iter().map(Membership::try_from).collect()
}

/// Those with these ids.
pub async fn of_ids(tx: &Read, ids: &[MembershipId]) -> Result<Vec<Membership>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let named = Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.uuid())));
    named.all(tx.conn()).await.db()?.into_iter().map(Membership::try_from).collect()
}

/// All of a person's with the names of the institutions, in one question: it is asked at each request of staff.
pub async fn with_names(tx: &Read, person: PersonId) -> Result<Vec<(Membership, LangText)>> {
    let of_person = Entity::find().filter(Column::Person.eq(person.uuid())).order_by_asc(Column::Id);
    let rows = of_person.find_also_related(institution_rows::Entity).all(tx.conn()).await.db()?;
    let named = |(row, institution): (Model, Option<institution_rows::Model>)| {
        let name = institution.map(|i| LangText::new(i.name_lv, i.name_en)).unwrap_or_default();
        Ok((Membership::try_from(row)?, name))
    };
    rows.into_iter().map(named).collect()
}

pub async fn of_institution(tx: &Read, institution: InstitutionId, page: &PageRequest) -> Result<Page<Membership>> {
    let mut query = Entity::find().filter(Column::Institution.eq(institution.uuid()));
    if let Some(after) = &page.after {
        query = query.filter(Column::Id.gt(after.one::<MembershipId>()?.uuid()));
    }
    let rows = query.order_by_asc(Column::Id).limit(page.probe()).all(tx.conn()).await.db()?;
    let rows = rows.into_iter().map(Membership::try_from).collect::<Result<_>>()?;
    Ok(Page::from_probe(rows, page, |membership: &Membership| Cursor::from_parts(&[&membership.id.to_string()])))
}

/// Memberships of an institution in one role, the newest 100.
pub async fn in_role(tx: &Read, institution: InstitutionId, role: Role) -> Result<Vec<Membership>> {
    let rows = Entity::find()
        .filter(Column::Institution.eq(institution.uuid()))
        .filter(Column::Role.eq(role.as_str()))
        .order_by_desc(Column::Id)
        .limit(100)
        .all(tx.conn())
        .await
        .db()?;
    rows.into_iter().map(Membership::try_from).collect()
}

/// All memberships in a role that few hold, past ones too, held until the unit of work ends: of two who change them the
/// second sees what the first did.
pub async fn all_held(tx: &Write, role: Role) -> Result<Vec<Membership>> {
    let in_role = Entity::find().filter(Column::Role.eq(role.as_str())).order_by_asc(Column::Id);
    let rows = in_role.lock_exclusive().all(tx.conn()).await.db()?;
    rows.into_iter().map(Membership::try_from).collect()
}

pub async fn insert(tx: &Write, membership: &Membership) -> Result<()> {
    Entity::insert(ActiveModel::of(membership)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

pub async fn end(tx: &Write, id: MembershipId, at: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ValidTo, Expr::value(at))
        .filter(Column::Id.eq(id.uuid()))
        .exec(tx.conn())
        .await
        .db()?;
    Ok(())
}
