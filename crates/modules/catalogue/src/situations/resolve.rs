//! Dealing with reported mistakes.

use super::events::{CORRECTION_CORRECTED, CORRECTION_FORWARDED, CORRECTION_REFUSED, CorrectionFact, append};
use super::{Correction, CorrectionState, Resolution, branches, correction, policy};
use crate::store::{correction_holders, situation_corrections as rows};
use kernel::{CorrectionId, Error, Result};
use storage::Write;

/// Longest answer, in characters.
const LONGEST: usize = 1000;

/// A report to be passed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForwardCorrection {
    /// Which one.
    pub id: CorrectionId,
}

/// Passes a report on to the responsible institution; the time goes on.
///
/// # Errors
/// Not found, also for an institution that has nothing to do with it; forbidden for everybody but the coordinator's
/// contact person and the platform; conflict `correction-not-received` when it is not new any more.
pub async fn forward_correction(tx: &mut Write, input: ForwardCorrection) -> Result<()> {
    let found = correction(tx, input.id).await?;
    policy::may_coordinate(tx.caller(), branches::of(tx, found.branch).await?.coordinator)?;
    if found.state != CorrectionState::Received || !rows::forward(tx, found.id).await? {
        return Err(Error::conflict("correction-not-received"));
    }
    note(tx, &found, CORRECTION_FORWARDED).await
}

/// How a report ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolveCorrection {
    /// Which one.
    pub id: CorrectionId,
    /// Corrected or refused.
    pub resolution: Resolution,
    /// What was done, or why nothing was; needed for a refusal.
    pub answer: String,
}

/// Ends a report: the text was corrected, or stays as it is for a reason. Where no newer text was published, the report
/// says so afterwards ([`Correction::is_unpublished`]).
///
/// # Errors
/// Not found, also for an institution that neither is responsible nor coordinates the branch; forbidden for other
/// roles; conflict `correction-not-open`; invalid `correction-reason` at field `answer` for a refusal without a reason.
pub async fn resolve_correction(tx: &mut Write, input: ResolveCorrection) -> Result<()> {
    let found = correction(tx, input.id).await?;
    let answer = input.answer.trim();
    if answer.chars().count() > LONGEST {
        return Err(Error::invalid("form-has-errors").field("answer", "situation-text-long"));
    }
    if input.resolution == Resolution::Refused && answer.is_empty() {
        return Err(Error::invalid("form-has-errors").field("answer", "correction-reason"));
    }
    let (state, kind) = match input.resolution {
        Resolution::Corrected => (CorrectionState::Corrected, CORRECTION_CORRECTED),
        Resolution::Refused => (CorrectionState::Refused, CORRECTION_REFUSED),
    };
    if !found.state.is_open() || !rows::resolve(tx, found.id, state, answer).await? {
        return Err(Error::conflict("correction-not-open"));
    }
    correction_holders::count(tx, found.responsible, tx.now() > found.due_at).await?;
    tx.cancel_timer(super::CORRECTION_OVERDUE_TIMER, found.id.uuid()).await?;
    note(tx, &found, kind).await
}

async fn note(tx: &mut Write, found: &Correction, kind: &'static str) -> Result<()> {
    let in_time = tx.now() <= found.due_at;
    let fact = CorrectionFact { correction: found.id, responsible: found.responsible, in_time };
    append(tx, found.situation, kind, &fact).await
}
