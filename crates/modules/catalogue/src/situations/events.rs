//! Facts about life situations, their branches and reported mistakes. Ids and facts only.

use super::SituationBranch;
use kernel::{CorrectionId, InstitutionId, Result, SituationId};
use serde::{Deserialize, Serialize};
use storage::{Expected, NewEvent, Stream, Write};
use uuid::Uuid;

/// A life situation was begun.
pub const SITUATION_CREATED: &str = "situation.created";
/// A version of its text became public.
pub const SITUATION_PUBLISHED: &str = "situation.published";
/// It is not public any more.
pub const SITUATION_WITHDRAWN: &str = "situation.withdrawn";
/// Somebody confirmed that it is right (the quarterly check).
pub const SITUATION_CHECKED: &str = "situation.checked";
/// Another institution answers for it from now on.
pub const SITUATION_HANDED_OVER: &str = "situation.handed_over";
/// A branch has another coordinator.
pub const COORDINATOR_SET: &str = "situation_branch.coordinator_set";
/// The published life situations of a branch stand in another order.
pub const SITUATIONS_ORDERED: &str = "situation_branch.ordered";
/// A mistake was reported.
pub const CORRECTION_RECEIVED: &str = "correction.received";
/// The report went to the responsible institution.
pub const CORRECTION_FORWARDED: &str = "correction.forwarded";
/// The text was corrected.
pub const CORRECTION_CORRECTED: &str = "correction.corrected";
/// Something else was corrected.
pub const CORRECTION_ELSEWHERE: &str = "correction.corrected_elsewhere";
/// The text stays as it is.
pub const CORRECTION_REFUSED: &str = "correction.refused";
/// The three working days are over.
pub const CORRECTION_OVERDUE: &str = "correction.overdue";

/// Data of the events of a situation, version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SituationFact {
    pub slug: String,
    pub responsible: InstitutionId,
    pub version: i32,
    pub digest: String,
}

/// Data of [`SITUATION_HANDED_OVER`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct HandedFact {
    pub slug: String,
    pub responsible: InstitutionId,
    pub before: InstitutionId,
}

/// Data of [`COORDINATOR_SET`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CoordinatorFact {
    pub branch: SituationBranch,
    pub coordinator: InstitutionId,
    pub before: Option<InstitutionId>,
    pub revision: i64,
}

/// Data of [`SITUATIONS_ORDERED`], version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct OrderFact {
    pub branch: SituationBranch,
    pub situations: Vec<SituationId>,
    pub revision: i64,
}

/// Data of the events of a reported mistake, version 1.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CorrectionFact {
    pub correction: CorrectionId,
    pub responsible: InstitutionId,
    pub in_time: bool,
}

/// Everything that happens to a life situation is one stream, reports about it too.
pub(crate) async fn append(tx: &mut Write, id: SituationId, kind: &'static str, data: &impl Serialize) -> Result<()> {
    append_to(tx, stream_of(id), kind, data).await
}

/// The same on the stream of what a report is about.
pub(crate) async fn append_to(tx: &mut Write, to: Stream, kind: &'static str, data: &impl Serialize) -> Result<()> {
    let fact = NewEvent::new(kind, 1, data)?;
    tx.append(to, Expected::Any, vec![fact]).await?;
    Ok(())
}

/// The stream of a life situation.
pub(crate) fn stream_of(id: SituationId) -> Stream {
    Stream::new("situation", id.uuid())
}

/// What the platform and its coordinator say of a branch is one stream.
pub(crate) async fn append_branch(tx: &mut Write, id: Uuid, kind: &'static str, data: &impl Serialize) -> Result<()> {
    let fact = NewEvent::new(kind, 1, data)?;
    tx.append(Stream::new("situation_branch", id), Expected::Any, vec![fact]).await?;
    Ok(())
}
