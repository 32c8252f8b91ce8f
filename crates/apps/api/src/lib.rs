#![doc = include_str!("../README.md")]

mod body;
mod by_name;
mod cases;
mod consultations;
mod etag;
mod indicators;
mod institutions;
mod oauth;
mod openapi;
mod paging;
mod place;
mod problems;
mod query;
mod services;
mod situations;

use http::Method;
use identity::Scope;
use kernel::Role;
use web_kit::{Access, Routes};

pub use openapi::{EXAMPLE_CASE, document};
pub use services::dump::service_line;

const READS_CASES: Access =
    Access::Api { roles: &[Role::Client, Role::Officer, Role::Specialist], scope: Scope::CasesRead };
const SENDS_CASES: Access =
    Access::Api { roles: &[Role::Client, Role::Officer, Role::Specialist], scope: Scope::CasesWrite };
const CHANGES_CASES: Access = Access::Api { roles: &[Role::Client, Role::Officer], scope: Scope::CasesWrite };
const CONSULTS: Access = Access::Api { roles: &[Role::Officer, Role::Specialist], scope: Scope::ConsultationsWrite };

const READS_INDICATORS: Access = Access::Api {
    roles: &[
        Role::Specialist,
        Role::Officer,
        Role::ContactPerson,
        Role::InstitutionAdministrator,
        Role::Auditor,
        Role::PlatformAdministrator,
    ],
    scope: Scope::IndicatorsRead,
};
const SENDS_INDICATORS: Access = Access::Api { roles: &[Role::ContactPerson], scope: Scope::IndicatorsWrite };

const SENDS_SERVICES: Access = Access::Api { roles: &[Role::ContactPerson], scope: Scope::ServicesWrite };

/// The most bytes of a feed of services.
const FEED_LIMIT: usize = 16 << 20;

/// The files of a request may together be as large as so many of the largest ones.
const FILES: usize = 2;

/// Every route of this door, with its rule.
#[must_use]
pub fn routes() -> Routes {
    Routes::plain()
        .get("/openapi.json", Access::Public, openapi::show)
        .merge(open_data())
        .on(Method::PUT, "/api/v1/services/by-external-id/{external_id}", SENDS_SERVICES, services::sending::put::put)
        .on(
            Method::DELETE,
            "/api/v1/services/by-external-id/{external_id}",
            SENDS_SERVICES,
            services::sending::withdraw::withdraw,
        )
        .get("/api/v1/services/by-external-id/{external_id}", SENDS_SERVICES, services::sending::own::show)
        .post_up_to("/api/v1/services/import", SENDS_SERVICES, FEED_LIMIT, services::sending::feed::import)
        .get("/api/v1/cases", READS_CASES, cases::list::list)
        .post_encoded("/api/v1/cases", SENDS_CASES, FILES, cases::submit::submit)
        .get("/api/v1/cases/{number}", READS_CASES, cases::show::show)
        .get("/api/v1/cases/{number}/documents/{id}", READS_CASES, cases::document::show)
        .get("/api/v1/cases/{number}/events", READS_CASES, cases::events::list)
        .post_encoded("/api/v1/cases/{number}/events", CHANGES_CASES, 1, cases::report::report)
        .post("/api/v1/consultations", CONSULTS, consultations::register::register)
        .get("/api/v1/indicators/services", Access::Public, indicators::services::services)
        .get("/api/v1/indicators/own", READS_INDICATORS, indicators::own::list)
        .post("/api/v1/indicators/own", SENDS_INDICATORS, indicators::own::record)
        .post("/oauth/token", Access::Public, oauth::token::token)
}

/// What everybody may read and the pages of other sites as well.
fn open_data() -> Routes {
    Routes::plain()
        .get("/api/v1/services", Access::Open, services::list::list)
        .get("/api/v1/services/changes", Access::Open, services::changes::changes)
        .get("/api/v1/services/dump.jsonl", Access::Open, services::dump::jsonl)
        .get("/api/v1/services/dump.csv", Access::Open, services::dump::csv)
        .get("/api/v1/services/dump.ttl", Access::Open, services::dump::turtle)
        .get("/api/v1/services/{code}", Access::Open, services::show::show)
        .get("/api/v1/services/{code}/versions", Access::Open, services::versions::list)
        .get("/api/v1/services/{code}/versions/{version}", Access::Open, services::versions::show)
        .get("/api/v1/life-situations", Access::Open, situations::list::list)
        .get("/api/v1/life-situations/{slug}", Access::Open, situations::show::show)
        .get("/api/v1/institutions/{code}", Access::Open, institutions::show::show)
        .get("/api/v1/institutions/{code}/places", Access::Open, institutions::places::list)
        .get("/api/v1/indicators/portal", Access::Open, indicators::portal::show)
        .get("/api/v1/indicators/portal.csv", Access::Open, indicators::portal::csv)
        .get("/id/service/{code}", Access::Open, services::addresses::service)
        .get("/id/institution/{code}", Access::Open, services::addresses::institution)
        .get("/id/concept/{list}", Access::Open, services::addresses::scheme)
        .get("/id/concept/{list}/{word}", Access::Open, services::addresses::concept)
        .get("/catalog.ttl", Access::Open, services::addresses::catalogue_turtle)
        .get("/catalog.jsonld", Access::Open, services::addresses::catalogue_json_ld)
}

#[cfg(test)]
mod tests;
