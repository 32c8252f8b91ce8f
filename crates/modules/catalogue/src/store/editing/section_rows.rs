//! Row of `draft_sections`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft_sections")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub section: String,
    pub typed: String,
    pub content: String,
    pub errors: String,
    pub revision: i64,
    pub updated_by: Option<Uuid>,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
