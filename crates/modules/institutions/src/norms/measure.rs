//! Stating the last measurement of clients' satisfaction.

use super::model::Measurement;
use crate::events::{MEASUREMENT_STATED, MeasurementFact};
use crate::{policy, store};
use kernel::{Error, InstitutionId, Result, no_faults, riga_date};
use storage::{Expected, NewEvent, Stream, Write};

/// A measurement about to be stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateMeasurement {
    /// Whose clients.
    pub institution: InstitutionId,
    /// The version that was seen; 0 when there was none.
    pub seen: i32,
    /// What is stated.
    pub measurement: Measurement,
}

/// Keeps what is stated of the last measurement as the next version (CAT-34). Returns the number of the version.
///
/// # Errors
/// Forbidden for everybody but the institution's contact persons and administrators; not found for another institution;
/// stale `norm-changed` when somebody stated something since; invalid by field.
pub async fn state_measurement(tx: &mut Write, input: StateMeasurement) -> Result<i32> {
    policy::may_state_norms(tx.caller(), input.institution)?;
    no_faults(input.measurement.faults(riga_date(tx.now())))?;
    let latest = store::measurements::latest(tx, input.institution).await?;
    if latest != input.seen {
        return Err(Error::stale("norm-changed"));
    }
    let version = latest + 1;
    store::measurements::insert(tx, &input, version).await?;
    let Measurement { ended_on, published_on, .. } = input.measurement;
    let event = NewEvent::new(MEASUREMENT_STATED, 1, &MeasurementFact { version, ended_on, published_on })?;
    tx.append(Stream::institution(input.institution), Expected::Any, vec![event]).await?;
    Ok(version)
}
