//! Row of `service_drafts`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "service_drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: Uuid,
    pub holder: Uuid,
    pub state: String,
    pub base_version: i32,
    pub valid_from: Option<Date>,
    pub note: String,
    pub revision: i64,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_by: Option<Uuid>,
    pub updated_at: DateTimeUtc,
    pub submitted_by: Option<Uuid>,
    pub submitted_at: Option<DateTimeUtc>,
    pub comment: String,
    pub reviewed_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
