//! Versions that wait for their day: what is published meanwhile goes into them, they can be taken back, and their day
//! comes; so does the last day of a service (CAT-17, CAT-33).

use crate::editing::{Carried, carried, missing, typed_of};
use crate::events::{LAST_DAY, SERVICE_OVERRULED, SERVICE_SCHEDULE_WITHDRAWN, SERVICE_SCHEDULED};
use crate::publish::{Next, append, put_in_force};
use crate::store::editing::{own, sections};
use crate::store::{cache, edit, service_rows, services, versions};
use crate::{Description, Section, ServiceState, Version, VersionLine, VersionState, close, policy, quality};
use kernel::{Error, InstitutionId, Result, ServiceId};
use std::sync::Arc;
use storage::{Read, Write};
use worktime::start_of_day;

/// Timer: the day of a scheduled version, or the day after the last one on which a service is offered.
pub const TAKE_EFFECT_TIMER: &str = "catalogue.take_effect";

/// What to take back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawVersion {
    /// Code of the service.
    pub code: String,
    /// Number of the scheduled version.
    pub version: i32,
}

/// A scheduled version that does not have what was published after it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    /// Its number.
    pub version: i32,
    /// The sections in which it says something else.
    pub sections: Vec<Section>,
}

/// Takes a scheduled version back before its day; it stays readable for the holder, and no edit starts from it.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; conflict
/// `service-version-not-scheduled` for a version that is not waiting for its day.
pub async fn withdraw_version(tx: &mut Write, input: WithdrawVersion) -> Result<()> {
    let (row, planned) = waiting(tx, &input).await?;
    withdraw(tx, &row, &planned.line).await
}

/// The scheduled versions of a service that do not have all of what was published after they were written, because they
/// say something else of the same things. They take effect as they are planned unless somebody takes them back or writes
/// on in them.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact persons and administrators, and the platform.
pub async fn left_behind(tx: &Read, code: &str) -> Result<Vec<LeftBehind>> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_watch_editing(tx.caller(), InstitutionId::new(row.holder))?;
    let id = ServiceId::new(row.id);
    let mut found = Vec::new();
    for line in versions::scheduled(tx, id).await? {
        if line.version > row.version {
            continue;
        }
        let (planned, present) = (version(tx, id, line.version).await?, cache::description(tx, &row).await?);
        let sections = with_present(tx, id, &planned, &present).await?.disputed;
        if !sections.is_empty() {
            found.push(LeftBehind { version: line.version, sections });
        }
    }
    Ok(found)
}

/// Puts the scheduled versions of a service whose day has come in force, and closes a service whose last day has passed:
/// the timer [`TAKE_EFFECT_TIMER`]. Firing twice changes nothing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn take_effect(tx: &mut Write, id: ServiceId) -> Result<()> {
    while let Some(line) = due(tx, id).await? {
        begin(tx, id, line).await?;
    }
    look_ahead(tx, id).await
}

/// The first version whose day has come.
async fn due(tx: &Read, id: ServiceId) -> Result<Option<VersionLine>> {
    let waiting = versions::scheduled(tx, id).await?;
    Ok(waiting.into_iter().find(|line| line.valid_from.is_some_and(|from| from <= tx.now())))
}

/// The row and the version, if the caller may edit the service and the version waits for its day.
pub(crate) async fn waiting(tx: &Write, input: &WithdrawVersion) -> Result<(service_rows::Model, Version)> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let found = version(tx, ServiceId::new(row.id), input.version).await?;
    if found.line.state == VersionState::Scheduled {
        return Ok((row, found));
    }
    Err(Error::conflict("service-version-not-scheduled").arg("version", input.version))
}

/// Takes a scheduled version back.
pub(crate) async fn withdraw(tx: &mut Write, row: &service_rows::Model, line: &VersionLine) -> Result<()> {
    versions::withdraw(tx, ServiceId::new(row.id), line.version).await?;
    append(tx, row, SERVICE_SCHEDULE_WITHDRAWN, line.version, line.digest.clone()).await
}

/// Takes everything back that waits for its day.
pub(crate) async fn withdraw_all(tx: &mut Write, row: &service_rows::Model) -> Result<()> {
    for line in versions::scheduled(tx, ServiceId::new(row.id)).await? {
        withdraw(tx, row, &line).await?;
    }
    Ok(())
}

