//! Templates of unified services: described once, given by many holders with details of their own (UNI-01 to UNI-08), at
//! once or from a day to come.

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
mod join;
mod leader;
mod list_once;
mod local;
mod model;
mod plan;
mod plan_day;
mod planned;
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
pub use effect::{TemplateEffect, plan_effect, template_effect};
pub use events::{
    TEMPLATE_ATTACHED, TEMPLATE_CHANGED, TEMPLATE_CREATED, TEMPLATE_DETACHED, TEMPLATE_PLAN_REFUSED,
    TEMPLATE_PLAN_WITHDRAWN, TEMPLATE_PLANNED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN,
};
pub use family::{Family, Member, family};
pub use id::TemplateId;
pub(crate) use leader::choose_leader;
pub use list_once::list_services_once;
pub use model::{
    Template, TemplateLine, TemplatePlanState, TemplateScope, TemplateState, TemplateText, TemplateVersionLine,
};
pub use plan::{PlanTemplate, plan_template, withdraw_template_plan};
pub use plan_day::{TEMPLATE_DAY_TIMER, template_takes_effect};
pub use planned::{TemplatePlan, template_plan, template_plans};
pub use represent::{Representative, representatives};
pub use state::{publish_template, withdraw_template};
pub use view::{template, template_by_id, template_history, template_of, templates, templates_by_codes};
