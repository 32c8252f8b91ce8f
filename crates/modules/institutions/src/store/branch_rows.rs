//! Row of `institution_branches`.

use super::institution_rows::opening;
use crate::{Branch, BranchText, Position};
use kernel::{InstitutionId, LangText, PersonId, Result};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_branches")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub code: String,
    pub institution: Uuid,
    pub number: i32,
    pub name_lv: String,
    pub name_en: String,
    pub address: String,
    pub latitude: f64,
    pub longitude: f64,
    pub phone: Option<String>,
    pub hours_lv: String,
    pub hours_en: String,
    pub opening: String,
    pub origin: String,
    pub closed_at: Option<DateTimeUtc>,
    pub revision: i64,
    pub updated_at: DateTimeUtc,
    pub updated_by: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Branch {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            code: row.code,
            institution: InstitutionId::new(row.institution),
            number: row.number,
            text: BranchText {
                name: LangText::new(row.name_lv, row.name_en),
                address: row.address,
                position: Position::new(row.latitude, row.longitude)?,
                phone: row.phone,
                hours: LangText::new(row.hours_lv, row.hours_en),
                opening: opening(&row.opening)?,
            },
            origin: row.origin.parse()?,
            closed_at: row.closed_at,
            revision: row.revision,
        })
    }
}

impl ActiveModel {
    /// The row to write.
    pub fn of(branch: &Branch, now: DateTimeUtc, by: Option<PersonId>) -> Result<Self> {
        let Branch { code, text, .. } = branch.clone();
        Ok(Self {
            code: Set(code),
            institution: Set(branch.institution.uuid()),
            number: Set(branch.number),
            name_lv: Set(text.name.lv),
            name_en: Set(text.name.en),
            address: Set(text.address),
            latitude: Set(text.position.latitude),
            longitude: Set(text.position.longitude),
            phone: Set(text.phone),
            hours_lv: Set(text.hours.lv),
            hours_en: Set(text.hours.en),
            opening: Set(serde_json::to_string(&text.opening)?),
            origin: Set(branch.origin.as_str().to_owned()),
            closed_at: Set(branch.closed_at),
            revision: Set(branch.revision),
            updated_at: Set(now),
            updated_by: Set(by.map(PersonId::uuid)),
        })
    }
}
