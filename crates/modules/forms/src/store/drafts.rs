//! Row of `drafts`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "drafts")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub service_code: String,
    pub form_key: String,
    pub form_version: i32,
    pub person_id: Uuid,
    pub party_kind: String,
    pub party_id: Uuid,
    pub open_key: Option<String>,
    #[sea_orm(column_type = "Text")]
    pub raw: String,
    #[sea_orm(column_type = "Text")]
    pub answers: String,
    #[sea_orm(column_type = "Text")]
    pub sources: String,
    pub revision: i64,
    pub step: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub submitted_case: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
