//! `search_synonyms`.

use crate::finding::SynonymLine;
use kernel::{Result, SearchRuleId};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, UpdateMany, entity::prelude::*};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_synonyms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub words: String,
    pub means: String,
    pub two_way: bool,
    pub revision: i64,
    pub removed: bool,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for SynonymLine {
    fn from(row: Model) -> Self {
        let list = |text: &str| text.lines().map(str::to_owned).collect();
        Self {
            id: SearchRuleId::new(row.id),
            words: list(&row.words),
            means: list(&row.means),
            two_way: row.two_way,
            revision: row.revision,
        }
    }
}

/// Those in force, by their first word.
pub async fn present(tx: &Read) -> Result<Vec<SynonymLine>> {
    let rows = Entity::find()
        .filter(Column::Removed.eq(false))
        .order_by_asc(Column::Words)
        .order_by_asc(Column::Id)
        .limit(crate::finding::MOST_SYNONYMS);
    Ok(rows.all(tx.conn()).await.db()?.into_iter().map(SynonymLine::from).collect())
}

/// One that is in force.
pub async fn find(tx: &Read, id: SearchRuleId) -> Result<Option<SynonymLine>> {
    let row = Entity::find_by_id(id.uuid()).filter(Column::Removed.eq(false)).one(tx.conn()).await.db()?;
    Ok(row.map(SynonymLine::from))
}

/// Every id there ever was: removed rules of the starting set do not come back.
pub async fn ids(tx: &Read) -> Result<Vec<Uuid>> {
    Entity::find().select_only().column(Column::Id).into_tuple().all(tx.conn()).await.db()
}

/// Writes a new rule, or this revision of a known one; says whether that still had the one before.
pub async fn write(tx: &Write, line: &SynonymLine) -> Result<bool> {
    let row = ActiveModel {
        id: Set(line.id.uuid()),
        words: Set(line.words.join("\n")),
        means: Set(line.means.join("\n")),
        two_way: Set(line.two_way),
        revision: Set(line.revision),
        removed: Set(false),
        updated_at: Set(tx.now()),
    };
    if line.revision == 1 {
        Entity::insert(row).exec_without_returning(tx.conn()).await.db()?;
        return Ok(true);
    }
    tx.changed_one(in_force(line.id, line.revision - 1).set(row)).await
}

/// Takes a rule out of force; says whether it still had this revision.
pub async fn remove(tx: &Write, id: SearchRuleId, revision: i64) -> Result<bool> {
    let out = ActiveModel { removed: Set(true), updated_at: Set(tx.now()), ..Default::default() };
    tx.changed_one(in_force(id, revision).set(out)).await
}

/// This revision of a rule, while it is in force: removing leaves the revision as it is.
fn in_force(id: SearchRuleId, revision: i64) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(id.uuid()))
        .filter(Column::Revision.eq(revision))
        .filter(Column::Removed.eq(false))
}
