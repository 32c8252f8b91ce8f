//! The quarterly check (POR-03): somebody confirms that a published life situation is right.

use super::events::{SITUATION_CHECKED, SituationFact, append};
use super::publish::next_check;
use super::save::{allowed, found};
use super::{SituationState, policy};
use crate::store::situations;
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, PersonId, Result, SituationId, riga_date};
use storage::{Read, Write};

/// Longest note of a check, in characters.
const LONGEST_NOTE: usize = 500;

/// A confirmation to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmSituation {
    /// Which one.
    pub slug: String,
    /// The revision that was checked.
    pub revision: i64,
    /// What was looked at.
    pub note: String,
}

/// A recorded confirmation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SituationCheck {
    /// Number of the text that was checked.
    pub version: i32,
    /// Who checked it; none for the platform itself.
    pub person: Option<PersonId>,
    /// What was looked at.
    pub note: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Records that the published text is right; the next check is due in three months.
///
/// # Errors
/// Not found, also for those who have nothing to do with it; forbidden for everybody but the responsible institution's
/// contact person and the platform; stale `situation-changed`; conflict `situation-not-published`; invalid for a note
/// that is too long.
pub async fn confirm_situation(tx: &mut Write, input: ConfirmSituation) -> Result<()> {
    let row = allowed(tx, &input.slug, input.revision, policy::may_confirm).await?;
    if row.state != SituationState::Published.as_str() {
        return Err(Error::conflict("situation-not-published"));
    }
    if input.note.chars().count() > LONGEST_NOTE {
        return Err(Error::invalid("form-has-errors").field("check-note", "service-note-long"));
    }
    let today = riga_date(tx.now());
    let digest = situations::confirm(tx, &row, input.note.trim(), today, next_check(today)).await?;
    let responsible = InstitutionId::new(row.responsible);
    let fact = SituationFact { slug: row.slug, responsible, version: row.version, digest };
    append(tx, SituationId::new(row.id), SITUATION_CHECKED, &fact).await
}

/// The last fifty confirmations of a life situation, newest first.
///
/// # Errors
/// Not found, also for those who have nothing to do with it; forbidden for everybody but contact persons and the
/// platform.
pub async fn situation_checks(tx: &Read, slug: &str) -> Result<Vec<SituationCheck>> {
    let (row, _) = found(tx, slug, policy::may_edit).await?;
    situations::checks(tx, SituationId::new(row.id)).await
}
