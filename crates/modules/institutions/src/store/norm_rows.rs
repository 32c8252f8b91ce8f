//! Row of `institution_norms`.

use crate::{NormContent, NormStatement};
use kernel::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_norms")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub point: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub in_force: bool,
    pub title: String,
    pub number: String,
    pub document_from: Option<Date>,
    pub link: String,
    pub note: String,
    pub valid_from: Date,
    pub stated_at: DateTimeUtc,
    pub stated_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for NormStatement {
    fn from(row: Model) -> Self {
        Self {
            point: row.point,
            version: row.version,
            content: NormContent {
                in_force: row.in_force,
                title: row.title,
                number: row.number,
                document_from: row.document_from,
                link: row.link,
                note: row.note,
                valid_from: row.valid_from,
            },
            stated_at: row.stated_at,
            stated_by: row.stated_by.map(PersonId::new),
        }
    }
}
