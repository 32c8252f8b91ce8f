#![doc = include_str!("../README.md")]

mod body;
mod cases;
mod consultations;
mod etag;
mod indicators;
mod oauth;
mod openapi;
mod paging;
mod services;

use kernel::Role;
use web_kit::{Access, Routes};

pub use openapi::{EXAMPLE_CASE, document};

const READS_CASES: Access =
    Access::Api { roles: &[Role::Client, Role::Officer, Role::Specialist], scope: "cases:read" };
const SENDS_CASES: Access = Access::Api { roles: &[Role::Client], scope: "cases:write" };
const CHANGES_CASES: Access = Access::Api { roles: &[Role::Client, Role::Officer], scope: "cases:write" };
const CONSULTS: Access = Access::Api { roles: &[Role::Officer, Role::Specialist], scope: "consultations:write" };

/// Every route of this door, with its rule.
#[must_use]
pub fn routes() -> Routes {
    Routes::plain()
        .get("/openapi.json", Access::Public, openapi::show)
        .get("/api/v1/services", Access::Public, services::list::list)
        .get("/api/v1/services/{code}", Access::Public, services::show::show)
        .get("/api/v1/cases", READS_CASES, cases::list::list)
        .post("/api/v1/cases", SENDS_CASES, cases::submit::submit)
        .get("/api/v1/cases/{number}", READS_CASES, cases::show::show)
        .get("/api/v1/cases/{number}/events", READS_CASES, cases::events::list)
        .post("/api/v1/cases/{number}/events", CHANGES_CASES, cases::report::report)
        .post("/api/v1/consultations", CONSULTS, consultations::register::register)
        .get("/api/v1/indicators/services", Access::Public, indicators::services::services)
        .post("/oauth/token", Access::Public, oauth::token::token)
}

#[cfg(test)]
mod tests;
