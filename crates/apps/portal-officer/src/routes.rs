//! The routes of the workplace with their rules.

use crate::{
    audit, cases, consultations, desk, indicators, institution, operations, services, shortcuts, start, unified,
};
use kernel::Role;
use web_kit::{Access, Routes};

/// The most bytes of a decision with its file.
const DECISION_LIMIT: usize = 12 << 20;

const ALL: Access = Access::Staff(&[
    Role::Specialist,
    Role::Officer,
    Role::ContactPerson,
    Role::InstitutionAdministrator,
    Role::Auditor,
    Role::PlatformAdministrator,
]);
const DESK: Access = Access::Staff(&[Role::Officer, Role::Specialist]);
const OFFICER: Access = Access::Staff(&[Role::Officer]);
const READERS: Access = Access::Staff(&[Role::Officer, Role::Specialist, Role::Auditor]);
const SERVICES: Access = Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator]);
const ADMINISTRATOR: Access = Access::Staff(&[Role::InstitutionAdministrator]);
const AUDITOR: Access = Access::Staff(&[Role::Auditor]);
const PLATFORM: Access = Access::Staff(&[Role::PlatformAdministrator]);
const TEMPLATES: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::PlatformAdministrator]);
const ATTACHING: Access = Access::Staff(&[Role::ContactPerson, Role::PlatformAdministrator]);
const CONTACT: Access = Access::Staff(&[Role::ContactPerson]);

/// Every route of this portal.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/work", ALL, start::show)
        .get("/work/shortcuts", ALL, shortcuts::show)
        .get("/work/desk", DESK, desk::show)
        .get("/work/find", DESK, desk::find)
        .post("/work/desk/next", OFFICER, desk::take_next)
        .post("/work/consultations", DESK, consultations::register)
        .post("/work/consultations/{id}/undo", DESK, consultations::undo)
        .get("/work/cases/{number}", READERS, cases::show)
        .get("/work/cases/{number}/documents/{id}", READERS, cases::file)
        .post("/work/cases/{number}/identity", DESK, cases::reveal)
        .post("/work/cases/{number}/take", OFFICER, cases::take)
        .post("/work/cases/{number}/give-back", OFFICER, cases::give_back)
        .post("/work/cases/{number}/ask", OFFICER, cases::ask)
        .post_up_to("/work/cases/{number}/decide", OFFICER, DECISION_LIMIT, cases::decide)
        .post("/work/cases/{number}/deliver", OFFICER, cases::deliver)
        .post("/work/cases/{number}/close", OFFICER, cases::close)
        .get("/work/indicators", ALL, indicators::show)
        .get("/work/indicators.csv", ALL, indicators::csv)
        .get("/work/services", SERVICES, services::list)
        .get("/work/institution", ADMINISTRATOR, institution::show)
        .post("/work/institution/members", ADMINISTRATOR, institution::add)
        .post("/work/institution/members/{id}/revoke", ADMINISTRATOR, institution::revoke)
        .get("/work/audit", AUDITOR, audit::show)
        .get("/work/operations", PLATFORM, operations::show)
        .merge(unified_services())
}

/// Templates of unified services.
fn unified_services() -> Routes {
    Routes::new()
        .get("/work/templates", TEMPLATES, unified::list)
        .post("/work/templates", PLATFORM, unified::create)
        .get("/work/templates/new", PLATFORM, unified::begin)
        .get("/work/templates/coverage", TEMPLATES, unified::coverage)
        .get("/work/templates/coverage.csv", TEMPLATES, unified::csv)
        .get("/work/templates/similar", PLATFORM, unified::similar)
        .post("/work/templates/similar/decide", PLATFORM, unified::decide)
        .post("/work/templates/similar/template", PLATFORM, unified::make_template)
        .post("/work/templates/similar/attach", PLATFORM, unified::attach_similar)
        .get("/work/templates/{code}", TEMPLATES, unified::show)
        .get("/work/templates/{code}/edit", PLATFORM, unified::edit)
        .post("/work/templates/{code}/edit", PLATFORM, unified::change)
        .post("/work/templates/{code}/publish", PLATFORM, unified::publish)
        .post("/work/templates/{code}/withdraw", PLATFORM, unified::withdraw)
        .post("/work/templates/{code}/attach", CONTACT, unified::attach)
        .post("/work/templates/{code}/create-service", CONTACT, unified::create_service)
        .post("/work/templates/{code}/detach", ATTACHING, unified::detach)
}
