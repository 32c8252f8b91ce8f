//! A person sees and ends their own sessions, on whatever device.

use crate::person::require;
use crate::policy::Action;
use crate::session::{assurance_of, idle_limit};
use crate::store::sessions;
use chrono::{DateTime, Utc};
use kernel::{Assurance, Error, InstitutionId, OrganisationId, Result, Role};
use std::str::FromStr;
use storage::{Read, Write};
use uuid::Uuid;

/// One of a person's sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What to send to end it.
    pub id: Uuid,
    /// In which role it acts.
    pub role: Role,
    /// For staff: of which institution.
    pub institution: Option<InstitutionId>,
    /// For whom, when not for themselves.
    pub organisation: Option<OrganisationId>,
    /// How sure the identity was at sign-in.
    pub assurance: Assurance,
    /// When the person signed in.
    pub signed_in_at: DateTime<Utc>,
    /// When it was last used, to the minute.
    pub last_seen_at: DateTime<Utc>,
}

/// The caller's sessions in force, last used first.
///
/// # Errors
/// Unauthenticated for visitors.
pub async fn own_sessions(tx: &Read) -> Result<Vec<OwnSession>> {
    require(tx.caller(), Action::ManageSessions { own: true })?;
    let rows = sessions::open_of(tx, tx.caller().require_person()?).await?;
    rows.into_iter()
        .filter(|row| tx.now() < row.last_seen_at + idle_limit(&row.role))
        .map(|row| {
            Ok(OwnSession {
                id: row.id,
                role: Role::from_str(&row.role)?,
                institution: row.institution_id.map(InstitutionId::new),
                organisation: row.organisation_id.map(OrganisationId::new),
                assurance: assurance_of(&row.assurance),
                signed_in_at: row.signed_in_at,
                last_seen_at: row.last_seen_at,
            })
        })
        .collect()
}

/// Ends one of the caller's own sessions.
///
/// # Errors
/// Not found `session` when it is over, missing or somebody else's.
pub async fn end_session(tx: &mut Write, id: Uuid) -> Result<()> {
    require(tx.caller(), Action::ManageSessions { own: true })?;
    let person = tx.caller().require_person()?;
    match sessions::end(tx, sessions::of_id(person, id)).await? {
        0 => Err(Error::not_found("session")),
        _ => Ok(()),
    }
}

/// Ends all of the caller's own sessions except `kept`, the one they sit at; answers how many.
///
/// # Errors
/// Unauthenticated for visitors.
pub async fn end_other_sessions(tx: &mut Write, kept: Uuid) -> Result<u64> {
    require(tx.caller(), Action::ManageSessions { own: true })?;
    let person = tx.caller().require_person()?;
    sessions::end(tx, sessions::others_of(person, kept)).await
}
