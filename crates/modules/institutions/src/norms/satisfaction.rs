//! How an institution stands with measuring clients' satisfaction.

use super::due::SatisfactionDue;
use super::model::MeasurementStatement;
use crate::{policy, store};
use chrono::NaiveDate;
use kernel::{InstitutionId, Result, riga_date};
use storage::Read;

/// Measurements as they were stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Satisfaction {
    /// Newest first; the first one holds.
    pub statements: Vec<MeasurementStatement>,
    /// What is due.
    pub due: SatisfactionDue,
}

/// What an institution had stated of its measurements by the end of a day, and what was due then.
///
/// # Errors
/// Not found for an institution that the caller has nothing to do with; forbidden for those who neither answer for rules
/// nor oversee them.
pub async fn satisfaction(tx: &Read, institution: InstitutionId, day: NaiveDate) -> Result<Satisfaction> {
    policy::may_see_norms(tx.caller(), institution)?;
    let mut statements = store::measurements::of_institution(tx, institution).await?;
    statements.retain(|statement| riga_date(statement.stated_at) <= day);
    let due = SatisfactionDue::of(statements.first().map(|statement| &statement.measurement), day);
    Ok(Satisfaction { statements, due })
}
