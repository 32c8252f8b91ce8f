//! Life situations (MK 400, POR-03): what to do in order, with services across institutions, kept by editors of their
//! own under the coordinator of their branch (POR-04).

mod branches;
mod check;
mod corrections;
mod create;
mod due;
mod events;
mod install;
mod links;
mod model;
mod order;
mod policy;
mod publish;
mod quality;
mod resolve;
mod save;
mod view;
mod words;

pub use branches::{
    Coordination, SetCoordinator, coordinated_branches, coordinators, ensure_coordinators, set_coordinator,
};
pub use check::{ConfirmSituation, SituationCheck, confirm_situation, situation_checks};
pub use corrections::{
    CORRECTION_OVERDUE_TIMER, Correction, CorrectionAbout, CorrectionFilter, CorrectionStanding, CorrectionsWaiting,
    ReportCorrection, ReportServiceCorrection, correction, correction_overdue, corrections, corrections_waiting,
    report_correction, report_service_correction,
};
pub use create::{CreateSituation, create_situation, situation_faults};
pub use due::{SituationStanding, situations_due};
pub use events::{
    COORDINATOR_SET, CORRECTION_CORRECTED, CORRECTION_ELSEWHERE, CORRECTION_FORWARDED, CORRECTION_OVERDUE,
    CORRECTION_RECEIVED, CORRECTION_REFUSED, SITUATION_CHECKED, SITUATION_CREATED, SITUATION_HANDED_OVER,
    SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SITUATIONS_ORDERED,
};
pub use install::install_life_situations;
pub use model::{
    LifeSituation, SituationActs, SituationDeadline, SituationDraft, SituationLine, SituationStep, SituationText,
    SituationVersion, WithdrawnSituation,
};
pub use order::{BranchOrder, HandOverSituation, OrderSituations, branch_order, hand_over_situation, order_situations};
pub use publish::{PublishSituation, WithdrawSituation, publish_situation, withdraw_situation};
#[cfg(test)]
pub(crate) use quality::situation_gaps;
pub use resolve::{ForwardCorrection, ResolveCorrection, forward_correction, resolve_correction};
pub use save::{SaveSituation, save_situation};
pub use view::{
    list_situations, published_situations, situation, situation_at, situation_by_id, situation_draft, situation_titles,
    situation_version, situation_versions, situations_changed, situations_of_service, situations_of_services,
    situations_to_edit, withdrawn_situation,
};
pub use words::{CorrectionState, Resolution, SituationBranch, SituationState};

pub(crate) use corrections::CorrectionSight;
pub(crate) use events::stream_of;
pub(crate) use model::{slug_of, word_of};
pub(crate) use policy::Keepers;

#[cfg(test)]
pub(crate) use install::entries;
#[cfg(test)]
pub(crate) use policy::may_publish as may_publish_situation;
#[cfg(test)]
pub(crate) use policy::{Rule, may_confirm, may_coordinate, may_edit as may_edit_situation, may_name_coordinators};
