#![doc = include_str!("../README.md")]

mod close;
mod compare;
mod descriptions;
mod editing;
mod ensure_sample;
mod events;
mod import;
mod links;
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
mod versions;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use close::{CloseService, close_service};
pub use compare::{ElementChange, Piece, compare, compare_texts};
pub use descriptions::{
    Description, DigitalMode, Flags, Keywords, LegalAct, Output, ProviderStage, RequiredDocument, Step, Territory,
};
pub use editing::*;
pub use ensure_sample::ensure_sample;
pub use events::{
    LIST_APPROVED, SERVICE_APPROVED_ALONE, SERVICE_LINKED, SERVICE_PUBLISHED, SERVICE_REGISTERED, SERVICE_RETURNED,
    SERVICE_SCHEDULE_WITHDRAWN, SERVICE_SCHEDULED, SERVICE_SUBMITTED, SERVICE_WITHDRAWN,
};
pub use import::{ImportReport, RejectedRow, import_canada};
pub use list::{ServiceFilter, list_services};
pub use model::{Service, ServiceListItem};
pub use offer::{ChannelOffer, Contact, Fee, LEGAL_DEADLINE, Opening};
pub use pilot::install_pilot_services;
pub use publish::{PublishService, TAKE_EFFECT_TIMER, WithdrawVersion, publish, take_effect, withdraw_version};
pub use quality::{Gap, gaps};
pub use register::{RegisterService, register_service};
pub use search_index::SearchIndex;
pub use search_services::{FoundServices, search_services};
pub use versions::{Version, VersionLine, scheduled_versions, service_at, service_version, versions};
pub use view::{service, service_by_id, services_by_codes};
pub use words::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, OutputKind, ServiceState, Signature, Stage, VersionState,
    Weekday,
};
pub use worktime::Deadline;
