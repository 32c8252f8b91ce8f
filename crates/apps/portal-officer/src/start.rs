//! `/work`: each role begins at its own page.

use kernel::Role;
use web_kit::{Answer, Visit};

/// To the page of the caller's role.
pub async fn show(visit: Visit) -> Answer {
    visit.redirect(match visit.caller().role {
        Role::ContactPerson => "/work/services",
        Role::InstitutionAdministrator => "/work/institution",
        Role::Auditor => "/work/audit",
        Role::PlatformAdministrator => "/work/operations",
        _ => "/work/desk",
    })
}
