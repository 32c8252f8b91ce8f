//! What version 1 says of a service.

use catalogue::{Online, Service, ServiceListItem, ServiceState};
use chrono::{DateTime, Utc};
use exchange::OpenData;
use kernel::LangText;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// A text in Latvian and English.
#[derive(Debug, Serialize, ToSchema)]
pub struct Text {
    lv: String,
    en: String,
}

impl From<&LangText> for Text {
    fn from(text: &LangText) -> Self {
        Self { lv: text.lv.clone(), en: text.en.clone() }
    }
}

/// A service in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceSummary {
    /// Its code.
    code: String,
    name: Text,
    summary: Text,
    /// `open`, `closed` or `draft`.
    #[schema(example = "open")]
    state: String,
    /// Institution that answers for it.
    holder: Uuid,
    /// Whether it can be requested on-line: here or on a site of its institution.
    online: bool,
    /// Whether it can be requested here: there is a form for it.
    requestable: bool,
}

impl ServiceSummary {
    /// A line of a list, of which `online` says where it can be requested on-line.
    pub fn new(item: ServiceListItem, online: Option<Online>) -> Self {
        let online = online.filter(|_| item.state == ServiceState::Open);
        Self {
            name: Text::from(&item.name),
            summary: Text::from(&item.summary),
            state: item.state.as_str().to_owned(),
            holder: item.holder.uuid(),
            online: online.is_some(),
            requestable: online == Some(Online::Here),
            code: item.code,
        }
    }
}

/// A service.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceDetail {
    /// Its code.
    code: String,
    name: Text,
    /// `open`, `closed` or `draft`.
    #[schema(example = "open")]
    state: String,
    /// Number of the description, from 1.
    version: i32,
    /// Counts every change that the public can see, also of a link that another service made.
    revision: i64,
    /// Since when the description is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_from: Option<DateTime<Utc>>,
    /// When something of it last changed.
    updated_at: DateTime<Utc>,
    /// Its address in linked data.
    address: String,
    /// Institution that answers for it.
    holder: Uuid,
    /// Institution that carries it out.
    provider: Uuid,
    /// The description: everything that MK 399 p.9 asks.
    #[schema(value_type = Object)]
    description: Value,
    /// JSON Schema (2020-12) of the answers to send with a request; missing when it cannot be requested here.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    answers_schema: Option<Value>,
}

impl ServiceDetail {
    /// With the schema of its form.
    ///
    /// # Errors
    /// Internal when the description or the form cannot be read.
    pub fn new(open: &OpenData, service: &Service) -> kernel::Result<Self> {
        let form = service.form_key.as_deref().map(|key| forms::definition(key, None)).transpose()?;
        let answers_schema = form.map(|form| form.schema.clone());
        Ok(Self { answers_schema, ..Self::described(open, service)? })
    }

    /// Without the schema of its form.
    ///
    /// # Errors
    /// Internal when the description cannot be read.
    pub fn described(open: &OpenData, service: &Service) -> kernel::Result<Self> {
        Ok(Self {
            code: service.code.clone(),
            name: Text::from(service.name()),
            state: service.state.as_str().to_owned(),
            version: service.version,
            revision: service.revision,
            valid_from: service.valid_from,
            updated_at: service.updated_at,
            address: open.service_address(&service.code),
            holder: service.holder.uuid(),
            provider: service.provider.uuid(),
            description: serde_json::to_value(&*service.description)?,
            answers_schema: None,
        })
    }
}
