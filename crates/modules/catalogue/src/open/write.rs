//! Making a description from outside the editor the newest one: published, as a draft, or in a working copy.

use super::{Done, copy};
use crate::editing::may_publish_alone;
use crate::events::{SERVICE_APPROVED_ALONE, ServiceFact};
use crate::store::{edit, service_rows, versions};
use crate::{Description, PublishService, ServiceState, Version, VersionState, policy, publish};
use chrono::NaiveDate;
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Expected, Read, Stream, Write};

/// What is to become of it.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// Whether to publish it; a draft otherwise.
    pub publish: bool,
    /// Published from this day.
    pub from: Option<NaiveDate>,
    /// What changed and why.
    pub note: String,
    /// Whether what a closed service says already is to open it: then it is published once more.
    pub opens: bool,
}

/// The newest description of a service, public or not, that was not taken back; the last one where all were.
pub(super) async fn newest(tx: &Read, id: ServiceId, latest: i32) -> Result<Version> {
    let found = match versions::newest_kept(tx, id).await? {
        Some(found) => Some(found),
        None => versions::find(tx, id, latest).await?,
    };
    found.ok_or_else(|| Error::not_found("service-version"))
}

/// The description with the day of the check as it was: only a recorded confirmation sets that (CAT-16). Who says
/// nothing of the form leaves it as it is.
pub(super) fn unchecked(mut description: Description, newest: Option<&Version>) -> Description {
    description.checked_on = newest.and_then(|newest| newest.description.checked_on);
    if let Some(newest) = newest {
        description.form = description.form.or(&newest.description.form);
    }
    description
}

/// Makes `description` the newest one, published or as a draft; where people of the holder must read each other's
/// texts, what one of them would publish goes into the working copy.
pub(super) async fn write(
    tx: &mut Write,
    row: &service_rows::Model,
    newest: &Version,
    description: Description,
    wish: Wish,
) -> Result<Done> {
    let line = &newest.line;
    let same = line.digest == edit::digest(&description)?;
    let in_force = line.version == row.version && row.state != ServiceState::Draft.as_str();
    // The same text that waits for the same day, or is in force (also of a service that others closed since), is no change.
    let waits = line.state == VersionState::Scheduled && line.valid_from == wish.from.map(worktime::start_of_day);
    if same && (!wish.publish || (in_force && !wish.opens) || waits) {
        return Ok(Done::Unchanged);
    }
    if !wish.publish {
        edit::add_version(tx, row, &description, &wish.note).await?;
        return Ok(Done::Updated);
    }
    if !may_publish(tx, row, &description).await? {
        return Box::pin(copy::put(tx, row, &description, &wish)).await;
    }
    let input = PublishService {
        code: row.code.clone(),
        version: row.latest,
        description: Some(description),
        from: wish.from,
        note: wish.note,
    };
    publish(tx, input).await?;
    Ok(Done::Updated)
}

/// Whether the caller may publish what nobody else has read; of people the log then says that they did (CAT-15).
pub(crate) async fn may_publish(tx: &mut Write, row: &service_rows::Model, description: &Description) -> Result<bool> {
    if policy::publishes_unread(tx.caller()) {
        return Ok(true);
    }
    let holder = InstitutionId::new(row.holder);
    if !may_publish_alone(tx, holder).await? {
        return Ok(false);
    }
    let digest = edit::digest(description)?;
    let fact = ServiceFact { code: row.code.clone(), holder, version: row.latest, digest };
    let stream = Stream::service(ServiceId::new(row.id));
    tx.append(stream, Expected::Any, vec![fact.event(SERVICE_APPROVED_ALONE)?]).await?;
    Ok(true)
}
