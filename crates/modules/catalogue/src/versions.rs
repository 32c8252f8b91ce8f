//! Versions of a description in time: what is, was and will be in force (CAT-17, CAT-33).

use crate::store::{service_rows, services, versions as rows};
use crate::{Description, Service, VersionState, policy};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, ServiceId};
use std::sync::Arc;
use storage::Read;

/// A version as a line of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionLine {
    /// Its number, from 1.
    pub version: i32,
    /// Where it is in its life.
    pub state: VersionState,
    /// SHA-256 of its document, in hexadecimal; the same stands in the event of its publication.
    pub digest: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// In force from; in the future for a scheduled one.
    pub valid_from: Option<DateTime<Utc>>,
    /// In force up to this instant, not including it; none while it is in force.
    pub valid_to: Option<DateTime<Utc>>,
    /// When requests ended while it was in force.
    pub closed_at: Option<DateTime<Utc>>,
    /// Whether it says that the service is for the staff of institutions only.
    pub internal: bool,
    /// Who wrote it; none for what came with the program or from another system.
    pub author: Option<PersonId>,
    /// What the author said of the change.
    pub note: String,
}

impl VersionLine {
    /// Whether it was or is public at `at`.
    #[must_use]
    pub fn in_force_at(&self, at: DateTime<Utc>) -> bool {
        self.state == VersionState::Published
            && self.valid_from.is_some_and(|from| from <= at)
            && self.valid_to.is_none_or(|to| at < to)
    }

    /// Whether the service could be requested at `at`, while this version was in force.
    #[must_use]
    pub fn open_at(&self, at: DateTime<Utc>) -> bool {
        self.in_force_at(at) && self.closed_at.is_none_or(|closed| at < closed)
    }
}

/// One version, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its line of the history.
    pub line: VersionLine,
    /// The description.
    pub description: Arc<Description>,
}

/// The history of a service, newest first: what was published for those whom it was published for, drafts and scheduled
/// versions too for those who may see them. Each version is judged by its own description: what a service said while it
/// was public stays public, and what it said while it was internal stays internal, whatever it is now.
///
/// # Errors
/// Not found when there is no such service, or the caller may see no version of it.
pub async fn versions(tx: &Read, code: &str) -> Result<Vec<VersionLine>> {
    let row = known(tx, code).await?;
    let mut lines = rows::of_service(tx, ServiceId::new(row.id)).await?;
    lines.retain(|line| visible(tx, &row, line));
    if lines.is_empty() { Err(Error::not_found("service")) } else { Ok(lines) }
}

/// One version of a service. What was public once can be read for ever; clients may rely on what they read then.
///
/// # Errors
/// Not found when there is none, it was never public for the caller, or there is no such service.
pub async fn service_version(tx: &Read, code: &str, version: i32) -> Result<Version> {
    let row = known(tx, code).await?;
    let found = rows::find(tx, ServiceId::new(row.id), version).await?;
    shown(tx, &row, found).await
}

/// The version that was in force at an instant.
///
/// # Errors
/// Not found when there is no such service, it had not been published by then, or what was in force then was not for the
/// caller.
pub async fn service_at(tx: &Read, code: &str, at: DateTime<Utc>) -> Result<Version> {
    let row = known(tx, code).await?;
    let found = rows::at(tx, ServiceId::new(row.id), at).await?;
    shown(tx, &row, found).await
}

/// The service as a version that the caller was shown describes it: also one that has become internal since (CAT-33).
///
/// # Errors
/// Not found when there is no such service.
pub async fn service_of_version(tx: &Read, code: &str, version: Version) -> Result<Service> {
    let service = known(tx, code).await?.with(version.description)?;
    Ok(Service { version: version.line.version, valid_from: version.line.valid_from, ..service })
}

/// The versions of a service that wait for their day, soonest first.
///
/// # Errors
/// Not found; forbidden for those who may not see drafts of the service.
pub async fn scheduled_versions(tx: &Read, code: &str) -> Result<Vec<VersionLine>> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    if !policy::sees_drafts(tx.caller(), InstitutionId::new(row.holder)) {
        return Err(Error::not_found("service"));
    }
    rows::scheduled(tx, ServiceId::new(row.id)).await
}

/// The row of a service of which the caller may see something, as far as its state goes.
pub(crate) async fn known(tx: &Read, code: &str) -> Result<service_rows::Model> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    let holder = InstitutionId::new(row.holder);
    if policy::may_see(tx.caller(), row.state.parse()?, holder, false) {
        Ok(row)
    } else {
        Err(Error::not_found("service"))
    }
}

/// The version, if it is there and the caller may see it. A service of which the caller may see none is missing itself.
async fn shown(tx: &Read, row: &service_rows::Model, found: Option<Version>) -> Result<Version> {
    match found.filter(|found| visible(tx, row, &found.line)) {
        Some(found) => Ok(found),
        None => {
            versions(tx, &row.code).await?;
            Err(Error::not_found("service-version"))
        }
    }
}

fn visible(tx: &Read, row: &service_rows::Model, line: &VersionLine) -> bool {
    policy::may_see_version(tx.caller(), line.state, InstitutionId::new(row.holder), line.internal)
}
