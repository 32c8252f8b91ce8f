#![doc = include_str!("../README.md")]

mod categories;
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
mod situations;
mod store;
mod versions;
mod view;
mod words;

#[cfg(test)]
mod tests;

pub use categories::{
    Category, CategoryCount, CategoryKind, Clients, View, browse_services, category_counts, ensure_categories,
    internal_services, popular_services, rebuild_categories, set_popular_services,
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
pub use situations::{
    CORRECTION_CORRECTED, CORRECTION_FORWARDED, CORRECTION_OVERDUE, CORRECTION_OVERDUE_TIMER, CORRECTION_RECEIVED,
    CORRECTION_REFUSED, ConfirmSituation, Correction, CorrectionFilter, CorrectionState, CreateSituation,
    ForwardCorrection, LifeSituation, PublishSituation, ReportCorrection, Resolution, ResolveCorrection,
    SITUATION_CHECKED, SITUATION_CREATED, SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SaveSituation, SituationBranch,
    SituationCheck, SituationDeadline, SituationDraft, SituationLine, SituationState, SituationStep, SituationText,
    SituationVersion, WithdrawSituation, confirm_situation, correction, correction_overdue, corrections,
    create_situation, forward_correction, install_life_situations, list_situations, publish_situation,
    report_correction, resolve_correction, save_situation, situation, situation_at, situation_by_id, situation_checks,
    situation_draft, situation_gaps, situation_versions, situations_of_service, situations_to_edit, withdraw_situation,
};
pub use versions::{Version, VersionLine, scheduled_versions, service_at, service_version, versions};
pub use view::{service, service_by_id, services_by_codes};
pub use words::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, OutputKind, ServiceState, Signature, Stage, VersionState,
    Weekday,
};
pub use worktime::Deadline;
