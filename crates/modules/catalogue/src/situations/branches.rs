//! The two branches of life situations and who coordinates each (POR-04).

use super::events::{COORDINATOR_SET, CoordinatorFact, append_branch};
use super::{Keepers, SituationBranch, policy};
use crate::quality::QUALITY_READER;
use crate::store::{situation_branches as rows, situation_rows};
use kernel::{Error, InstitutionId, Result};
use storage::{Read, Write};

/// Which institution coordinates a branch until the platform says another: the agency for residents, the Ministry of
/// Economics for businesses.
const FIRST: [(SituationBranch, &str); 2] = [(SituationBranch::Residents, "VDAA"), (SituationBranch::Businesses, "EM")];

/// A branch and who coordinates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coordination {
    /// The branch.
    pub branch: SituationBranch,
    /// Its coordinator; while there is none, the platform coordinates.
    pub coordinator: Option<InstitutionId>,
    /// Counts what was said of the branch; nought while nothing was.
    pub revision: i64,
}

/// The coordinator of a branch about to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetCoordinator {
    /// The branch.
    pub branch: SituationBranch,
    /// Who is to coordinate it.
    pub institution: InstitutionId,
    /// The revision that was seen.
    pub revision: i64,
}

/// Both branches with their coordinators.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn coordinators(tx: &Read) -> Result<Vec<Coordination>> {
    policy::may_name_coordinators(tx.caller())?;
    all(tx).await
}

/// The branches that the caller coordinates: both of them for the platform, none for those who work in an institution
/// that coordinates nothing.
///
/// # Errors
/// Forbidden for everybody but contact persons and the platform.
pub async fn coordinated_branches(tx: &Read) -> Result<Vec<SituationBranch>> {
    policy::works_for(tx.caller())?;
    let all = all(tx).await?;
    let own = all.into_iter().filter(|one| policy::coordinates(tx.caller(), one.coordinator));
    Ok(own.map(|one| one.branch).collect())
}

/// Names the institution that coordinates a branch from now on. To name the one that does so already changes nothing.
///
/// # Errors
/// Forbidden for everybody but the platform; not found for an unknown institution; stale `situation-branch-changed`
/// when somebody else changed the branch meanwhile.
pub async fn set_coordinator(tx: &mut Write, input: SetCoordinator) -> Result<()> {
    policy::may_name_coordinators(tx.caller())?;
    institutions::find(tx, input.institution).await?;
    let before = of(tx, input.branch).await?;
    if before.coordinator == Some(input.institution) {
        return Ok(());
    }
    let name = |row: &mut rows::Model| row.coordinator = Some(input.institution.uuid());
    let row = next(tx, input.branch, input.revision, name).await?;
    let (branch, coordinator) = (input.branch, input.institution);
    let fact = CoordinatorFact { branch, coordinator, before: before.coordinator, revision: row.revision };
    append_branch(tx, row.id, COORDINATOR_SET, &fact).await
}

/// Names the coordinators that come with the program for branches of which nothing was said, where these institutions
/// are there; returns how many. What the platform's administrators said stays.
///
/// # Errors
/// Forbidden for everybody but the platform.
pub async fn ensure_coordinators(tx: &mut Write) -> Result<usize> {
    policy::may_name_coordinators(tx.caller())?;
    if rows::all(tx).await?.len() == FIRST.len() {
        return Ok(0);
    }
    // Another process that starts at the same time waits.
    tx.lock_reader(QUALITY_READER).await?;
    let known = rows::all(tx).await?;
    let mut named = 0;
    let unsaid = |branch: SituationBranch| known.iter().all(|row| row.branch != branch.as_str());
    for (branch, code) in FIRST.into_iter().filter(|(branch, _)| unsaid(*branch)) {
        if let Some(institution) = institutions::by_code(tx, code).await? {
            set_coordinator(tx, SetCoordinator { branch, institution: institution.id, revision: 0 }).await?;
            named += 1;
        }
    }
    Ok(named)
}

/// Whose a life situation is.
pub(super) async fn keepers(tx: &Read, row: &situation_rows::Model) -> Result<Keepers> {
    let coordinator = of(tx, row.branch.parse()?).await?.coordinator;
    Ok(Keepers { responsible: InstitutionId::new(row.responsible), coordinator })
}

/// What is said of a branch.
pub(super) async fn of(tx: &Read, branch: SituationBranch) -> Result<Coordination> {
    Ok(coordination(branch, rows::find(tx, branch).await?.as_ref()))
}

/// Writes the revision of a branch that follows the one that was seen, and returns it. What the unit of work read of the
/// branch before may be older than what is read here, so the revision is compared here and nowhere else.
///
/// # Errors
/// Stale `situation-branch-changed` when somebody else was quicker.
pub(super) async fn next(
    tx: &Write,
    branch: SituationBranch,
    seen: i64,
    change: impl FnOnce(&mut rows::Model) + Send,
) -> Result<rows::Model> {
    let known = rows::find(tx, branch).await?;
    let is_new = known.is_none();
    let mut row = known.unwrap_or_else(|| rows::Model {
        id: tx.ids().uuid(),
        branch: branch.as_str().to_owned(),
        coordinator: None,
        revision: 0,
        updated_at: tx.now(),
    });
    if row.revision != seen {
        return Err(Error::stale("situation-branch-changed"));
    }
    change(&mut row);
    row.revision += 1;
    row.updated_at = tx.now();
    if is_new {
        rows::add(tx, row.clone()).await?;
    } else if !rows::change(tx, row.clone()).await? {
        return Err(Error::stale("situation-branch-changed"));
    }
    Ok(row)
}

async fn all(tx: &Read) -> Result<Vec<Coordination>> {
    let known = rows::all(tx).await?;
    let said = |branch: &SituationBranch| known.iter().find(|row| row.branch == branch.as_str());
    Ok(SituationBranch::ALL.iter().map(|branch| coordination(*branch, said(branch))).collect())
}

fn coordination(branch: SituationBranch, row: Option<&rows::Model>) -> Coordination {
    let coordinator = row.and_then(|row| row.coordinator).map(InstitutionId::new);
    Coordination { branch, coordinator, revision: row.map_or(0, |row| row.revision) }
}
