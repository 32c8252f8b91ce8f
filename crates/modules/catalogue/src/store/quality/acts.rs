//! `repealed_acts`.

use super::rows::{links, service_links as uses};
use crate::quality::{ActLine, RepealedAct};
use kernel::Result;
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, QueryTrait as _, entity::prelude::*};
use std::collections::{BTreeMap, BTreeSet};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "repealed_acts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub title: String,
    pub successor: String,
    pub link: String,
    pub revision: i64,
    pub removed: bool,
    pub spread_after: Option<Uuid>,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for RepealedAct {
    fn from(row: Model) -> Self {
        Self { number: row.number, title: row.title, successor: row.successor, link: row.link }
    }
}

impl From<Model> for ActLine {
    fn from(row: Model) -> Self {
        Self { revision: row.revision, act: row.into() }
    }
}

/// Values of one statement, well under the limit of both databases for parameters.
const VALUES: usize = 2_000;

/// Those that are known, by their title.
pub async fn present(tx: &Read) -> Result<Vec<ActLine>> {
    let rows = Entity::find()
        .filter(Column::Removed.eq(false))
        .order_by_asc(Column::Title)
        .order_by_asc(Column::Number)
        .limit(crate::quality::MOST_ACTS);
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(ActLine::from).collect())
}

/// Those of these numbers that are known to be repealed.
pub async fn of_numbers(tx: &Read, numbers: &BTreeSet<i64>) -> Result<BTreeMap<i64, RepealedAct>> {
    let numbers: Vec<i64> = numbers.iter().copied().collect();
    let mut found = BTreeMap::new();
    for numbers in numbers.chunks(VALUES) {
        let rows = Entity::find()
            .filter(Column::Number.is_in(numbers.iter().copied()))
            .filter(Column::Removed.eq(false))
            .all(tx.conn())
            .await
            .db()?;
        found.extend(rows.into_iter().map(|row| (row.number, row.into())));
    }
    Ok(found)
}

/// The row of a number, also of an act that was removed.
pub async fn find(tx: &Read, number: i64) -> Result<Option<Model>> {
    Entity::find().filter(Column::Number.eq(number)).one(tx.conn()).await.db()
}

pub async fn find_by_id(tx: &Read, id: Uuid) -> Result<Option<Model>> {
    Entity::find_by_id(id).one(tx.conn()).await.db()
}

/// Every number there ever was: removed acts of the starting set do not come back.
pub async fn numbers(tx: &Read) -> Result<BTreeSet<i64>> {
    let numbers: Vec<i64> =
        Entity::find().select_only().column(Column::Number).into_tuple().all(tx.conn()).await.db()?;
    Ok(numbers.into_iter().collect())
}

/// Writes an act that was never there.
pub async fn add(tx: &Write, row: Model) -> Result<()> {
    Entity::insert(ActiveModel::from(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes an act over the one that was seen; says whether it was still so. Removing leaves the revision as it is, so what
/// was seen is both.
pub async fn change(tx: &Write, seen: (i64, bool), row: Model) -> Result<bool> {
    let (revision, removed) = seen;
    let there = Entity::update_many()
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(revision))
        .filter(Column::Removed.eq(removed));
    tx.changed_one(there.set(ActiveModel::from(row).reset_all())).await
}

/// How far the change was carried.
pub async fn spread(tx: &Write, id: Uuid, after: Option<Uuid>) -> Result<()> {
    let row = ActiveModel { id: Set(id), spread_after: Set(after), ..Default::default() };
    Entity::update(row).exec(tx.conn()).await.db()?;
    Ok(())
}

/// Services that may cite an act, behind one of them: an address of theirs at likumi.lv has its number somewhere.
pub async fn services_citing(tx: &Read, number: i64, after: Option<Uuid>, limit: u64) -> Result<Vec<Uuid>> {
    let addresses = links::Entity::find()
        .select_only()
        .column(links::Column::Id)
        .filter(links::Column::Url.like(format!("%likumi.lv%{number}%")))
        .into_query();
    let mut next = uses::Entity::find()
        .select_only()
        .column(uses::Column::Service)
        .distinct()
        .filter(uses::Column::Link.in_subquery(addresses))
        .order_by_asc(uses::Column::Service)
        .limit(limit);
    if let Some(after) = after {
        next = next.filter(uses::Column::Service.gt(after));
    }
    next.into_tuple().all(tx.conn()).await.db()
}
