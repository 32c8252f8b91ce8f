//! To whom people can write.

use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{PageRequest, Result};
use storage::Read;

/// Every institution that can be written to, in the order of the codes: all but the service centres, which answer at the
/// counter.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn addressees(tx: &Read) -> Result<Vec<Institution>> {
    let mut all = Vec::new();
    let mut request = PageRequest::first(PageRequest::MAX);
    loop {
        let page = institutions::list(tx, &InstitutionFilter::default(), &request).await?;
        all.extend(page.items.into_iter().filter(can_be_written_to));
        let Some(next) = page.next else { return Ok(all) };
        request = PageRequest::new(PageRequest::MAX, Some(next));
    }
}

/// Whether an institution can be written to.
#[must_use]
pub fn can_be_written_to(institution: &Institution) -> bool {
    institution.kind != InstitutionKind::ServiceCentre
}
