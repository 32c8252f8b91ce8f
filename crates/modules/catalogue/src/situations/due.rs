//! Life situations whose quarterly check comes near or is late (POR-03): the task of the institution that answers for
//! them.

use super::SituationLine;
use crate::policy;
use crate::store::situations;
use kernel::{InstitutionId, Result, riga_date};
use storage::Read;
use worktime::Calendar;

/// A check is asked for so many working days before its day, like that of a description.
const AHEAD: i32 = 10;

/// How an institution stands with the life situations that it answers for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SituationStanding {
    /// How many are published.
    pub published: i64,
    /// How many of them were not checked in time.
    pub late: i64,
}

/// The published life situations of an institution that are to be checked within ten working days or should have been
/// already, soonest first.
///
/// # Errors
/// Not found for an institution that the caller has nothing to do with; forbidden for those who do not answer for
/// content.
pub async fn situations_due(tx: &Read, responsible: InstitutionId) -> Result<Vec<SituationLine>> {
    policy::may_see_quality(tx.caller(), responsible)?;
    let until = Calendar::state().add_working_days(riga_date(tx.now()), AHEAD);
    situations::due(tx, responsible, until).await
}
