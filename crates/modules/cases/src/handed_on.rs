//! A request that was registered for another institution: what is told of it to whoever registered it.

use crate::{CaseNumber, Relation, policy, store};
use kernel::{InstitutionId, Result};
use storage::{Read, Stream, events_of_stream};

/// Which institution carries out a request that the caller registered and that is another institution's case. None for
/// every other number: for the own institution's cases, and for those of others whether or not there are such.
///
/// # Errors
/// Forbidden for everybody but officers, specialists and institutions' systems.
pub async fn handed_on(tx: &Read, number: &CaseNumber) -> Result<Option<InstitutionId>> {
    let caller = tx.caller();
    policy::check_desk(caller)?;
    let Some(case) = store::by_number(tx, number).await? else { return Ok(None) };
    if Relation::of(caller, &case) != Relation::Foreign {
        return Ok(None);
    }
    let first = events_of_stream(tx, &Stream::case(case.id), 0, 1).await?;
    let me = (caller.person, caller.institution, caller.api_client);
    let by_caller = first.first().is_some_and(|event| {
        let actor = &event.actor;
        (actor.person, actor.institution, actor.api_client) == me
    });
    Ok(by_caller.then_some(case.handler))
}
