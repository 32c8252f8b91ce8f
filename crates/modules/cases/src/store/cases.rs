//! Row of `cases`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub service: String,
    pub holder: Uuid,
    pub handler: Uuid,
    pub unit: Option<String>,
    pub client_kind: Option<String>,
    pub client: Option<Uuid>,
    pub applicant: Option<Uuid>,
    pub channel: String,
    pub receipt_channel: Option<String>,
    pub state: String,
    pub desk: String,
    pub outcome: Option<String>,
    pub assignee: Option<Uuid>,
    pub submitted_at: DateTimeUtc,
    pub due_at: DateTimeUtc,
    pub remaining_days: Option<i32>,
    pub decided_at: Option<DateTimeUtc>,
    pub closed_at: Option<DateTimeUtc>,
    pub overdue: bool,
    pub form_key: Option<String>,
    pub form_version: Option<i32>,
    pub flags: String,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
