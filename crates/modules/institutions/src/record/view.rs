//! The record for those who change it, and how it went.

use super::model::{InstitutionPart, InstitutionRecord};
use super::put::record_of;
use crate::events::InstitutionFact;
use crate::{Institution, policy, store};
use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, Page, PageRequest, PersonId, Result};
use storage::{Event, Read};

/// A change of the record.
#[derive(Debug, Clone, PartialEq)]
pub struct InstitutionChange {
    /// The revision that it led to.
    pub revision: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none for the list that comes with the program.
    pub by: Option<PersonId>,
    /// The record before; none when the institution was added.
    pub before: Option<InstitutionRecord>,
    /// The record after.
    pub after: InstitutionRecord,
}

/// The institution with this code, and its record, for those who may change something of it.
///
/// # Errors
/// Forbidden for everybody but its contact persons and administrators and the platform; not found for another
/// institution.
pub async fn institution_to_edit(tx: &Read, code: &str) -> Result<(Institution, InstitutionRecord)> {
    let found = store::institutions::by_code(tx, code).await?;
    policy::may_change_institution(tx.caller(), found.as_ref().map(|one| one.id))?;
    let institution = found.ok_or_else(|| Error::not_found("institution"))?;
    let record = record_of(tx, &institution).await?;
    Ok((institution, record))
}

/// One page of the changes of an institution, newest first, with what stood there before and after each (AUD-01).
///
/// # Errors
/// As [`institution_to_edit`]; invalid `bad-cursor` for a cursor of another list.
pub async fn institution_changes(
    tx: &Read,
    institution: InstitutionId,
    page: &PageRequest,
) -> Result<Page<InstitutionChange>> {
    policy::may_change_institution(tx.caller(), Some(institution))?;
    store::institution_changes::list(tx, institution, page).await
}

/// What an event of kind [`crate::INSTITUTION_CHANGED`] says is different.
///
/// # Errors
/// Internal `event-data` for an event of another shape.
pub fn changed_parts(event: &Event) -> Result<Vec<InstitutionPart>> {
    event.read::<InstitutionFact>().map(|fact| fact.changed)
}
