//! Life situations (MK 400, POR-03): what to do in order, with services across institutions, kept by editors of their own.

mod check;
mod corrections;
mod create;
mod due;
mod events;
mod install;
mod links;
mod model;
mod policy;
mod publish;
mod quality;
mod resolve;
mod save;
mod view;
mod words;

pub use check::{ConfirmSituation, SituationCheck, confirm_situation, situation_checks};
pub use corrections::{
    CORRECTION_OVERDUE_TIMER, Correction, CorrectionFilter, ReportCorrection, correction, correction_overdue,
    corrections, report_correction,
};
pub use create::{CreateSituation, create_situation};
pub use due::{SituationStanding, situations_due};
pub use events::{
    CORRECTION_CORRECTED, CORRECTION_FORWARDED, CORRECTION_OVERDUE, CORRECTION_RECEIVED, CORRECTION_REFUSED,
    SITUATION_CHECKED, SITUATION_CREATED, SITUATION_PUBLISHED, SITUATION_WITHDRAWN,
};
pub use install::install_life_situations;
pub use model::{
    LifeSituation, SituationDeadline, SituationDraft, SituationLine, SituationStep, SituationText, SituationVersion,
};
pub use publish::{PublishSituation, WithdrawSituation, publish_situation, withdraw_situation};
#[cfg(test)]
pub(crate) use quality::situation_gaps;
pub use resolve::{ForwardCorrection, ResolveCorrection, forward_correction, resolve_correction};
pub use save::{SaveSituation, save_situation};
pub use view::{
    list_situations, situation, situation_at, situation_by_id, situation_draft, situation_versions, situations_changed,
    situations_of_service, situations_of_services, situations_to_edit,
};
pub use words::{CorrectionState, Resolution, SituationBranch, SituationState};

pub(crate) use model::word_of;

#[cfg(test)]
pub(crate) use install::entries;
#[cfg(test)]
pub(crate) use policy::{may_coordinate, may_edit as may_edit_situation};
