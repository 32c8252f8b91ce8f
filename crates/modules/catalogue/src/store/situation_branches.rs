//! `situation_branches`: which institution coordinates a branch of life situations.

use crate::situations::SituationBranch;
use kernel::Result;
use sea_orm::entity::prelude::*;
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "situation_branches")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub branch: String,
    pub coordinator: Option<Uuid>,
    pub revision: i64,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is said of a branch; none while nobody said anything.
pub async fn find(tx: &Read, branch: SituationBranch) -> Result<Option<Model>> {
    Entity::find().filter(Column::Branch.eq(branch.as_str())).one(tx.conn()).await.db()
}

/// What is said of all of them.
pub async fn all(tx: &Read) -> Result<Vec<Model>> {
    Entity::find().all(tx.conn()).await.db()
}

/// Writes a branch of which nothing was said before.
pub async fn add(tx: &Write, row: Model) -> Result<()> {
    Entity::insert(ActiveModel::from(row)).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Writes the next revision of a known branch; says whether it still had the one before.
pub async fn change(tx: &Write, row: Model) -> Result<bool> {
    let (id, before) = (row.id, row.revision - 1);
    let seen = Entity::update_many().filter(Column::Id.eq(id)).filter(Column::Revision.eq(before));
    tx.changed_one(seen.set(ActiveModel::from(row).reset_all())).await
}
