//! Services that several institutions give together and none holds alone (CAT-24).

use crate::Description;
use crate::store::service_rows;
use kernel::{Error, InstitutionId, Result};
use storage::Read;

/// The ministry that describes joint services and defines their process with the institutions (concept, 4.3.1).
const MINISTRY: &str = "VARAM";

/// That a joint service is registered by the ministry: no institution can speak for the others.
pub(crate) async fn require_ministry(tx: &Read, row: &service_rows::Model, description: &Description) -> Result<()> {
    if !description.flags.joint {
        return Ok(());
    }
    let holder = institutions::find(tx, InstitutionId::new(row.holder)).await?;
    if holder.code == MINISTRY {
        return Ok(());
    }
    Err(Error::invalid("form-has-errors").field("flags", "service-joint-holder"))
}
