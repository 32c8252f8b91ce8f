//! Services that several institutions give together and none holds alone (CAT-24).

use crate::Description;
use kernel::{Error, FieldError, InstitutionId, Result};
use storage::Read;

/// The ministry that describes joint services and defines their process with the institutions (concept, 4.3.1).
const MINISTRY: &str = "VARAM";

/// That a joint service is registered by the ministry: no institution can speak for the others.
pub(crate) async fn require_ministry(tx: &Read, holder: InstitutionId, description: &Description) -> Result<()> {
    match without_ministry(tx, holder, description).await? {
        Some(wrong) => Err(Error::invalid("form-has-errors").fields([wrong])),
        None => Ok(()),
    }
}

/// What is wrong with a joint service that somebody else registers.
pub(crate) async fn without_ministry(
    tx: &Read,
    holder: InstitutionId,
    description: &Description,
) -> Result<Option<FieldError>> {
    if !description.flags.joint || institutions::find(tx, holder).await?.code == MINISTRY {
        return Ok(None);
    }
    Ok(Some(FieldError::new("flags", "service-joint-holder")))
}
