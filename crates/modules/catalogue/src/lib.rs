#![doc = include_str!("../README.md")]

mod close;
mod descriptions;
mod ensure_sample;
mod events;
mod import;
mod list;
mod model;
mod offer;
mod pilot;
mod policy;
mod publish;
mod quality;
mod register;
mod search_index;
mod search_services;
mod store;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use close::{CloseService, close_service};
pub use descriptions::{
    Description, DigitalMode, Flags, Keywords, LegalAct, ProviderStage, RequiredDocument, Step, Territory,
};
pub use ensure_sample::ensure_sample;
pub use events::{SERVICE_PUBLISHED, SERVICE_REGISTERED, SERVICE_WITHDRAWN};
pub use import::{ImportReport, RejectedRow, import_canada};
pub use list::{ServiceFilter, list_services};
pub use model::{Service, ServiceListItem};
pub use offer::{ChannelOffer, Contact, Fee, LEGAL_DEADLINE};
pub use pilot::install_pilot_services;
pub use publish::{PublishService, publish};
pub use quality::{Gap, gaps};
pub use register::{RegisterService, register_service};
pub use search_index::SearchIndex;
pub use search_services::{FoundServices, search_services};
pub use view::{service, service_by_id, service_version, services_by_codes};
pub use words::{ChannelReason, ClientCircle, DigitalScope, DocumentKind, ServiceState, Signature, Stage};
pub use worktime::Deadline;
