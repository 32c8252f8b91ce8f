//! Entering persons and organisations as a sign-in or a register tells them.

use crate::model::{Ground, Organisation, Person};
use crate::person::require;
use crate::personal_code::PersonalCode;
use crate::policy::Action;
use crate::registration_number::RegistrationNumber;
use crate::representation::{end, give};
use crate::staff_directory::list_again;
use crate::store::{organisations, people};
use chrono::NaiveDate;
use kernel::{Error, Locale, OrganisationId, PersonId, Remit, RepresentationId, Result, riga_date};
use std::fmt;
use storage::Write;

/// What a trusted source says about a person. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Identified {
    /// Personal codes, the one in force first.
    pub codes: Vec<PersonalCode>,
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    /// Birth date, if told; otherwise an old code's.
    pub birth_date: Option<NaiveDate>,
    /// E-mail, if told.
    pub email: Option<String>,
}

impl fmt::Debug for Identified {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identified(…)")
    }
}

/// Finds the person of any of the codes, or enters them. A second code is added to the person, a changed name is taken
/// over; contact data that the person keeps here are left alone. (AUT-01)
///
/// # Errors
/// Forbidden unless the engine calls; conflict `person-codes-differ` when the codes belong to two persons.
pub async fn recognise(tx: &mut Write, told: &Identified) -> Result<PersonId> {
    enter_person(tx, told, None).await
}

/// As [`recognise`], with an id for a person who is new: fixed ids of demonstration personas.
pub(crate) async fn enter_person(tx: &mut Write, told: &Identified, id: Option<PersonId>) -> Result<PersonId> {
    require(tx.caller(), Action::EnterFromRegister)?;
    let first = told.codes.first().ok_or_else(|| Error::invalid("sign-in-no-code"))?;
    let mut known = None;
    for code in &told.codes {
        known = known.or(people::holder_of(tx, code).await?);
    }
    let person = match known {
        Some(person) => person,
        None => enter_new(tx, told, first, id).await?,
    };
    for code in told.codes.iter().rev() {
        if people::claim_code(tx, person, code).await? != person {
            return Err(Error::conflict("person-codes-differ"));
        }
    }
    take_over_name(tx, person, told).await?;
    Ok(person)
}

async fn enter_new(tx: &mut Write, told: &Identified, code: &PersonalCode, id: Option<PersonId>) -> Result<PersonId> {
    let id = id.unwrap_or_else(|| PersonId::new(tx.ids().uuid()));
    let person = Person {
        id,
        given_name: told.given_name.clone(),
        family_name: told.family_name.clone(),
        birth_date: told.birth_date.or_else(|| told.codes.iter().find_map(PersonalCode::birth_date)),
        codes: Vec::new(),
        locale: Locale::default(),
        email: told.email.clone(),
        phone: None,
        iban: None,
        address: None,
        municipality: None,
        revision: 1,
    };
    people::insert(tx, &person).await?;
    let holder = people::claim_code(tx, id, code).await?;
    if holder != id {
        // Somebody entered the same person in the same moment: keep theirs.
        people::remove(tx, id).await?;
    }
    Ok(holder)
}

async fn take_over_name(tx: &mut Write, id: PersonId, told: &Identified) -> Result<()> {
    let Some(mut person) = people::find(tx, id).await? else { return Err(Error::internal("person-lost")) };
    let birth_date = told.birth_date.or(person.birth_date);
    if person.given_name == told.given_name && person.family_name == told.family_name && person.birth_date == birth_date
    {
        return Ok(());
    }
    person.given_name.clone_from(&told.given_name);
    person.family_name.clone_from(&told.family_name);
    person.birth_date = birth_date;
    let revision = person.revision;
    if !people::update(tx, &person, revision).await? {
        return Err(Error::conflict("stale-revision"));
    }
    list_again(tx, id).await
}

/// Finds the organisation of a registration number, or enters it.
///
/// # Errors
/// Forbidden unless the engine calls.
pub async fn ensure_organisation(tx: &mut Write, number: &RegistrationNumber, name: &str) -> Result<OrganisationId> {
    let id = OrganisationId::new(tx.ids().uuid());
    enter_organisation(tx, Organisation { id, registration_number: number.clone(), name: name.to_owned() }).await
}

/// As [`ensure_organisation`], with an id for one that is new.
pub(crate) async fn enter_organisation(tx: &mut Write, organisation: Organisation) -> Result<OrganisationId> {
    require(tx.caller(), Action::EnterFromRegister)?;
    if let Some(known) = organisations::find_by_number(tx, &organisation.registration_number).await? {
        return Ok(known.id);
    }
    organisations::insert(tx, &organisation).await?;
    Ok(organisation.id)
}

/// Lets a person act for an organisation in everything from today on, unless they already may on this ground; answers
/// the id of the right.
///
/// # Errors
/// Forbidden unless the engine calls; not found `organisation`.
pub async fn allow_representation(
    tx: &mut Write,
    person: PersonId,
    organisation: OrganisationId,
    ground: Ground,
) -> Result<RepresentationId> {
    allow_for(tx, person, organisation, ground, Remit::All).await
}

/// As [`allow_representation`], for some services.
pub(crate) async fn allow_for(
    tx: &mut Write,
    person: PersonId,
    organisation: OrganisationId,
    ground: Ground,
    remit: Remit,
) -> Result<RepresentationId> {
    require(tx.caller(), Action::EnterFromRegister)?;
    let open = organisations::represented_by(tx, person, riga_date(tx.now())).await?;
    if let Some(known) = open.iter().find(|given| given.organisation.id == organisation && given.ground == ground) {
        return Ok(known.id);
    }
    let organisation = organisations::find(tx, organisation).await?.ok_or_else(|| Error::not_found("organisation"))?;
    give(tx, person, organisation, ground, remit).await
}

/// Ends what a person may do for an organisation, at once: their next request finds it ended.
///
/// # Errors
/// Forbidden unless the engine calls; not found `representation` when there is none.
pub async fn end_representation(tx: &mut Write, person: PersonId, organisation: OrganisationId) -> Result<()> {
    require(tx.caller(), Action::EnterFromRegister)?;
    let open = organisations::open_of(tx, person, organisation, riga_date(tx.now())).await?;
    if open.is_empty() {
        return Err(Error::not_found("representation"));
    }
    for given in open {
        end(tx, given).await?;
    }
    Ok(())
}
