//! Row of `own_indicator_values`.

use crate::{OwnCode, OwnValue, Quantity};
use kernel::{PersonId, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_indicator_values")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub service: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    #[sea_orm(primary_key, auto_increment = false)]
    pub month: String,
    pub holder: Uuid,
    pub value: i64,
    pub recorded_at: DateTimeUtc,
    pub recorded_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for OwnValue {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            code: OwnCode { service: row.service, number: row.number },
            month: row.month.parse()?,
            value: Quantity::thousandths(row.value),
            recorded_at: row.recorded_at,
            recorded_by: row.recorded_by.map(PersonId::new),
        })
    }
}
