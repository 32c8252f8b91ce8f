//! Closing a service and opening it again, with the reason (CAT-33).

use super::sent::keep_sent;
use crate::store::editing::own;
use crate::store::{cache, services};
use crate::versions::{known, versions};
use crate::{CloseService, PublishService, ServiceState, close_service, policy, publish};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, ServiceId, riga_date};
use storage::{Read, Write};

/// Longest reason, in characters.
const LONGEST_REASON: usize = 500;

/// A change of whether a service can be requested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    /// Open or closed from then on.
    pub state: ServiceState,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub author: Option<PersonId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Closes an open service and says why; its page and its versions stay, and what waited for its day is taken back.
///
/// # Errors
/// As [`close_service`]; invalid without a reason; conflict `service-closed` for one that is closed already.
pub async fn close_with_reason(tx: &mut Write, input: CloseService, reason: &str) -> Result<()> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let reason = checked(reason)?;
    if row.state.parse::<ServiceState>()? == ServiceState::Closed {
        return Err(Error::conflict("service-closed").arg("code", &input.code));
    }
    close_service(tx, input).await?;
    own::note_opening(tx, ServiceId::new(row.id), ServiceState::Closed, reason).await
}

/// Opens a closed service again and says why: the description in force is published once more, so that the history
/// tells when requests were possible. Returns the number of the version.
///
/// # Errors
/// As [`publish()`]; invalid without a reason; conflict `service-not-closed` for one that is not closed,
/// `service-last-day` for one whose last day has passed: its description must say another one first.
pub async fn reopen_service(tx: &mut Write, input: CloseService, reason: &str) -> Result<i32> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let reason = checked(reason)?;
    if row.state.parse::<ServiceState>()? != ServiceState::Closed {
        return Err(Error::conflict("service-not-closed").arg("code", &input.code));
    }
    let description = (*cache::description(tx, &row).await?).clone();
    if let Some(day) = description.valid_to.filter(|day| *day < riga_date(tx.now())) {
        return Err(Error::conflict("service-last-day").arg("day", day.format("%d.%m.%Y")));
    }
    keep_sent(tx, &row).await?;
    // The publication notes the opening, with its note as the reason.
    let note = reason.to_owned();
    publish(tx, PublishService { note, ..PublishService::now(input.code, input.version, Some(description)) }).await
}

/// When and why a service was closed or opened again, newest first, as far as the caller may see what was in force then.
///
/// # Errors
/// Not found when there is no such service, or the caller may see no version of it.
pub async fn openings(tx: &Read, code: &str) -> Result<Vec<OpeningLine>> {
    let shown = versions(tx, code).await?;
    let row = known(tx, code).await?;
    let mut lines = own::openings(tx, ServiceId::new(row.id)).await?;
    lines.retain(|line| shown.iter().any(|version| version.in_force_at(line.at)));
    Ok(lines)
}

fn checked(reason: &str) -> Result<&str> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(Error::invalid("form-has-errors").field("reason", "service-reason"));
    }
    Ok(reason)
}
