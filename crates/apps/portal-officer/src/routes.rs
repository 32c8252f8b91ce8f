//! The routes of the workplace with their rules.

use crate::{
    acts, articles, audit, branches, cases, checks, consultations, corrections, desk, enquiries, indicators,
    institution, institutions, internal, norms, operations, oversight, own_indicators, quality, search, services,
    services_exchange, shortcuts, situations, staff, start, systems, unified,
};
use kernel::Role;
use web_kit::{Access, Routes};

/// The most bytes of a table of services with its form.
const TABLE_LIMIT: usize = 6 << 20;

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
const LETTERS: Access = Access::Staff(&[
    Role::Specialist,
    Role::Officer,
    Role::ContactPerson,
    Role::InstitutionAdministrator,
    Role::Auditor,
]);
const PROVIDERS: Access =
    Access::Staff(&[Role::Specialist, Role::Officer, Role::ContactPerson, Role::InstitutionAdministrator]);
const CONTACT: Access = Access::Staff(&[Role::ContactPerson]);
const QUALITY: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::PlatformAdministrator]);
const OVERSIGHT: Access = Access::Staff(&[Role::Auditor, Role::PlatformAdministrator]);
const CANDIDATES: Access = Access::Staff(&[Role::ContactPerson, Role::Auditor, Role::PlatformAdministrator]);
const ADMINISTRATOR: Access = Access::Staff(&[Role::InstitutionAdministrator]);
const ADMINISTRATORS: Access = Access::Staff(&[Role::InstitutionAdministrator, Role::PlatformAdministrator]);
const AUDITOR: Access = Access::Staff(&[Role::Auditor]);
const PLATFORM: Access = Access::Staff(&[Role::PlatformAdministrator]);
const TEMPLATES: Access =
    Access::Staff(&[Role::ContactPerson, Role::InstitutionAdministrator, Role::Auditor, Role::PlatformAdministrator]);
const ATTACHING: Access = Access::Staff(&[Role::ContactPerson, Role::PlatformAdministrator]);

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
        .post_files("/work/cases", DESK, 1, cases::register)
        .get("/work/cases/new", DESK, cases::begin)
        .get("/work/cases/{number}", READERS, cases::show)
        .get("/work/cases/{number}/documents/{id}", READERS, cases::file)
        .post("/work/cases/{number}/identity", DESK, cases::reveal)
        .post("/work/cases/{number}/take", OFFICER, cases::take)
        .post("/work/cases/{number}/give-back", OFFICER, cases::give_back)
        .post("/work/cases/{number}/ask", OFFICER, cases::ask)
        .post_files("/work/cases/{number}/answer", OFFICER, 1, cases::receive)
        .post_files("/work/cases/{number}/decide", OFFICER, 1, cases::decide)
        .post("/work/cases/{number}/withdraw", OFFICER, cases::withdraw)
        .post("/work/cases/{number}/deliver", OFFICER, cases::deliver)
        .post("/work/cases/{number}/close", OFFICER, cases::close)
        .get("/work/enquiries", LETTERS, enquiries::list)
        .get("/work/enquiries/{id}", LETTERS, enquiries::show)
        .post("/work/enquiries/{id}/answer", PROVIDERS, enquiries::answer)
        .post("/work/enquiries/{id}/forward", PROVIDERS, enquiries::forward)
        .get("/work/indicators", ALL, indicators::show)
        .get("/work/indicators.csv", ALL, indicators::csv)
        .get("/work/services", SERVICES, services::list)
        .get("/work/services/export.csv", SERVICES, services_exchange::csv)
        .get("/work/services/export.xlsx", SERVICES, services_exchange::xlsx)
        .get("/work/services/import", CONTACT, services_exchange::show)
        .post_up_to("/work/services/import", CONTACT, TABLE_LIMIT, services_exchange::preview)
        .post("/work/services/import/{id}", CONTACT, services_exchange::apply)
        .get("/work/quality", QUALITY, quality::list)
        .get("/work/quality/{code}", QUALITY, quality::show)
        .get("/work/checks", QUALITY, checks::list)
        .post("/work/checks", CONTACT, checks::confirm)
        .get("/work/audit", AUDITOR, audit::show)
        .get("/work/audit/viewings", AUDITOR, audit::ask)
        .post("/work/audit/viewings", AUDITOR, audit::find)
        .get("/work/refused-writes", OVERSIGHT, services_exchange::refused)
        .get("/work/operations", PLATFORM, operations::show)
        .get("/work/acts", PLATFORM, acts::list)
        .post("/work/acts", PLATFORM, acts::set)
        .post("/work/acts/{number}/remove", PLATFORM, acts::remove)
        .merge(overseeing())
        .merge(access())
        .merge(rules_and_own_indicators())
        .merge(editing())
        .merge(whole_lists())
        .merge(search_rules())
        .merge(unified_services())
        .merge(content())
}

