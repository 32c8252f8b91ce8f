//! Looking up persons and organisations.

use crate::model::{Organisation, Person};
use crate::personal_code::PersonalCode;
use crate::policy::{Action, may};
use crate::store::{organisations, people};
use kernel::{Caller, Error, OrganisationId, Party, PersonId, Result, Role, folded};
use std::collections::BTreeMap;
use storage::Read;

/// A person's data: the caller's own, or, for staff who handle a case, another's. The caller of this function has put
/// the access on record (`Write::record_access`); people's pages show what their use case decided to show.
///
/// # Errors
/// Not found `person` for a missing person and for one the caller may not see; unauthenticated for visitors.
pub async fn person(tx: &Read, id: PersonId) -> Result<Person> {
    let own = tx.caller().person == Some(id);
    require(tx.caller(), Action::ReadPerson { own }).map_err(|error| hide(tx.caller(), error))?;
    people::find(tx, id).await?.ok_or_else(|| Error::not_found("person"))
}

/// Who has this personal code, by either of two codes.
///
/// # Errors
/// Forbidden for clients: they cannot look up others.
pub async fn find_person(tx: &Read, code: &PersonalCode) -> Result<Option<PersonId>> {
    require(tx.caller(), Action::FindByCode)?;
    people::holder_of(tx, code).await
}

/// The same, if that is their family name: most codes have no check, and a slip in one must give nothing to somebody else.
///
/// # Errors
/// As [`find_person`].
pub async fn find_person_named(tx: &Read, code: &PersonalCode, family_name: &str) -> Result<Option<PersonId>> {
    require(tx.caller(), Action::FindByCode)?;
    holder_named(tx, code, family_name).await
}

/// The person of this code, if that is their family name: a slip in a code names nobody else, and which of the two is
/// wrong is not told.
pub(crate) async fn holder_named(tx: &Read, code: &PersonalCode, family_name: &str) -> Result<Option<PersonId>> {
    let Some(id) = people::holder_of(tx, code).await? else { return Ok(None) };
    let person = people::find(tx, id).await?;
    let same = person.is_some_and(|person| folded(person.family_name.trim()) == folded(family_name.trim()));
    Ok(same.then_some(id))
}

/// One organisation; its name and number are public facts.
///
/// # Errors
/// Not found `organisation`.
pub async fn organisation(tx: &Read, id: OrganisationId) -> Result<Organisation> {
    organisations::find(tx, id).await?.ok_or_else(|| Error::not_found("organisation"))
}

/// Names to show for many parties at once; unknown ones are left out. Which parties may be shown is the decision of
/// the use case that lists them.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn names_of(tx: &Read, parties: &[Party]) -> Result<BTreeMap<Party, String>> {
    let ids = |kind: &str| parties.iter().filter(|party| party.kind() == kind).map(|party| party.uuid()).collect();
    let (persons, firms): (Vec<_>, Vec<_>) = (ids("person"), ids("organisation"));
    let mut names = BTreeMap::new();
    if !persons.is_empty() {
        let found = people::names(tx, &persons).await?;
        names.extend(found.into_iter().map(|(id, name)| (Party::Person(PersonId::new(id)), name)));
    }
    if !firms.is_empty() {
        let found = organisations::names(tx, &firms).await?;
        names.extend(found.into_iter().map(|(id, name)| (Party::Organisation(OrganisationId::new(id)), name)));
    }
    Ok(names)
}

/// That the caller may do `action`.
pub(crate) fn require(caller: &Caller, action: Action) -> Result<()> {
    if may(caller.role, action) {
        Ok(())
    } else if caller.role == Role::Anonymous {
        Err(Error::unauthenticated("sign-in-needed"))
    } else {
        Err(Error::forbidden("role-not-allowed"))
    }
}

/// Whether somebody exists is private: a refusal looks like a missing person.
fn hide(caller: &Caller, error: Error) -> Error {
    if caller.role == Role::Anonymous { error } else { Error::not_found("person") }
}
