//! The order of a branch, and handing a life situation to another institution: what its coordinator does.

use super::branches::{self, next};
use super::events::{HandedFact, OrderFact, SITUATION_HANDED_OVER, SITUATIONS_ORDERED, append, append_branch};
use super::save::allowed;
use super::{SituationBranch, SituationLine, policy};
use crate::store::{situation_corrections, situations};
use kernel::{Error, InstitutionId, Result, SituationId};
use storage::{Read, Write};

/// The published life situations of a branch in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BranchOrder {
    /// What somebody who orders them must have seen.
    pub revision: i64,
    /// In their order.
    pub lines: Vec<SituationLine>,
}

/// An order for the published life situations of a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderSituations {
    /// The branch.
    pub branch: SituationBranch,
    /// The revision of the branch that was seen.
    pub revision: i64,
    /// Their words, in the order wanted. Those that are not named follow behind, in the order they had.
    pub slugs: Vec<String>,
}

/// A life situation about to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOverSituation {
    /// Which one.
    pub slug: String,
    /// The revision that was seen.
    pub revision: i64,
    /// Who is to answer for it.
    pub responsible: InstitutionId,
}

/// The published life situations of a branch in their order, for who orders them: at most 200.
///
/// # Errors
/// Forbidden for everybody but the coordinator's contact person and the platform.
pub async fn branch_order(tx: &Read, branch: SituationBranch) -> Result<BranchOrder> {
    let said = branches::of(tx, branch).await?;
    policy::may_coordinate(tx.caller(), said.coordinator)?;
    Ok(BranchOrder { revision: said.revision, lines: situations::published(tx, branch).await? })
}

/// Orders the published life situations of a branch (POR-04). The order that they have already changes nothing.
///
/// # Errors
/// Forbidden for everybody but the coordinator's contact person and the platform; not found for a word of no published
/// situation of the branch; stale `situation-branch-changed` when somebody else changed the branch meanwhile.
pub async fn order_situations(tx: &mut Write, input: OrderSituations) -> Result<()> {
    let before = branch_order(tx, input.branch).await?;
    let wanted = arranged(&before.lines, &input.slugs)?;
    if wanted.iter().eq(before.lines.iter().map(|line| &line.id)) {
        return Ok(());
    }
    // First of all: of two who order at once the second waits here, and is told.
    let row = next(tx, input.branch, input.revision, |_| ()).await?;
    for (place, id) in (0..).zip(&wanted) {
        situations::set_place(tx, *id, place).await?;
    }
    let fact = OrderFact { branch: input.branch, situations: wanted, revision: row.revision };
    append_branch(tx, row.id, SITUATIONS_ORDERED, &fact).await
}

/// Gives a life situation to another institution, which answers for it from now on: for its text, its quarterly check
/// and the reports that are still open.
///
/// # Errors
/// Not found, also for those who have nothing to do with it and for an unknown institution; forbidden for everybody but
/// the coordinator's contact person and the platform; stale `situation-changed`; invalid with field error `responsible`
/// (`situation-responsible-same`).
pub async fn hand_over_situation(tx: &mut Write, input: HandOverSituation) -> Result<()> {
    let row = allowed(tx, &input.slug, input.revision, policy::may_publish).await?;
    institutions::find(tx, input.responsible).await?;
    if row.responsible == input.responsible.uuid() {
        return Err(Error::invalid("form-has-errors").field("responsible", "situation-responsible-same"));
    }
    situations::hand_over(tx, &row, input.responsible).await?;
    let (id, before) = (SituationId::new(row.id), InstitutionId::new(row.responsible));
    situation_corrections::hand_over(tx, id, input.responsible).await?;
    let fact = HandedFact { slug: row.slug, responsible: input.responsible, before };
    append(tx, id, SITUATION_HANDED_OVER, &fact).await
}

/// The ids in the order wanted; what is not named follows as it was.
fn arranged(lines: &[SituationLine], slugs: &[String]) -> Result<Vec<SituationId>> {
    let mut wanted: Vec<SituationId> = Vec::with_capacity(lines.len());
    for slug in slugs {
        let line = lines.iter().find(|line| line.slug == *slug).ok_or_else(|| Error::not_found("situation"))?;
        if !wanted.contains(&line.id) {
            wanted.push(line.id);
        }
    }
    let rest: Vec<SituationId> = lines.iter().map(|line| line.id).filter(|id| !wanted.contains(id)).collect();
    wanted.extend(rest);
    Ok(wanted)
}
