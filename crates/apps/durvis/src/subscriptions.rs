//! Who listens to what: every reader of the log and every timer, in one list. Calls go down, events go up.
use jobs::Runner;

use crate::app::Parts;

/// Everything that runs beside the doors.
pub fn runner(_parts: &Parts) -> Runner {
    Runner::default()
}
