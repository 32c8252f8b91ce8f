//! Carries a change of a link to the services that name it, a few at a time.

use crate::policy;
use crate::quality::refresh;
use crate::store::quality::links;
use kernel::Result;
use storage::Write;
use uuid::Uuid;

/// Timer: the services that name a link are judged again; its subject is the link.
pub const LINK_SPREAD_TIMER: &str = "catalogue.link_spread";

/// Services in one unit of work.
const FEW: u64 = 200;

/// Judges the next services again that name this link: the timer [`LINK_SPREAD_TIMER`], which sets itself until all are
/// done. A law that thousands of descriptions name holds nobody up.
///
/// # Errors
/// Forbidden for everybody but the platform; unavailable when the database cannot be reached.
pub async fn spread_link(tx: &mut Write, link: Uuid) -> Result<()> {
    policy::may_import(tx.caller())?;
    let Some(found) = links::find(tx, link).await? else { return Ok(()) };
    let services = links::services_of(tx, link, found.spread_after, FEW).await?;
    let last = services.last().copied().filter(|_| services.len() as u64 == FEW);
    refresh(tx, services).await?;
    links::spread(tx, link, last).await?;
    if last.is_some() { tx.schedule(LINK_SPREAD_TIMER, link, tx.now()).await } else { Ok(()) }
}
