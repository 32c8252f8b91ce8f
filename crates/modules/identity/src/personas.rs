//! Invented persons for the demonstration. Every function here asks for a [`Demonstration`], which only the command
//! `demo` makes: `serve` has none, so it cannot reach them.

use crate::model::{Ground, Organisation, ProfileChoice};
use crate::person::names_of;
use crate::personal_code::PersonalCode;
use crate::profiles::caller_of;
use crate::recognise::{Identified, allow_for, enter_organisation, enter_person};
use crate::registration_number::RegistrationNumber;
use crate::secret::Secret;
use crate::session::{SignIn, sign_in};
use crate::store::people;
use crate::tokens::{Token, issue};
use chrono::NaiveDate;
use kernel::{Assurance, Caller, Error, InstitutionId, LangText, OrganisationId, Party, PersonId, Remit, Result, Role};
use serde::Deserialize;
use storage::{Read, Write};

/// The invented persons of a demonstration. Having one is the permission to act as any of them.
#[derive(Clone, Debug)]
pub struct Demonstration {
    personas: Vec<Persona>,
}

/// One invented person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Short name: `resident`, `officer`.
    pub key: String,
    /// Fixed id.
    pub id: PersonId,
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    personal_code: String,
    birth_date: Option<NaiveDate>,
    email: Option<String>,
    phone: Option<String>,
    iban: Option<String>,
    address: Option<String>,
    /// Who that is, for the list of personas.
    pub description: LangText,
    profile: Capacity,
    /// Capacities that the persona may switch to.
    #[serde(default)]
    further: Vec<Capacity>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Capacity {
    #[serde(rename = "self")]
    Myself,
    Organisation {
        id: OrganisationId,
        registration_number: String,
        name: String,
        ground: String,
        /// Codes of the services that management assigned; all without them.
        services: Option<Vec<String>>,
    },
    Staff {
        institution: String,
        role: Role,
    },
}

impl Persona {
    /// Given and family names.
    #[must_use]
    pub fn display_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// The role in which the persona begins.
    #[must_use]
    pub fn role(&self) -> Role {
        match &self.profile {
            Capacity::Staff { role, .. } => *role,
            Capacity::Myself | Capacity::Organisation { .. } => Role::Client,
        }
    }

    /// The whole personal code: it is invented, and the demonstration's forms need it.
    #[must_use]
    pub fn personal_code(&self) -> &str {
        &self.personal_code
    }
}

impl Demonstration {
    /// Loads the invented persons. Only the command `demo` may call this; a test of the binary says so.
    ///
    /// # Errors
    /// Internal when the content is broken.
    pub fn load() -> Result<Self> {
        Ok(Self { personas: serde_json::from_str(include_str!("../content/personas.json"))? })
    }

    /// All of them, in the order to show.
    #[must_use]
    pub fn personas(&self) -> &[Persona] {
        &self.personas
    }

    /// One of them.
    ///
    /// # Errors
    /// Not found `persona`.
    pub fn persona(&self, key: &str) -> Result<&Persona> {
        self.personas.iter().find(|persona| persona.key == key).ok_or_else(|| Error::not_found("persona"))
    }
}

/// Enters all personas with their roles; running it again changes nothing. Institutions must be there before.
///
/// # Errors
/// Forbidden unless the engine calls; not found `institution`.
pub async fn install_personas(tx: &mut Write, demo: &Demonstration) -> Result<()> {
    for persona in demo.personas() {
        if !names_of(tx, &[Party::Person(persona.id)]).await?.is_empty() {
            continue;
        }
        let code = PersonalCode::parse(&persona.personal_code)?;
        let told = Identified {
            codes: vec![code],
            given_name: persona.given_name.clone(),
            family_name: persona.family_name.clone(),
            birth_date: persona.birth_date,
            email: persona.email.clone(),
        };
        let id = enter_person(tx, &told, Some(persona.id)).await?;
        if id != persona.id {
            return Err(Error::conflict("persona-code-taken").arg("persona", &persona.key));
        }
        keep_contacts(tx, persona).await?;
        for capacity in [&persona.profile].into_iter().chain(&persona.further) {
            give_capacity(tx, persona.id, capacity).await?;
        }
    }
    Ok(())
}

/// Begins a session as a persona.
///
/// # Errors
/// Not found `persona`; forbidden unless the engine calls.
pub async fn persona_sign_in(tx: &mut Write, demo: &Demonstration, key: &str) -> Result<Secret> {
    let persona = demo.persona(key)?;
    let profile = choice_of(tx, persona).await?;
    sign_in(tx, SignIn { person: persona.id, profile, assurance: Assurance::High }).await
}

/// Gives a bearer token of a persona, in the capacity in which it begins.
///
/// # Errors
/// Not found `persona`; forbidden unless the engine calls.
pub async fn issue_persona_token(tx: &mut Write, demo: &Demonstration, key: &str) -> Result<Token> {
    let caller = persona_caller(tx, demo, key).await?;
    issue(tx, &caller, String::new()).await
}

/// Who a persona is in the capacity in which it begins: for the cases that a demonstration shows.
///
/// # Errors
/// Not found `persona`; forbidden unless the engine calls.
pub async fn persona_caller(tx: &Read, demo: &Demonstration, key: &str) -> Result<Caller> {
    tx.caller().require_role(&[Role::Engine])?;
    let persona = demo.persona(key)?;
    caller_of(tx, persona.id, choice_of(tx, persona).await?, Assurance::High).await
}

async fn choice_of(tx: &Read, persona: &Persona) -> Result<ProfileChoice> {
    Ok(match &persona.profile {
        Capacity::Myself => ProfileChoice::Myself,
        Capacity::Organisation { id, .. } => ProfileChoice::Organisation(*id),
        Capacity::Staff { institution, role } => ProfileChoice::Staff(institution_of(tx, institution).await?, *role),
    })
}

async fn keep_contacts(tx: &mut Write, persona: &Persona) -> Result<()> {
    let Some(mut person) = people::find(tx, persona.id).await? else { return Err(Error::internal("person-lost")) };
    person.phone.clone_from(&persona.phone);
    person.iban.clone_from(&persona.iban);
    person.address.clone_from(&persona.address);
    let revision = person.revision;
    people::update(tx, &person, revision).await.map(drop)
}

async fn give_capacity(tx: &mut Write, person: PersonId, capacity: &Capacity) -> Result<()> {
    match capacity {
        Capacity::Myself => Ok(()),
        Capacity::Organisation { id, registration_number, name, ground, services } => {
            let registration_number = RegistrationNumber::parse(registration_number)?;
            let entered = Organisation { id: *id, registration_number, name: name.clone() };
            let organisation = enter_organisation(tx, entered).await?;
            let remit = services.clone().map_or(Remit::All, Remit::only);
            allow_for(tx, person, organisation, ground.parse::<Ground>()?, remit).await.map(drop)
        }
        Capacity::Staff { institution, role } => {
            let institution = institution_of(tx, institution).await?;
            institutions::ensure_membership(tx, person, institution, *role).await.map(drop)
        }
    }
}

async fn institution_of(tx: &Read, code: &str) -> Result<InstitutionId> {
    let found = institutions::by_code(tx, code).await?;
    found.map(|institution| institution.id).ok_or_else(|| Error::not_found("institution"))
}
