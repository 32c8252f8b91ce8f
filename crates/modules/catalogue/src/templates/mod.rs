//! Templates of unified services: described once, given by many holders with details of their own (UNI-01 to UNI-08).

mod attach;
mod carry;
mod change;
mod check;
mod content;
mod coverage;
mod create_service;
mod detach;
mod deviations;
mod effect;
mod events;
mod family;
mod fit;
mod id;
mod leader;
mod list_once;
mod local;
mod model;
pub(crate) mod policy;
mod represent;
mod state;
mod view;

pub use attach::{AttachService, attach_service};
pub use carry::{CARRY_TEMPLATE_TIMER, carry_template};
pub(crate) use change::begin as begin_template;
pub use change::{ChangeTemplate, change_template, create_template, is_unified};
#[cfg(test)]
pub(crate) use check::template_gaps;
pub use content::install_template_services;
pub(crate) use content::labelled;
pub use coverage::{Coverage, CoverageCell, CoverageRow, coverage, coverage_csv, unattached};
pub use create_service::create_service_from_template;
pub use detach::{DetachService, detach_service};
pub use deviations::{Deviation, MemberDeviations, deviations};
pub use effect::{TemplateEffect, template_effect};
pub use events::{
    TEMPLATE_ATTACHED, TEMPLATE_CHANGED, TEMPLATE_CREATED, TEMPLATE_DETACHED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN,
};
pub use family::{Family, Member, family};
pub use id::TemplateId;
pub(crate) use leader::choose_leader;
pub use list_once::list_services_once;
pub use model::{Template, TemplateLine, TemplateScope, TemplateState, TemplateText, TemplateVersionLine};
pub use represent::{Representative, representatives};
pub use state::{publish_template, withdraw_template};
pub use view::{template, template_by_id, template_history, template_of, templates, templates_by_codes};
