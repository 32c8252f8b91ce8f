//! Row of `satisfaction_measurements`.

use crate::{Measurement, MeasurementStatement};
use kernel::PersonId;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "satisfaction_measurements")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub ended_on: Date,
    pub published_on: Option<Date>,
    pub link: String,
    pub stated_at: DateTimeUtc,
    pub stated_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for MeasurementStatement {
    fn from(row: Model) -> Self {
        Self {
            version: row.version,
            measurement: Measurement { ended_on: row.ended_on, published_on: row.published_on, link: row.link },
            stated_at: row.stated_at,
            stated_by: row.stated_by.map(PersonId::new),
        }
    }
}
