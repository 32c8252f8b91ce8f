//! Row of `events`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "events")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub position: i64,
    pub tx: i64,
    pub stream_kind: String,
    pub stream_id: Uuid,
    pub sequence: i64,
    pub kind: String,
    pub version: i32,
    pub at: DateTimeUtc,
    pub recorded_at: DateTimeUtc,
    pub actor: String,
    pub channel: String,
    pub data: String,
    pub hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::streams::Entity",
        from = "(Column::StreamKind, Column::StreamId)",
        to = "(super::streams::Column::Kind, super::streams::Column::Id)"
    )]
    Stream,
}

impl ActiveModelBehavior for ActiveModel {}
