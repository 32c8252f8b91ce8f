//! Row of `access_tokens`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "access_tokens")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub api_client_id: Option<Uuid>,
    pub person_id: Option<Uuid>,
    pub role: String,
    pub institution_id: Option<Uuid>,
    pub organisation_id: Option<Uuid>,
    pub ground: Option<String>,
    pub scopes: String,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::api_clients::Entity",
        from = "Column::ApiClientId",
        to = "super::api_clients::Column::Id"
    )]
    ApiClient,
}

impl ActiveModelBehavior for ActiveModel {}