/// What is about to take the place of the version in force goes into everything that waits for its day: each waiting text
/// becomes a version with the change in it. A text that says something else of the same things stays whole as it is, if it
/// was written before the change; if its writer could see the change waiting, it keeps its own words and gets the rest. A
/// system that could see it has sent the whole text as it is to be.
pub(crate) async fn carry(tx: &mut Write, row: &service_rows::Model, next: &Next<'_>) -> Result<()> {
    if next.version == 1 {
        return Ok(());
    }
    let id = ServiceId::new(row.id);
    for line in versions::scheduled(tx, id).await? {
        let knew = line.version > next.written;
        let whole = knew && (line.author.is_none() || !row.was_public());
        if whole || line.version == next.version {
            continue;
        }
        let planned = version(tx, id, line.version).await?;
        let carried = with_present(tx, id, &planned, next.description).await?;
        let stands = !carried.disputed.is_empty() && (!knew || line.version < row.version);
        if !stands && carried.description != *planned.description {
            replace(tx, id, &line, &carried.description).await?;
        }
    }
    Ok(())
}

/// Closes a service whose last day has passed, and sets the timer to what comes next: the day of a version, or the day
/// after the last one.
pub(crate) async fn look_ahead(tx: &mut Write, id: ServiceId) -> Result<()> {
    let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
    let mut next = versions::scheduled(tx, id).await?.first().and_then(|line| line.valid_from);
    let open = row.state.parse::<ServiceState>()? == ServiceState::Open;
    let last = if open { cache::description(tx, &row).await?.valid_to } else { None };
    if let Some(last) = last
        && let Some(after) = last.succ_opt().map(start_of_day)
    {
        if after <= tx.now() {
            let day = last.format("%d.%m.%Y").to_string();
            close::close(tx, row, Some(LAST_DAY)).await?;
            let reason = format!("Pēdējā diena: {day} / Last day: {day}");
            own::note_opening(tx, id, ServiceState::Closed, &reason).await?;
        } else {
            next = Some(next.map_or(after, |planned| planned.min(after)));
        }
    }
    match next {
        Some(at) => tx.schedule(TAKE_EFFECT_TIMER, id.uuid(), at).await,
        None => Ok(()),
    }
}

/// The day of a version has come. If something was published after it was written, it goes in force with that, under a
/// number of its own: numbers in force only rise. Words that cannot stand beside the planned ones are kept for the holder.
async fn begin(tx: &mut Write, id: ServiceId, line: VersionLine) -> Result<()> {
    let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
    let planned = version(tx, id, line.version).await?;
    let mut text = (line.version, Arc::clone(&planned.description));
    if line.version < row.version {
        let present = cache::description(tx, &row).await?;
        let carried = with_present(tx, id, &planned, &present).await?;
        for section in &carried.disputed {
            let typed = typed_of(tx, *section, &present).await?;
            sections::refuse(tx, id, *section, &typed).await?;
        }
        if !carried.disputed.is_empty() {
            append(tx, &row, SERVICE_OVERRULED, line.version, line.digest.clone()).await?;
        }
        withdraw(tx, &row, &line).await?;
        let number = edit::add_version_by(tx, &row, &carried.description, written(&line)).await?;
        text = (number, Arc::new(carried.description));
    }
    let from = line.valid_from.max(row.in_force_from).unwrap_or_else(|| tx.now());
    let (version, description) = text;
    let reason = match line.note.as_str() {
        "" => format!("{version}. redakcija / Version {version}"),
        note => note.to_owned(),
    };
    let next = Next { version, written: line.version, description: &description, from, note: &reason };
    put_in_force(tx, &row, next).await
}

/// A planned text with what changed between the version that its writer had before them and `present`. What would not be
/// fit to be published is not put together.
async fn with_present(tx: &Read, id: ServiceId, planned: &Version, present: &Description) -> Result<Carried> {
    let below = versions::published_below(tx, id, planned.line.version).await?;
    let before = below.map_or_else(|| Arc::clone(&planned.description), |below| below.description);
    let found = carried(&before, present, &planned.description)?;
    if quality::require_publishable(&found.description).is_ok() {
        return Ok(found);
    }
    let disputed = missing(&before, present, &planned.description)?;
    Ok(Carried { description: (*planned.description).clone(), disputed })
}

/// Puts another text in the place of a scheduled version, for the same day and by the same author.
async fn replace(tx: &mut Write, id: ServiceId, line: &VersionLine, description: &Description) -> Result<()> {
    let row = services::by_id(tx, id).await?.ok_or_else(|| Error::not_found("service"))?;
    withdraw(tx, &row, line).await?;
    let from = line.valid_from.unwrap_or_else(|| tx.now());
    let number = edit::add_version_by(tx, &row, description, written(line)).await?;
    versions::schedule(tx, id, number, from).await?;
    append(tx, &row, SERVICE_SCHEDULED, number, edit::digest(description)?).await
}

fn written(line: &VersionLine) -> edit::Written<'_> {
    edit::Written { author: line.author, note: &line.note }
}

async fn version(tx: &Read, id: ServiceId, version: i32) -> Result<Version> {
    versions::find(tx, id, version).await?.ok_or_else(|| Error::not_found("service-version"))
}
