//! The routes of the workplace with their rules.

use crate::{audit, cases, consultations, desk, indicators, institution, operations, services, shortcuts, start};
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
const EDITORS: Access = Access::Staff(&[Role::ContactPerson, Role::PlatformAdministrator]);
const WATCHERS: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::PlatformAdministrator]);
const PROVIDERS: Access =
    Access::Staff(&[Role::Specialist, Role::Officer, Role::ContactPerson, Role::InstitutionAdministrator]);
const CONTACT: Access = Access::Staff(&[Role::ContactPerson]);
const ADMINISTRATOR: Access = Access::Staff(&[Role::InstitutionAdministrator]);
const AUDITOR: Access = Access::Staff(&[Role::Auditor]);
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
        .merge(editing())
        .merge(whole_lists())
        .get("/work/institution", ADMINISTRATOR, institution::show)
        .post("/work/institution/members", ADMINISTRATOR, institution::add)
        .post("/work/institution/members/{id}/revoke", ADMINISTRATOR, institution::revoke)
        .get("/work/audit", AUDITOR, audit::show)
        .get("/work/operations", PLATFORM, operations::show)
}

/// What an institution does with its services as a whole, and what providers propose.
fn whole_lists() -> Routes {
    Routes::new()
        .get("/work/services/bulk", CONTACT, services::bulk)
        .post("/work/services/bulk", CONTACT, services::bulk_run)
        .get("/work/services/approval", SERVICES, services::approval)
        .post("/work/services/approval", ADMINISTRATOR, services::approve)
        .post("/work/services/four-eyes", ADMINISTRATOR, services::four_eyes)
        .get("/work/services/proposals", SERVICES, services::proposals)
        .post("/work/services/proposals/{id}", CONTACT, services::answer)
        .get("/work/services/{code}/proposals", PROVIDERS, services::proposals_about)
        .post("/work/services/{code}/proposals", PROVIDERS, services::send)
}

/// Keeping the descriptions of services.
fn editing() -> Routes {
    Routes::new()
        .get("/work/services/new", CONTACT, services::new)
        .post("/work/services/new", CONTACT, services::register)
        .get("/work/services/copies", WATCHERS, services::copies)
        .get("/work/services/{code}", WATCHERS, services::overview)
        .get("/work/services/{code}/changes", WATCHERS, services::changes)
        .get("/work/services/{code}/sections/{section}", WATCHERS, services::section)
        .post("/work/services/{code}/sections/{section}", EDITORS, services::save)
        .post("/work/services/{code}/sections/{section}/autosave", EDITORS, services::autosave)
        .get("/work/services/{code}/refused/{text}", WATCHERS, services::refused)
        .post("/work/services/{code}/refused/{text}", EDITORS, services::choose)
        .post("/work/services/{code}/submit", EDITORS, services::submit)
        .post("/work/services/{code}/take-back", EDITORS, services::take_back)
        .post("/work/services/{code}/return", EDITORS, services::give_back)
        .post("/work/services/{code}/publish", EDITORS, services::publish)
        .post("/work/services/{code}/keep", EDITORS, services::keep)
        .get("/work/services/{code}/discard", WATCHERS, services::ask_discard)
        .post("/work/services/{code}/discard", EDITORS, services::discard)
        .get("/work/services/{code}/opening", WATCHERS, services::opening)
        .post("/work/services/{code}/close", EDITORS, services::close)
        .post("/work/services/{code}/reopen", EDITORS, services::reopen)
        .post("/work/services/{code}/versions/{version}/withdraw", EDITORS, services::withdraw)
}
