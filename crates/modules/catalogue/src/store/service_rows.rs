//! Row of `services`.

use crate::{Description, Service, ServiceListItem, ServiceState, Territory};
use kernel::{InstitutionId, LangText, Locale, Result, ServiceId};
use sea_orm::{ActiveValue::Set, entity::prelude::*};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "services")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: i64,
    pub code: String,
    pub pilot: Option<String>,
    pub external_id: Option<String>,
    pub state: String,
    pub holder: Uuid,
    pub provider: Uuid,
    pub form_key: Option<String>,
    pub name_lv: String,
    pub name_en: String,
    pub summary_lv: String,
    pub summary_en: String,
    pub keywords: String,
    pub cofog: String,
    pub client_circle: String,
    pub territory: String,
    pub internal: bool,
    pub language: Option<String>,
    pub version: i32,
    pub digest: String,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub latest: i32,
    pub revision: i64,
    pub in_force_from: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Whether the public has ever seen it.
    pub fn was_public(&self) -> bool {
        self.state != ServiceState::Draft.as_str()
    }

    /// The service with the description of this version; on which days it is offered is for the reader to say.
    pub fn with(self, description: Arc<Description>) -> Result<Service> {
        let holder = InstitutionId::new(self.holder);
        Ok(Service {
            id: ServiceId::new(self.id),
            code: self.code,
            pilot: self.pilot,
            external_id: self.external_id,
            state: self.state.parse()?,
            offered: true,
            holder,
            provider: description.provider(holder),
            form_key: self.form_key,
            version: self.version,
            valid_from: self.in_force_from,
            latest: self.latest,
            revision: self.revision,
            updated_at: self.updated_at,
            description,
        })
    }
}

impl TryFrom<Model> for ServiceListItem {
    type Error = kernel::Error;

    fn try_from(row: Model) -> Result<Self> {
        let language = row.language.map(|language| language.parse::<Locale>());
        Ok(Self {
            id: ServiceId::new(row.id),
            number: row.number,
            code: row.code,
            pilot: row.pilot,
            name: LangText::new(row.name_lv, row.name_en),
            summary: LangText::new(row.summary_lv, row.summary_en),
            state: row.state.parse()?,
            holder: InstitutionId::new(row.holder),
            client_circle: row.client_circle.parse()?,
            form_key: row.form_key,
            only_language: language.transpose()?,
            imported: row.external_id.is_some(),
        })
    }
}

/// Copies into the row what lists and filters need of the description, who carries the service out by it, and the form
/// that it can be requested with: one only where the electronic channel takes requests.
pub fn describe(row: &mut ActiveModel, holder: InstitutionId, description: &Description) {
    let keywords: Vec<_> = description.keywords.lv.iter().chain(&description.keywords.en).cloned().collect();
    row.provider = Set(description.provider(holder).uuid());
    if !description.form.is_unsaid() {
        row.form_key = Set(description.usable_form(None));
    }
    row.name_lv = Set(description.name.lv.clone());
    row.name_en = Set(description.name.en.clone());
    row.summary_lv = Set(description.summary.lv.clone());
    row.summary_en = Set(description.summary.en.clone());
    row.keywords = Set(keywords.join(", "));
    row.cofog = Set(description.cofog.clone());
    row.client_circle = Set(description.client_circle.as_str().to_owned());
    row.territory = Set(territory(&description.territory));
    row.internal = Set(description.flags.internal);
    row.language = Set(description.only_language.map(|language| language.as_str().to_owned()));
}

fn territory(territory: &Territory) -> String {
    match territory {
        Territory::WholeCountry => "LV".to_owned(),
        Territory::Municipalities(codes) => codes.join(" "),
    }
}
