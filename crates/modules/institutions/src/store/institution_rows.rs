//! Row of `institutions`.

use crate::{Institution, OpeningHours, Position};
use kernel::{InstitutionId, LangText, Result};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "institutions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub code: String,
    pub kind: String,
    pub registration_number: Option<String>,
    pub name_lv: String,
    pub name_en: String,
    pub atvk: Option<String>,
    pub iso3166_2: Option<String>,
    pub planning_region: Option<String>,
    pub parent: Option<Uuid>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub website: Option<String>,
    pub hours_lv: String,
    pub hours_en: String,
    pub calendar_transfers: String,
    pub origin: String,
    pub updated_at: DateTimeUtc,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub opening: String,
    pub revision: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl TryFrom<Model> for Institution {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            id: InstitutionId::new(row.id),
            code: row.code,
            kind: row.kind.parse()?,
            registration_number: row.registration_number,
            name: LangText::new(row.name_lv, row.name_en),
            atvk: row.atvk,
            iso3166_2: row.iso3166_2,
            planning_region: row.planning_region,
            parent: row.parent.map(InstitutionId::new),
            phone: row.phone,
            email: row.email,
            address: row.address,
            website: row.website,
            opening_hours: LangText::new(row.hours_lv, row.hours_en),
            calendar_transfers: row.calendar_transfers.parse()?,
            opening: opening(&row.opening)?,
            position: row.latitude.zip(row.longitude).map(|(north, east)| Position::new(north, east)).transpose()?,
            origin: row.origin.parse()?,
            revision: row.revision,
        })
    }
}

impl ActiveModel {
    /// The row to write.
    pub fn of(institution: &Institution, now: DateTimeUtc) -> Result<Self> {
        let i = institution.clone();
        Ok(Self {
            id: Set(i.id.uuid()),
            code: Set(i.code),
            kind: Set(i.kind.as_str().to_owned()),
            registration_number: Set(i.registration_number),
            name_lv: Set(i.name.lv),
            name_en: Set(i.name.en),
            atvk: Set(i.atvk),
            iso3166_2: Set(i.iso3166_2),
            planning_region: Set(i.planning_region),
            parent: Set(i.parent.map(InstitutionId::uuid)),
            phone: Set(i.phone),
            email: Set(i.email),
            address: Set(i.address),
            website: Set(i.website),
            hours_lv: Set(i.opening_hours.lv),
            hours_en: Set(i.opening_hours.en),
            calendar_transfers: Set(i.calendar_transfers.as_str().to_owned()),
            origin: Set(i.origin.as_str().to_owned()),
            updated_at: Set(now),
            latitude: Set(i.position.map(|position| position.latitude)),
            longitude: Set(i.position.map(|position| position.longitude)),
            opening: Set(if i.opening.is_empty() { String::new() } else { serde_json::to_string(&i.opening)? }),
            revision: Set(i.revision),
        })
    }
}

/// Opening hours as they are kept.
pub fn opening(text: &str) -> Result<Vec<OpeningHours>> {
    if text.is_empty() { Ok(Vec::new()) } else { Ok(serde_json::from_str(text)?) }
}
