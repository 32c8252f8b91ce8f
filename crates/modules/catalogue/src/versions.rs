//! Versions of a description in time: what is, was and will be in force (CAT-17, CAT-33).

use crate::store::{services, versions as rows};
use crate::{Description, VersionState, policy, view};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result};
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

/// The history of a service, newest first: what was published for everybody, drafts and scheduled versions too for
/// those who may see them.
///
/// # Errors
/// Not found when there is no such service, or the caller may not see it.
pub async fn versions(tx: &Read, code: &str) -> Result<Vec<VersionLine>> {
    let service = view::service(tx, code).await?;
    let insider = policy::sees_drafts(tx.caller(), service.holder);
    let mut lines = rows::of_service(tx, service.id).await?;
    lines.retain(|line| insider || line.state == VersionState::Published);
    Ok(lines)
}

/// One version of a service. What was public once can be read for ever; clients may rely on what they read then.
///
/// # Errors
/// Not found when there is none, it was never public and the caller may not see drafts, or the caller may not see the
/// service.
pub async fn service_version(tx: &Read, code: &str, version: i32) -> Result<Version> {
    let service = view::service(tx, code).await?;
    let found = rows::find(tx, service.id, version).await?.ok_or_else(|| Error::not_found("service-version"))?;
    let public = found.line.state == VersionState::Published;
    if public || policy::sees_drafts(tx.caller(), service.holder) {
        Ok(found)
    } else {
        Err(Error::not_found("service-version"))
    }
}

/// The version that was in force at an instant.
///
/// # Errors
/// Not found when there is no such service, the caller may not see it, or it had not been published by then.
pub async fn service_at(tx: &Read, code: &str, at: DateTime<Utc>) -> Result<Version> {
    let service = view::service(tx, code).await?;
    rows::at(tx, service.id, at).await?.ok_or_else(|| Error::not_found("service-version"))
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
    rows::scheduled(tx, kernel::ServiceId::new(row.id)).await
}
