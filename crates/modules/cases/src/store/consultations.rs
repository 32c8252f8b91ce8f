//! Row of `consultations`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consultations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub institution: Uuid,
    pub registered_by: Option<Uuid>,
    pub registered_at: DateTimeUtc,
    pub service: String,
    pub holder: Uuid,
    pub channel: String,
    pub outcome: String,
    pub client: Option<Uuid>,
    pub note: String,
    pub undone_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
