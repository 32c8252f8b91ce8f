//! The municipality whose services a person wants to see (POR-09).

use crate::person::require;
use crate::policy::Action;
use crate::profile::profile;
use crate::store::people;
use kernel::{Error, Result};
use storage::Write;

/// Keeps the caller's choice of a municipality, by its ATVK code, or that there is none. It moves the revision of the
/// profile.
///
/// # Errors
/// Invalid `municipality-unknown` at field `municipality`; stale `stale-revision` when the profile changes at the same
/// moment; unauthenticated for visitors.
pub async fn choose_municipality(tx: &mut Write, atvk: Option<&str>) -> Result<()> {
    require(tx.caller(), Action::EditProfile { own: true })?;
    let mut person = profile(tx).await?;
    if let Some(atvk) = atvk {
        let known = institutions::municipalities(tx).await?;
        if !known.iter().any(|one| one.atvk.as_deref() == Some(atvk)) {
            return Err(Error::invalid("form-has-errors").field("municipality", "municipality-unknown"));
        }
    }
    if person.municipality.as_deref() == atvk {
        return Ok(());
    }
    person.municipality = atvk.map(str::to_owned);
    let revision = person.revision;
    if people::update(tx, &person, revision).await? { Ok(()) } else { Err(Error::stale("stale-revision")) }
}
