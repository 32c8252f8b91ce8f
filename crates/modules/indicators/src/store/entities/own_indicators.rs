//! Row of `own_indicators`.

use crate::{OwnCode, OwnIndicator, OwnText, Quantity};
use kernel::{InstitutionId, LangText, Result};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "own_indicators")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub service: String,
    pub number: i32,
    pub holder: Uuid,
    pub channel: String,
    pub stage: String,
    pub name_lv: String,
    pub name_en: String,
    pub unit_lv: String,
    pub unit_en: String,
    pub wanted: i64,
    pub better: String,
    pub closed: bool,
    pub revision: i64,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for OwnIndicator {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            code: OwnCode { service: row.service, number: row.number },
            holder: InstitutionId::new(row.holder),
            channel: row.channel.parse()?,
            stage: row.stage.parse()?,
            text: OwnText {
                name: LangText::new(row.name_lv, row.name_en),
                unit: LangText::new(row.unit_lv, row.unit_en),
                wanted: Quantity::thousandths(row.wanted),
                better: row.better.parse()?,
            },
            closed: row.closed,
            revision: row.revision,
        })
    }
}
