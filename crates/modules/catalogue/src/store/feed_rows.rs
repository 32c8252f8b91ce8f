//! Row of `service_feed`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_feed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i64,
    pub service: Uuid,
    pub code: String,
    pub revision: i64,
    pub version: i32,
    pub kind: String,
    pub listed: bool,
    pub at: DateTimeUtc,
    pub log_tx: i64,
    pub log_position: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
