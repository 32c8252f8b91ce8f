#![doc = include_str!("../README.md")]

mod alike;
mod close;
mod compare;
mod descriptions;
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
mod templates;
mod versions;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use alike::{
    DecideSimilar, RebuildReport, Similar, SimilarFilter, SimilarKind, SimilarPair, SimilarReader, SimilarReason,
    SimilarState, create_template_from_services, decide_similar, rebuild_similar, similar_pairs, similar_to,
};
pub use close::{CloseService, close_service};
pub use compare::{ElementChange, Piece, compare, compare_texts};
pub use descriptions::{
    Description, DigitalMode, Flags, Keywords, LegalAct, Output, ProviderStage, RequiredDocument, Step, Territory,
};
pub use ensure_sample::ensure_sample;
pub use events::{
    SERVICE_LINKED, SERVICE_PUBLISHED, SERVICE_REGISTERED, SERVICE_SCHEDULE_WITHDRAWN, SERVICE_SCHEDULED,
    SERVICE_WITHDRAWN,
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
pub use templates::{
    AttachService, CARRY_TEMPLATE_TIMER, ChangeTemplate, Coverage, CoverageCell, CoverageRow, DetachService, Deviation,
    Family, Member, MemberDeviations, Representative, TEMPLATE_ATTACHED, TEMPLATE_CHANGED, TEMPLATE_CREATED,
    TEMPLATE_DETACHED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN, Template, TemplateId, TemplateLine, TemplateScope, TemplateState,
    TemplateText, TemplateVersionLine, attach_service, carry_template, change_template, coverage, coverage_csv,
    create_service_from_template, create_template, detach_service, deviations, family, install_template_services,
    list_services_once, publish_template, representatives, template, template_gaps, template_history, template_of,
    templates, unattached, withdraw_template,
};
pub use versions::{Version, VersionLine, scheduled_versions, service_at, service_version, versions};
pub use view::{service, service_by_id, services_by_codes};
pub use words::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, OutputKind, ServiceState, Signature, Stage, VersionState,
    Weekday,
};
pub use worktime::Deadline;
