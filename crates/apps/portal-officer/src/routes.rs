//! The routes of the workplace with their rules.

use crate::{audit, cases, checks, consultations, desk, indicators, institution, operations, oversight, quality};
use crate::{services, shortcuts, start};
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
const CONTACT: Access = Access::Staff(&[Role::ContactPerson]);
const QUALITY: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::PlatformAdministrator]);
const OVERSIGHT: Access = Access::Staff(&[Role::Auditor, Role::PlatformAdministrator]);
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
        .get("/work/institution", ADMINISTRATOR, institution::show)
        .post("/work/institution/members", ADMINISTRATOR, institution::add)
        .post("/work/institution/members/{id}/revoke", ADMINISTRATOR, institution::revoke)
        .get("/work/quality", QUALITY, quality::list)
        .get("/work/quality/{code}", QUALITY, quality::show)
        .get("/work/checks", QUALITY, checks::list)
        .post("/work/checks", CONTACT, checks::confirm)
        .get("/work/oversight", OVERSIGHT, oversight::list)
        .get("/work/oversight.csv", OVERSIGHT, oversight::list_csv)
        .get("/work/candidates", OVERSIGHT, oversight::candidates)
        .get("/work/candidates.csv", OVERSIGHT, oversight::candidates_csv)
        .get("/work/audit", AUDITOR, audit::show)
        .get("/work/operations", PLATFORM, operations::show)
}
