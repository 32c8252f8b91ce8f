//! Taking a nomination back.

use super::events::{ESERVICE_NOMINATION_WITHDRAWN, fact, stream};
use super::nominate::wrong_reason;
use super::{Nomination, nomination};
use crate::{policy, store};
use kernel::{Caller, Error, NominationId, Result};
use storage::{Expected, Write};

/// A nomination about to be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithdrawNomination {
    /// Which one.
    pub id: NominationId,
    /// Why, in words.
    pub reason: String,
}

/// Whether the caller, who sees a nomination, could withdraw it now: for pages that offer it.
#[must_use]
pub fn withdraws(caller: &Caller, nomination: &Nomination) -> bool {
    nomination.withdrawn.is_none() && policy::may_withdraw_nomination(caller, nomination.institution).is_ok()
}

/// Withdraws a nomination; what it said and why it stands no more are kept.
///
/// # Errors
/// Not found, also for one about a service of another institution; forbidden for everybody but the platform's
/// administrators and the contact person of the institution that made it; invalid with field error `reason`
/// (`nomination-reason`, `nomination-personal-data`); conflict `nomination-withdrawn` when it stands no more.
pub async fn withdraw_nomination(tx: &mut Write, input: WithdrawNomination) -> Result<()> {
    let found = nomination(tx, input.id).await?;
    policy::may_withdraw_nomination(tx.caller(), found.institution)?;
    if let Some(fault) = wrong_reason(&input.reason) {
        return Err(Error::invalid("form-has-errors").fields([fault]));
    }
    if !store::nominations::withdraw(tx, input.id, input.reason.trim()).await? {
        return Err(Error::conflict("nomination-withdrawn"));
    }
    tx.append(stream(input.id), Expected::Any, vec![fact(ESERVICE_NOMINATION_WITHDRAWN, &found)?]).await?;
    Ok(())
}
