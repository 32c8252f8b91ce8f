//! Row of `article_versions`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "article_versions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub article: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub digest: String,
    pub document: String,
    pub author: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub published_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
