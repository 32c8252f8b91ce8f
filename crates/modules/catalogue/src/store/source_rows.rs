//! Row of `service_sources`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_sources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub external_id: String,
    pub service: Uuid,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
