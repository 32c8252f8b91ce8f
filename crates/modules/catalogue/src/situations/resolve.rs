//! Dealing with reported mistakes.

use super::events::{
    CORRECTION_CORRECTED, CORRECTION_ELSEWHERE, CORRECTION_FORWARDED, CORRECTION_REFUSED, CorrectionFact, append_to,
};
use super::{Correction, CorrectionState, Resolution, branches, correction, policy};
use crate::store::{correction_holders, situation_corrections as rows};
use kernel::{CorrectionId, Error, Result, holds_personal_code};
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
    // The holder of a service has its reports from the beginning.
    let branch = found.about.branch().ok_or_else(|| Error::conflict("correction-not-received"))?;
    policy::may_coordinate(tx.caller(), branches::of(tx, branch).await?.coordinator)?;
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
    /// Corrected, here or elsewhere, or refused.
    pub resolution: Resolution,
    /// What was done, or why nothing was; needed unless this text was corrected.
    pub answer: String,
}

/// Ends a report: the text was corrected, something else was, or all stays as it is for a reason. That the text was
/// corrected is taken only when a newer one than that in which the mistake was found is published.
///
/// # Errors
/// Not found, also for an institution that neither is responsible nor coordinates the branch; forbidden for other
/// roles; conflict `correction-not-open`; invalid `correction-nothing-newer` at field `resolution` when nothing newer is
/// published, `correction-reason` or `correction-elsewhere` at field `answer` where it must be explained and is not,
/// `correction-personal-data` there when it holds a personal code.
pub async fn resolve_correction(tx: &mut Write, input: ResolveCorrection) -> Result<()> {
    let found = correction(tx, input.id).await?;
    if !found.state.is_open() {
        return Err(Error::conflict("correction-not-open"));
    }
    let answer = input.answer.trim();
    let wrong = |field, key| Err(Error::invalid("form-has-errors").field(field, key));
    if answer.chars().count() > LONGEST {
        return wrong("answer", "situation-text-long");
    }
    if holds_personal_code(answer) {
        return wrong("answer", "correction-personal-data");
    }
    match input.resolution {
        Resolution::Corrected if !found.newer_text => return wrong("resolution", "correction-nothing-newer"),
        Resolution::Elsewhere if answer.is_empty() => return wrong("answer", "correction-elsewhere"),
        Resolution::Refused if answer.is_empty() => return wrong("answer", "correction-reason"),
        _ => {}
    }
    let (state, kind) = match input.resolution {
        Resolution::Corrected => (CorrectionState::Corrected, CORRECTION_CORRECTED),
        Resolution::Elsewhere => (CorrectionState::Elsewhere, CORRECTION_ELSEWHERE),
        Resolution::Refused => (CorrectionState::Refused, CORRECTION_REFUSED),
    };
    if !rows::resolve(tx, found.id, state, answer).await? {
        return Err(Error::conflict("correction-not-open"));
    }
    correction_holders::count(tx, found.responsible, tx.now() > found.due_at).await?;
    tx.cancel_timer(super::CORRECTION_OVERDUE_TIMER, found.id.uuid()).await?;
    note(tx, &found, kind).await
}

async fn note(tx: &mut Write, found: &Correction, kind: &'static str) -> Result<()> {
    let in_time = tx.now() <= found.due_at;
    let fact = CorrectionFact { correction: found.id, responsible: found.responsible, in_time };
    append_to(tx, found.about.stream(), kind, &fact).await
}
