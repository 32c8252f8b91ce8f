//! The routes of the workplace with their rules.

use crate::{
    articles, audit, cases, consultations, corrections, desk, indicators, institution, internal, operations, services,
    shortcuts, situations, start,
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
const EDITORS: Access = Access::Staff(&[Role::ContactPerson, Role::PlatformAdministrator]);
const PLATFORM: Access = Access::Staff(&[Role::PlatformAdministrator]);

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
        .merge(content())
}

/// The portal's content: life situations, reported mistakes, articles, internal services.
fn content() -> Routes {
    Routes::new()
        .get("/work/internal", ALL, internal::list)
        .get("/work/situations", EDITORS, situations::list)
        .post("/work/situations", EDITORS, situations::create)
        .get("/work/situations/new", EDITORS, situations::begin)
        .get("/work/situations/{slug}", EDITORS, situations::edit)
        .post("/work/situations/{slug}", EDITORS, situations::save)
        .post("/work/situations/{slug}/publish", EDITORS, situations::publish)
        .post("/work/situations/{slug}/withdraw", EDITORS, situations::withdraw)
        .post("/work/situations/{slug}/check", EDITORS, situations::check)
        .get("/work/corrections", EDITORS, corrections::list)
        .get("/work/corrections/{id}", EDITORS, corrections::show)
        .post("/work/corrections/{id}/forward", PLATFORM, corrections::forward)
        .post("/work/corrections/{id}/resolve", EDITORS, corrections::resolve)
        .get("/work/articles", EDITORS, articles::list)
        .post("/work/articles", EDITORS, articles::create)
        .get("/work/articles/new", EDITORS, articles::begin)
        .get("/work/articles/{kind}/{slug}", EDITORS, articles::edit)
        .post("/work/articles/{kind}/{slug}", EDITORS, articles::save)
        .post("/work/articles/{kind}/{slug}/publish", EDITORS, articles::publish)
        .post("/work/articles/{kind}/{slug}/withdraw", EDITORS, articles::withdraw)
}
