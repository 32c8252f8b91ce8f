//! Publishing a description: at once, or on a day to come (CAT-17).

use crate::events::{SERVICE_PUBLISHED, SERVICE_SCHEDULED, ServiceFact};
use crate::store::editing::own;
use crate::store::{cache, edit, service_rows, services, versions};
use crate::{Description, ServiceState, VersionState, categories, editing, joint, links, policy, quality, scheduled};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, FieldError, InstitutionId, Result, ServiceId};
use std::sync::Arc;
use storage::{Expected, Read, Stream, Write};
use worktime::start_of_day;

/// Longest note about a change, in characters.
const LONGEST_NOTE: usize = 500;

/// What to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishService {
    /// Code of the service.
    pub code: String,
    /// The newest version when the editor looked.
    pub version: i32,
    /// A new description; none to publish what was kept as a draft, or what is in force once more.
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

/// A version that takes the place of the one in force.
pub(crate) struct Next<'a> {
    pub version: i32,
    /// The number under which it was written; those who wrote later could see it.
    pub written: i32,
    pub description: &'a Description,
    pub from: DateTime<Utc>,
    /// What is said of the change; of a closed service that it opens, the reason.
    pub note: &'a str,
}

/// Makes a complete description public, opens the service and returns the number of the version. With a day to come it
/// is kept as scheduled, and what is in force stays until then. What it changes at once goes into the scheduled versions
/// too where they say nothing else; [`crate::left_behind`] names those that do.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; stale when somebody else
/// changed the service meanwhile; invalid `service-incomplete` with one field error per finding that blocks,
/// `service-note-long`, `service-joint-holder`.
pub async fn publish(tx: &mut Write, input: PublishService) -> Result<i32> {
    let row = editable(tx, &input.code, input.version).await?;
    if let Some(wrong) = wrong_note(&input.note) {
        return Err(Error::invalid("form-has-errors").fields([wrong]));
    }
    let description = match input.description {
        Some(description) => Arc::new(description),
        None => kept(tx, &row).await?,
    };
    quality::require_publishable(&description)?;
    joint::require_ministry(tx, InstitutionId::new(row.holder), &description).await?;
    let version = numbered(tx, &row, &description, &input.note).await?;
    match coming(tx, input.from) {
        Some(from) => schedule(tx, &row, version, from, &description).await?,
        None => {
            let now = tx.now();
            let next = Next { version, written: version, description: &description, from: now, note: &input.note };
            put_in_force(tx, &row, next).await?;
        }
    }
    Ok(version)
}

/// What is wrong with a note about a change.
pub(crate) fn wrong_note(note: &str) -> Option<FieldError> {
    (note.chars().count() > LONGEST_NOTE).then(|| FieldError::new("note", "service-note-long"))
}

/// The beginning of a day on which something is to be in force, if it is still to come.
pub(crate) fn coming(tx: &Read, from: Option<NaiveDate>) -> Option<DateTime<Utc>> {
    from.map(start_of_day).filter(|from| *from > tx.now())
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
        None => kept(tx, row).await?,
    };
    let version = numbered(tx, row, &description, "").await?;
    let now = tx.now();
    let next = Next { version, written: version, description: &description, from: now, note: "" };
    put_in_force(tx, row, next).await?;
    Ok(version)
}

/// The newest description, if it was kept as a draft; otherwise what an edit starts from. What was planned for a day or
/// taken back is never published by the way.
async fn kept(tx: &Write, row: &service_rows::Model) -> Result<Arc<Description>> {
    if row.latest != row.version
        && let Some(newest) = versions::find(tx, ServiceId::new(row.id), row.latest).await?
        && newest.line.state == VersionState::Draft
    {
        return Ok(newest.description);
    }
    Ok(editing::base_of(tx, row).await?.description)
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
    append(tx, row, SERVICE_SCHEDULED, version, edit::digest(description)?).await?;
    Box::pin(scheduled::look_ahead(tx, id)).await
}

/// Lets a version take the place of the one in force; the service is open then, unless its last day has passed.
pub(crate) async fn put_in_force(tx: &mut Write, row: &service_rows::Model, next: Next<'_>) -> Result<()> {
    let id = ServiceId::new(row.id);
    let state: ServiceState = row.state.parse()?;
    let before = match state {
        ServiceState::Draft => Vec::new(),
        ServiceState::Open | ServiceState::Closed => cache::description(tx, row).await?.related.clone(),
    };
    Box::pin(scheduled::carry(tx, row, &next)).await?;
    let digest = edit::activate(tx, row, next.version, next.description, next.from).await?;
    versions::put_in_force(tx, id, next.version, next.from).await?;
    if state == ServiceState::Closed {
        own::note_opening(tx, id, ServiceState::Open, next.note).await?;
    }
    categories::put(tx, row, next.description).await?;
    append(tx, row, SERVICE_PUBLISHED, next.version, digest).await?;
    links::changed(tx, &row.code, &before, &next.description.related).await?;
    if next.version == 1 && next.description.valid_to.is_none() {
        return Ok(());
    }
    Box::pin(scheduled::look_ahead(tx, id)).await
}

pub(crate) async fn append(
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
