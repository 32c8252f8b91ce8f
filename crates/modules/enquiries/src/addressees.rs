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
        all.extend(page.items.into_iter().filter(|one| one.kind != InstitutionKind::ServiceCentre));
        let Some(next) = page.next else { return Ok(all) };
        request = PageRequest::new(PageRequest::MAX, Some(next));
    }
}
