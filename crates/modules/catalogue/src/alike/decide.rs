//! Deciding that two services are not the same after all.

use super::{SimilarState, Told};
use crate::store::{services, similar as rows};
use crate::templates::policy;
use kernel::{Error, Result, ServiceId};
use storage::Write;

/// What was decided about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecideSimilar {
    /// Code of one service.
    pub service: String,
    /// Code of the other.
    pub other: String,
    /// Whether they may be the same: `false` sets the pair aside for ever, `true` brings it back.
    pub same: bool,
}

/// Sets a pair aside as not the same, or brings it back; remembered also when the services are compared again.
///
/// # Errors
/// Forbidden for everybody but the platform; not found for an unknown service or a pair that was not found to be alike;
/// conflict `similar-merged` for a pair that is attached to one template.
pub async fn decide_similar(tx: &mut Write, input: DecideSimilar) -> Result<()> {
    policy::may_manage(tx.caller())?;
    let mut ends = Vec::new();
    for code in [&input.service, &input.other] {
        ends.push(services::by_code(tx, code).await?.ok_or_else(|| Error::not_found("service"))?);
    }
    ends.sort_by_key(|row| std::cmp::Reverse(row.number));
    let [service, other] = ends.as_slice() else { return Err(Error::not_found("service")) };
    let (service, other) = (ServiceId::new(service.id), ServiceId::new(other.id));
    let state = rows::state(tx, service, other).await?.ok_or_else(|| Error::not_found("similar"))?;
    if state == SimilarState::Merged {
        return Err(Error::conflict("similar-merged"));
    }
    let decided = if input.same { SimilarState::Open } else { SimilarState::Dismissed };
    let services = [service.uuid(), other.uuid()];
    let told = Told::of(tx, &services).await?;
    rows::decide(tx, service, other, decided).await?;
    told.tell(tx, &services).await
}
