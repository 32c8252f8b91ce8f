//! Whose staff or systems a page is about: the caller's own institution, or for the platform the one that the address names.

use institutions::Institution;
use kernel::{Error, Result, Role};
use storage::Read;
use web_kit::{Visit, percent};

/// The institution with the code `named`; the caller's own when nothing is named. Another's and one that does not exist
/// look alike.
pub async fn chosen(visit: &Visit, tx: &Read, named: &str) -> Result<Institution> {
    let own = visit.caller().require_institution()?;
    if named.is_empty() {
        return institutions::find(tx, own).await;
    }
    let found = institutions::by_code(tx, named).await?;
    let may = |found: &Institution| found.id == own || visit.caller().role == Role::PlatformAdministrator;
    found.filter(may).ok_or_else(|| Error::not_found("institution"))
}

/// The address of a page about the institution that `named` names.
pub fn about(path: &str, named: &str) -> String {
    if named.is_empty() { path.to_owned() } else { format!("{path}?of={}", percent(named)) }
}

/// The same address, where it is said `what` has been done.
pub fn done(path: &str, what: &str, named: &str) -> String {
    format!("{}{}done={what}", about(path, named), if named.is_empty() { '?' } else { '&' })
}