/// The register as a whole, and services that should become e-services.
fn overseeing() -> Routes {
    Routes::new()
        .get("/work/oversight", OVERSIGHT, oversight::list)
        .get("/work/oversight.csv", OVERSIGHT, oversight::list_csv)
        .get("/work/candidates", CANDIDATES, oversight::candidates)
        .get("/work/candidates.csv", CANDIDATES, oversight::candidates_csv)
        .post("/work/candidates", EDITORS, oversight::nominate)
        .get("/work/candidates/new", EDITORS, oversight::begin)
        .get("/work/candidates/withdrawn", CANDIDATES, oversight::withdrawn)
        .get("/work/candidates/{id}", CANDIDATES, oversight::show_nomination)
        .post("/work/candidates/{id}/withdraw", EDITORS, oversight::withdraw)
}

/// What is kept of institutions, who works in one, colleagues in all of them, which of its systems may call the API, and
/// where it serves people.
fn access() -> Routes {
    Routes::new()
        .get("/work/institutions", PLATFORM, institutions::list)
        .post("/work/institutions", PLATFORM, institutions::add)
        .get("/work/institutions/new", PLATFORM, institutions::begin)
        .get("/work/institutions/{code}", WATCHERS, institutions::show)
        .post("/work/institutions/{code}", WATCHERS, institutions::change)
        .get("/work/contacts", SERVICES, institutions::own)
        .get("/work/staff", ALL, staff::list)
        .get("/work/institution", ADMINISTRATORS, institution::show)
        .post("/work/institution/members", ADMINISTRATORS, institution::add)
        .post("/work/institution/members/{id}/revoke", ADMINISTRATORS, institution::revoke)
        .get("/work/systems", ADMINISTRATORS, systems::show)
        .post("/work/systems", ADMINISTRATORS, systems::register)
        .post("/work/systems/{id}/renew", ADMINISTRATORS, systems::renew)
        .post("/work/systems/{id}/revoke", ADMINISTRATORS, systems::revoke)
        .get("/work/branches", SERVICES, branches::list)
        .post("/work/branches", SERVICES, branches::add)
        .get("/work/branches/new", SERVICES, branches::begin)
        .get("/work/branches/{code}", SERVICES, branches::show)
        .post("/work/branches/{code}", SERVICES, branches::change)
        .post("/work/branches/{code}/close", SERVICES, branches::close)
}

/// The institution's internal rules, and the indicators that it sets itself.
fn rules_and_own_indicators() -> Routes {
    Routes::new()
        .get("/work/norms", QUALITY, norms::list)
        .get("/work/norms/satisfaction", QUALITY, norms::show_satisfaction)
        .post("/work/norms/satisfaction", SERVICES, norms::save_satisfaction)
        .get("/work/norms/{point}", QUALITY, norms::show)
        .post("/work/norms/{point}", SERVICES, norms::save)
        .get("/work/indicators/own", CONTACT, own_indicators::list)
        .get("/work/indicators/own/new", CONTACT, own_indicators::begin)
        .post("/work/indicators/own/new", CONTACT, own_indicators::define)
        .post_up_to("/work/indicators/own/values", CONTACT, TABLE_LIMIT, own_indicators::record_many)
        .get("/work/indicators/own/{code}", CONTACT, own_indicators::show)
        .post("/work/indicators/own/{code}", CONTACT, own_indicators::change)
        .post("/work/indicators/own/{code}/values", CONTACT, own_indicators::record)
}

