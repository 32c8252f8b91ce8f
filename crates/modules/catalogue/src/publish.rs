//! Publishing a description: at once, or on a day to come (CAT-17).

use crate::events::{SERVICE_PUBLISHED, SERVICE_SCHEDULE_WITHDRAWN, SERVICE_SCHEDULED, ServiceFact};
use crate::store::{cache, edit, service_rows, services, versions};
use crate::{Description, ServiceState, VersionState, categories, joint, links, policy, quality};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, InstitutionId, Result, ServiceId};
use std::sync::Arc;
use storage::{Expected, Stream, Write};
use worktime::start_of_day;

/// Timer: the day of a scheduled version.
pub const TAKE_EFFECT_TIMER: &str = "catalogue.take_effect";

/// Longest note about a change, in characters.
const LONGEST_NOTE: usize = 500;

/// What to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishService {
    /// Code of the service.
    pub code: String,
    /// The newest version when the editor looked.
    pub version: i32,
    /// A new description, or none to publish the newest one there is.
    pub description: Option<Description>,
    /// In force from the beginning of this day; at once when none or not in the future.
    pub from: Option<NaiveDate>,
    /// What changed and why, for those who read the history.
    pub note: String,
}

impl PublishService {
    /// To be in force at once, without a note.
    #[must_use]
    pub fn now(code: impl Into<String>, version: i32, description: Option<Description>) -> Self {
        Self { code: code.into(), version, description, from: None, note: String::new() }
    }
}

/// Makes a complete description public, opens the service and returns the number of the version. With a day to come it
/// is kept as scheduled, and what is in force stays until then.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; stale when somebody else
/// changed the service meanwhile; invalid `service-incomplete` with one field error per finding that blocks, `service-note-long`,
/// `service-joint-holder`.
pub async fn publish(tx: &mut Write, input: PublishService) -> Result<i32> {
    let row = editable(tx, &input.code, input.version).await?;
    if input.note.chars().count() > LONGEST_NOTE {
        return Err(Error::invalid("form-has-errors").field("note", "service-note-long"));
    }
    let description = match input.description {
        Some(description) => Arc::new(description),
        None => newest(tx, &row).await?,
    };
    quality::require_publishable(&description)?;
    joint::require_ministry(tx, &row, &description).await?;
    let version = numbered(tx, &row, &description, &input.note).await?;
    match input.from.map(start_of_day).filter(|from| *from > tx.now()) {
        Some(from) => schedule(tx, &row, version, from, &description).await?,
        None => put_in_force(tx, &row, version, &description, tx.now()).await?,
    }
    Ok(version)
}

/// What to take back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawVersion {
    /// Code of the service.
    pub code: String,
    /// Number of the scheduled version.
    pub version: i32,
}

/// Takes a scheduled version back before its day; it stays readable for the holder.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; conflict
/// `service-version-not-scheduled` for a version that is not waiting for its day.
pub async fn withdraw_version(tx: &mut Write, input: WithdrawVersion) -> Result<()> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let id = ServiceId::new(row.id);
    let found = versions::find(tx, id, input.version).await?.ok_or_else(|| Error::not_found("service-version"))?;
    if found.line.state != VersionState::Scheduled {
        return Err(Error::conflict("service-version-not-scheduled").arg("version", input.version));
    }
    versions::withdraw(tx, id, input.version).await?;
    append(tx, &row, SERVICE_SCHEDULE_WITHDRAWN, input.version, found.line.digest).await
}

/// Puts the scheduled versions of a service whose day has come in force: the timer [`TAKE_EFFECT_TIMER`]. Firing twice
/// changes nothing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn take_effect(tx: &mut Write, id: ServiceId) -> Result<()> {
    for line in versions::scheduled(tx, id).await? {
        let Some(from) = line.valid_from else { continue };
        if from > tx.now() {
            return tx.schedule(TAKE_EFFECT_TIMER, id.uuid(), from).await;
        }
        let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
        let version = versions::find(tx, id, line.version).await?.ok_or_else(|| Error::not_found("service-version"))?;
        put_in_force(tx, &row, line.version, &version.description, from).await?;
    }
    Ok(())
}

/// The row, if the caller may edit it and `version` is its newest.
pub(crate) async fn editable(tx: &Write, code: &str, version: i32) -> Result<service_rows::Model> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    if row.latest == version { Ok(row) } else { Err(Error::stale("service-changed").arg("code", code)) }
}

/// Publishes without asking for completeness: imported entries are shown as they are, marked as imported.
pub(crate) async fn publish_unchecked(
    tx: &mut Write,
    row: &service_rows::Model,
    description: Option<&Description>,
) -> Result<i32> {
    let description = match description {
        Some(description) => Arc::new(description.clone()),
        None => newest(tx, row).await?,
    };
    let version = numbered(tx, row, &description, "").await?;
    put_in_force(tx, row, version, &description, tx.now()).await?;
    Ok(version)
}

/// The newest description, public or not.
async fn newest(tx: &Write, row: &service_rows::Model) -> Result<Arc<Description>> {
    if row.latest == row.version {
        return cache::description(tx, row).await;
    }
    let found = versions::find(tx, ServiceId::new(row.id), row.latest).await?;
    Ok(found.ok_or_else(|| Error::not_found("service-version"))?.description)
}

/// The number under which a description is published: the newest version's if that is this very text and was never
/// public, the next one otherwise. What was public keeps its number, its text and its times for ever.
async fn numbered(tx: &Write, row: &service_rows::Model, description: &Description, note: &str) -> Result<i32> {
    let newest = versions::find(tx, ServiceId::new(row.id), row.latest).await?;
    let unused = newest.filter(|newest| newest.line.state == VersionState::Draft);
    match unused {
        Some(newest) if newest.line.digest == edit::digest(description)? => Ok(row.latest),
        _ => edit::add_version(tx, row, description, note).await,
    }
}

async fn schedule(
    tx: &mut Write,
    row: &service_rows::Model,
    version: i32,
    from: DateTime<Utc>,
    description: &Description,
) -> Result<()> {
    let id = ServiceId::new(row.id);
    versions::schedule(tx, id, version, from).await?;
    let soonest = versions::scheduled(tx, id).await?.first().and_then(|line| line.valid_from).unwrap_or(from);
    tx.schedule(TAKE_EFFECT_TIMER, id.uuid(), soonest).await?;
    append(tx, row, SERVICE_SCHEDULED, version, edit::digest(description)?).await
}

async fn put_in_force(
    tx: &mut Write,
    row: &service_rows::Model,
    version: i32,
    description: &Description,
    from: DateTime<Utc>,
) -> Result<()> {
    let id = ServiceId::new(row.id);
    let before = match row.state.parse()? {
        ServiceState::Draft => Vec::new(),
        ServiceState::Open | ServiceState::Closed => cache::description(tx, row).await?.related.clone(),
    };
    let digest = edit::activate(tx, row, version, description, from).await?;
    versions::put_in_force(tx, id, version, from).await?;
    categories::put(tx, row, description).await?;
    append(tx, row, SERVICE_PUBLISHED, version, digest).await?;
    links::changed(tx, &row.code, &before, &description.related).await
}

async fn append(
    tx: &mut Write,
    row: &service_rows::Model,
    kind: &'static str,
    version: i32,
    digest: String,
) -> Result<()> {
    let fact = ServiceFact { code: row.code.clone(), holder: InstitutionId::new(row.holder), version, digest };
    tx.append(Stream::service(ServiceId::new(row.id)), Expected::Any, vec![fact.event(kind)?]).await?;
    Ok(())
}
