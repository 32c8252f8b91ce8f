//! The capacities that a person may act in.

use crate::model::{Profile, ProfileChoice, Representation};
use crate::store::{organisations, people};
use kernel::{Assurance, Caller, Error, LangText, Party, PersonId, Remit, Result, Role, riga_date};
use storage::Read;

/// For themselves, for each organisation they represent, and each role they hold in an institution. (ACC-02)
///
/// # Errors
/// Not found `person`; unauthenticated for visitors, not found for somebody else's.
pub async fn profiles_of(tx: &Read, person: PersonId) -> Result<Vec<Profile>> {
    if tx.caller().role != Role::Engine && tx.caller().require_person()? != person {
        return Err(Error::not_found("person"));
    }
    let Some((_, name)) = people::names(tx, &[person.uuid()]).await?.pop() else {
        return Err(Error::not_found("person"));
    };
    let own = LangText::new(name.clone(), name);
    let plain = |choice, role, name| Profile { choice, role, name, ground: None, remit: Remit::All };
    let mut profiles = vec![plain(ProfileChoice::Myself, Role::Client, own)];
    for given in companies_of(tx, person).await? {
        let name = LangText::new(given.organisation.name.clone(), given.organisation.name);
        let choice = ProfileChoice::Organisation(given.organisation.id);
        let (ground, remit) = (Some(given.ground), given.remit);
        profiles.push(Profile { choice, role: Role::Client, name, ground, remit });
    }
    for held in institutions::roles_of(tx, person).await? {
        let choice = ProfileChoice::Staff(held.institution, held.role);
        profiles.push(plain(choice, held.role, held.institution_name));
    }
    Ok(profiles)
}

/// One right for each company: that of management where the person has several.
async fn companies_of(tx: &Read, person: PersonId) -> Result<Vec<Representation>> {
    let mut given = organisations::represented_by(tx, person, riga_date(tx.now())).await?;
    given.sort_by_key(|one| (one.organisation.id, !one.ground.is_management()));
    given.dedup_by_key(|one| one.organisation.id);
    Ok(given)
}

/// The caller that a person is in one capacity.
///
/// # Errors
/// Forbidden `profile-not-yours` when the person does not (or no longer) have it.
pub(crate) async fn caller_of(
    tx: &Read,
    person: PersonId,
    choice: ProfileChoice,
    assurance: Assurance,
) -> Result<Caller> {
    let profiles = profiles_of(tx, person).await?;
    let found = profiles.into_iter().find(|profile| profile.choice == choice);
    let profile = found.ok_or_else(|| Error::forbidden("profile-not-yours"))?;
    let caller = match choice {
        ProfileChoice::Myself => Caller::client(person),
        ProfileChoice::Organisation(id) => {
            let ground = profile.ground.ok_or_else(|| Error::internal("representation-ground"))?;
            Caller::client_for(person, Party::Organisation(id), ground.as_str())
        }
        ProfileChoice::Staff(institution, role) => Caller::staff(person, role, institution),
    };
    Ok(Caller { assurance, remit: profile.remit, ..caller })
}
