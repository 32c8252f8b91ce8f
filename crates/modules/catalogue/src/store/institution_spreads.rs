//! `institution_spreads`: how far a change of an institution was carried to the services that show it.

use kernel::Result;
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use storage::{Db as _, Read, Write};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_spreads")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution: Uuid,
    /// The number of the last of its own services that was told.
    pub own_after: i64,
    /// The code of the last service that names it and was told.
    pub naming_after: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Where the change of this institution stands; none when nothing is under way.
pub async fn find(tx: &Read, institution: Uuid) -> Result<Option<Model>> {
    Entity::find_by_id(institution).one(tx.conn()).await.db()
}

pub async fn set(tx: &Write, place: Model) -> Result<()> {
    let row = ActiveModel {
        institution: Set(place.institution),
        own_after: Set(place.own_after),
        naming_after: Set(place.naming_after),
    };
    let there =
        OnConflict::column(Column::Institution).update_columns([Column::OwnAfter, Column::NamingAfter]).to_owned();
    Entity::insert(row).on_conflict(there).exec_without_returning(tx.conn()).await.db()?;
    Ok(())
}

/// Everybody was told.
pub async fn end(tx: &Write, institution: Uuid) -> Result<()> {
    Entity::delete_by_id(institution).exec(tx.conn()).await.db()?;
    Ok(())
}
