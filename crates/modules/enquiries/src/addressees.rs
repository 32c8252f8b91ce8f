//! To whom people can write.

use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{Error, Result};
use storage::Read;

/// Every institution that can be written to, in the order of the codes: all but the service centres, which answer at the
/// counter.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn addressees(tx: &Read) -> Result<Vec<Institution>> {
    let all = institutions::list_all(tx, &InstitutionFilter::default()).await?;
    Ok(all.into_iter().filter(can_be_written_to).collect())
}

/// Whether an institution can be written to.
#[must_use]
pub fn can_be_written_to(institution: &Institution) -> bool {
    institution.kind != InstitutionKind::ServiceCentre
}

/// That an institution can be written to. The lists name no other; a form that was changed on its way may.
pub(crate) fn require_addressee(institution: &Institution) -> Result<()> {
    if can_be_written_to(institution) {
        return Ok(());
    }
    Err(Error::invalid("form-has-errors").field("institution", "enquiry-no-letters"))
}
