//! "Was this page helpful?" under the page of a service.

use crate::store::{services, votes as rows};
use crate::{ServiceState, policy};
use kernel::{Error, InstitutionId, Result, ServiceId};
use storage::{Read, Write};

/// How the page of a service was found by those who answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ServiceVotes {
    /// So many said yes.
    pub helpful: i64,
    /// So many said no.
    pub unhelpful: i64,
}

/// Counts an answer to "was this page helpful" for a service that was published. Who answered is not kept.
///
/// # Errors
/// Not found for a service that was never published or that the caller may not see.
pub async fn vote_on_service(tx: &mut Write, code: &str, helpful: bool) -> Result<()> {
    let service = crate::service(tx, code).await?;
    if service.state == ServiceState::Draft {
        return Err(Error::not_found("service"));
    }
    rows::count(tx, service.id, helpful).await
}

/// How the page of a service was found.
///
/// # Errors
/// Not found when there is none; forbidden for everybody but the holder's contact persons and administrators, and the
/// platform.
pub async fn service_votes(tx: &Read, code: &str) -> Result<ServiceVotes> {
    let row = services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_watch_editing(tx.caller(), InstitutionId::new(row.holder))?;
    let id = ServiceId::new(row.id);
    Ok(rows::of(tx, &[id]).await?.remove(&id).unwrap_or_default())
}
