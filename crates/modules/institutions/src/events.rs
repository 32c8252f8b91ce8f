//! Facts about an institution: what changed of its record, its staff, by ids only, what it stated of its rules, and its
//! branches.

use crate::{InstitutionPart, Membership};
use chrono::NaiveDate;
use kernel::{MembershipId, PersonId, Result, Role};
use serde::{Deserialize, Serialize};
use storage::{Event, NewEvent};

/// It was added by the platform (AUT-06).
pub const INSTITUTION_ADDED: &str = "institution.added";
/// Its record changed: what it is, or how its seat is reached (ADM-07).
pub const INSTITUTION_CHANGED: &str = "institution.changed";

/// Somebody got a role.
pub const MEMBERSHIP_ADDED: &str = "membership.added";
/// Somebody lost a role.
pub const MEMBERSHIP_REVOKED: &str = "membership.revoked";

/// It stated what its internal rules say about a point of the checklist (CAT-34).
pub const NORM_STATED: &str = "norm.stated";
/// It stated its last measurement of clients' satisfaction (CAT-34).
pub const MEASUREMENT_STATED: &str = "satisfaction.stated";

/// It opened a branch (POR-16).
pub const BRANCH_ADDED: &str = "branch.added";
/// It changed what people are told of a branch.
pub const BRANCH_CHANGED: &str = "branch.changed";
/// It closed a branch.
pub const BRANCH_CLOSED: &str = "branch.closed";

/// Data of [`INSTITUTION_ADDED`] and [`INSTITUTION_CHANGED`], version 1: which parts changed, and the digests of the
/// records whose texts stand in the table of changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InstitutionFact {
    pub revision: i64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changed: Vec<InstitutionPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    pub after: String,
}

/// Data of the events of branches, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct BranchFact {
    pub code: String,
    pub revision: i64,
}

/// Data of [`NORM_STATED`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NormFact {
    pub point: String,
    pub version: i32,
    pub in_force: bool,
    pub valid_from: NaiveDate,
}

/// Data of [`MEASUREMENT_STATED`], version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MeasurementFact {
    pub version: i32,
    pub ended_on: NaiveDate,
    pub published_on: Option<NaiveDate>,
}

/// Data of the events of memberships, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MembershipFact {
    pub membership: MembershipId,
    pub person: PersonId,
    pub role: Role,
}

/// Whose membership an event of kind [`MEMBERSHIP_ADDED`] or [`MEMBERSHIP_REVOKED`] is about.
///
/// # Errors
/// Internal `event-data` for an event of another shape.
pub fn person_of(event: &Event) -> Result<PersonId> {
    event.read::<MembershipFact>().map(|fact| fact.person)
}

/// The event of `kind` about `membership`.
pub(crate) fn fact(kind: &'static str, membership: &Membership) -> Result<NewEvent> {
    let data = MembershipFact { membership: membership.id, person: membership.person, role: membership.role };
    NewEvent::new(kind, 1, &data)
}