/// What the search is told, and what people asked of it.
fn search_rules() -> Routes {
    Routes::new()
        .get("/work/search", PLATFORM, search::show)
        .get("/work/search/report", PLATFORM, search::report)
        .post("/work/search/starting-set", PLATFORM, search::install)
        .post("/work/search/synonyms", PLATFORM, search::set_synonym)
        .post("/work/search/synonyms/{id}/remove", PLATFORM, search::remove_synonym)
        .post("/work/search/boosts", PLATFORM, search::set_boost)
        .post("/work/search/boosts/{id}/remove", PLATFORM, search::remove_boost)
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
        .post("/work/templates/{code}/plan/withdraw", PLATFORM, unified::withdraw_plan)
        .post("/work/templates/{code}/attach", CONTACT, unified::attach)
        .post("/work/templates/{code}/create-service", CONTACT, unified::create_service)
        .post("/work/templates/{code}/detach", ATTACHING, unified::detach)
}

/// What an institution does with its services as a whole, and what passes between it and its providers.
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
        .get("/work/services/{code}/instructions", PROVIDERS, services::instructions)
        .post("/work/services/{code}/instructions", CONTACT, services::issue_instruction)
        .post("/work/services/instructions/{id}/withdraw", CONTACT, services::withdraw_instruction)
        .post("/work/services/instructions/{id}/read", PROVIDERS, services::read_instruction)
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
        .post("/work/services/{code}/take-over", EDITORS, services::take_over)
        .get("/work/services/{code}/discard", WATCHERS, services::ask_discard)
        .post("/work/services/{code}/discard", EDITORS, services::discard)
        .get("/work/services/{code}/opening", WATCHERS, services::opening)
        .post("/work/services/{code}/close", EDITORS, services::close)
        .post("/work/services/{code}/reopen", EDITORS, services::reopen)
        .post("/work/services/{code}/versions/{version}/withdraw", EDITORS, services::withdraw)
}

/// The portal's content: life situations, reported mistakes, articles, internal services.
fn content() -> Routes {
    Routes::new()
        .get("/work/internal", ALL, internal::list)
        .get("/work/situations", EDITORS, situations::list)
        .post("/work/situations", EDITORS, situations::create)
        .get("/work/situations/new", EDITORS, situations::begin)
        .get("/work/situations/order", EDITORS, situations::show_order)
        .post("/work/situations/order", EDITORS, situations::order)
        .get("/work/situations/coordinators", PLATFORM, situations::coordinators)
        .post("/work/situations/coordinators", PLATFORM, situations::set_coordinator)
        .get("/work/situations/{slug}", EDITORS, situations::edit)
        .post("/work/situations/{slug}", EDITORS, situations::save)
        .post("/work/situations/{slug}/publish", EDITORS, situations::publish)
        .post("/work/situations/{slug}/withdraw", EDITORS, situations::withdraw)
        .post("/work/situations/{slug}/check", EDITORS, situations::check)
        .post("/work/situations/{slug}/hand-over", EDITORS, situations::hand_over)
        .get("/work/corrections", EDITORS, corrections::list)
        .get("/work/corrections/{id}", EDITORS, corrections::show)
        .post("/work/corrections/{id}/forward", EDITORS, corrections::forward)
        .post("/work/corrections/{id}/resolve", EDITORS, corrections::resolve)
        .get("/work/articles", EDITORS, articles::list)
        .post("/work/articles", EDITORS, articles::create)
        .get("/work/articles/new", EDITORS, articles::begin)
        .get("/work/articles/{kind}/{slug}", EDITORS, articles::edit)
        .post("/work/articles/{kind}/{slug}", EDITORS, articles::save)
        .post("/work/articles/{kind}/{slug}/publish", EDITORS, articles::publish)
        .post("/work/articles/{kind}/{slug}/withdraw", EDITORS, articles::withdraw)
}
