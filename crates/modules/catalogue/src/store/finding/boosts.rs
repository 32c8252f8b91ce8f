//! `search_boosts`.

use crate::finding::BoostLine;
use kernel::{Result, SearchRuleId};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_boosts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub service: String,
    pub words: String,
    pub percent: i32,
    pub revision: i64,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for BoostLine {
    fn from(row: Model) -> Self {
        Self {
            id: SearchRuleId::new(row.id),
            service: row.service,
            words: row.words,
            percent: row.percent,
            revision: row.revision,
        }
    }
}

/// All of them, by service.
pub async fn all(tx: &Read) -> Result<Vec<BoostLine>> {
    let rows = Entity::find().order_by_asc(Column::Service).order_by_asc(Column::Id).limit(crate::finding::MOST_BOOSTS);
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(BoostLine::from).collect())
}

pub async fn find(tx: &Read, id: SearchRuleId) -> Result<Option<BoostLine>> {
    Ok(Entity::find_by_id(id.uuid()).one(tx.conn()).await.db()?.map(BoostLine::from))
}

/// Writes a new rule, or this revision of a known one; says whether that still had the one before.
pub async fn write(tx: &Write, line: &BoostLine) -> Result<bool> {
    let row = ActiveModel {
        id: Set(line.id.uuid()),
        service: Set(line.service.clone()),
        words: Set(line.words.clone()),
        percent: Set(line.percent),
        revision: Set(line.revision),
        updated_at: Set(tx.now()),
    };
    if line.revision == 1 {
        Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
        return Ok(true);
    }
    let seen =
        Entity::update_many().filter(Column::Id.eq(line.id.uuid())).filter(Column::Revision.eq(line.revision - 1));
    tx.changed_one(seen.set(row)).await
}

/// Removes a rule; says whether it still had this revision.
pub async fn remove(tx: &Write, id: SearchRuleId, revision: i64) -> Result<bool> {
    let seen = Entity::delete_many().filter(Column::Id.eq(id.uuid())).filter(Column::Revision.eq(revision));
    Ok(seen.exec(tx.conn()).await.db()?.rows_affected == 1)
}
