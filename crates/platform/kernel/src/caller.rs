//! Who acts: carried by every unit of work, written into every event.

use crate::{ApiClientId, Channel, Error, InstitutionId, OrganisationId, PersonId, Remit, Result};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// In which capacity somebody acts. One person may hold several; a session acts in one at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Not signed in.
    Anonymous,
    /// A resident, or somebody acting for one or for a company.
    Client,
    /// A customer-service specialist at a centre, an institution's desk or on the phone.
    Specialist,
    /// Decides cases of a holder.
    Officer,
    /// Keeps the holder's service descriptions.
    ContactPerson,
    /// Manages an institution's users and settings.
    InstitutionAdministrator,
    /// Reads the record, changes nothing.
    Auditor,
    /// Runs the platform; sees no personal data by default.
    PlatformAdministrator,
    /// An institution's system.
    ApiClient,
    /// The platform itself: timers and readers of the log.
    Engine,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 10] = [
        Self::Anonymous,
        Self::Client,
        Self::Specialist,
        Self::Officer,
        Self::ContactPerson,
        Self::InstitutionAdministrator,
        Self::Auditor,
        Self::PlatformAdministrator,
        Self::ApiClient,
        Self::Engine,
    ];

    /// The word used in the database and in exports.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Anonymous => "anonymous",
            Self::Client => "client",
            Self::Specialist => "specialist",
            Self::Officer => "officer",
            Self::ContactPerson => "contact_person",
            Self::InstitutionAdministrator => "institution_administrator",
            Self::Auditor => "auditor",
            Self::PlatformAdministrator => "platform_administrator",
            Self::ApiClient => "api_client",
            Self::Engine => "engine",
        }
    }

    /// Whether this is somebody who works in an institution.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(
            self,
            Self::Specialist
                | Self::Officer
                | Self::ContactPerson
                | Self::InstitutionAdministrator
                | Self::Auditor
                | Self::PlatformAdministrator
        )
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| Error::invalid("unknown-role").arg("role", text))
    }
}

/// How sure we are of an identity: the assurance levels of eIDAS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Not identified.
    #[default]
    None,
    /// eIDAS low.
    Low,
    /// eIDAS substantial.
    Substantial,
    /// eIDAS high.
    High,
}

/// A client of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Party {
    /// A natural person.
    Person(PersonId),
    /// A company or other legal person.
    Organisation(OrganisationId),
}

impl Party {
    /// The bare id; persons and organisations never share one.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        match self {
            Self::Person(id) => id.uuid(),
            Self::Organisation(id) => id.uuid(),
        }
    }

    /// `person` or `organisation`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Organisation(_) => "organisation",
        }
    }

    /// From the parts that storage keeps.
    ///
    /// # Errors
    /// Internal `party-kind` for a kind that does not exist.
    pub fn from_parts(kind: &str, id: Uuid) -> Result<Self> {
        match kind {
            "person" => Ok(Self::Person(PersonId::new(id))),
            "organisation" => Ok(Self::Organisation(OrganisationId::new(id))),
            _ => Err(Error::internal("party-kind").arg("kind", kind)),
        }
    }
}

/// Who acts, in which role, for whom, from which institution, by which channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The capacity.
    pub role: Role,
    /// The human being.
    pub person: Option<PersonId>,
    /// For a client: on whose behalf; themselves for a private person.
    pub party: Option<Party>,
    /// For staff and systems: which institution.
    pub institution: Option<InstitutionId>,
    /// For a system: which one.
    pub api_client: Option<ApiClientId>,
    /// On what ground somebody acts for another, in words: `valdes loceklis`.
    pub mandate: Option<String>,
    /// For a client who acts for a company: the services that its management assigned to them.
    pub remit: Remit,
    /// How sure the identity is.
    pub assurance: Assurance,
    /// By which channel.
    pub channel: Channel,
}

impl Caller {
    const fn bare(role: Role) -> Self {
        Self {
            role,
            person: None,
            party: None,
            institution: None,
            api_client: None,
            mandate: None,
            remit: Remit::All,
            assurance: Assurance::None,
            channel: Channel::Electronic,
        }
    }

    /// A visitor who is not signed in.
    #[must_use]
    pub const fn anonymous() -> Self {
        Self::bare(Role::Anonymous)
    }

    /// The platform itself.
    #[must_use]
    pub const fn engine() -> Self {
        Self::bare(Role::Engine)
    }

    /// A person acting for themselves.
    #[must_use]
    pub fn client(person: PersonId) -> Self {
        Self {
            person: Some(person),
            party: Some(Party::Person(person)),
            assurance: Assurance::High,
            ..Self::bare(Role::Client)
        }
    }

    /// A person acting for somebody else, on the ground named by `mandate`.
    #[must_use]
    pub fn client_for(person: PersonId, party: Party, mandate: impl Into<String>) -> Self {
        Self { party: Some(party), mandate: Some(mandate.into()), ..Self::client(person) }
    }

    /// Somebody who works in an institution.
    #[must_use]
    pub fn staff(person: PersonId, role: Role, institution: InstitutionId) -> Self {
        Self { person: Some(person), institution: Some(institution), assurance: Assurance::High, ..Self::bare(role) }
    }

    /// An institution's system.
    #[must_use]
    pub fn api_client(client: ApiClientId, institution: InstitutionId) -> Self {
        Self { api_client: Some(client), institution: Some(institution), ..Self::bare(Role::ApiClient) }
    }

    /// The human being.
    ///
    /// # Errors
    /// Unauthenticated when nobody is signed in.
    pub fn require_person(&self) -> Result<PersonId> {
        self.person.ok_or_else(|| Error::unauthenticated("sign-in-needed"))
    }

    /// The client who is served.
    ///
    /// # Errors
    /// Unauthenticated when nobody is signed in, forbidden for staff and systems.
    pub fn require_party(&self) -> Result<Party> {
        self.require_role(&[Role::Client])?;
        self.party.ok_or_else(|| Error::unauthenticated("sign-in-needed"))
    }

    /// The institution of staff or a system.
    ///
    /// # Errors
    /// Forbidden for everybody else.
    pub fn require_institution(&self) -> Result<InstitutionId> {
        self.institution.ok_or_else(|| self.refusal())
    }

    /// Whether the caller may use the service with this code for whom they act (POR-10).
    #[must_use]
    pub fn may_use(&self, service: &str) -> bool {
        self.remit.covers(service)
    }

    /// That they may.
    ///
    /// # Errors
    /// Forbidden `service-not-assigned`, whose words say whom to ask.
    pub fn require_service(&self, service: &str) -> Result<()> {
        if self.may_use(service) {
            Ok(())
        } else {
            Err(Error::forbidden("service-not-assigned").arg("service", service))
        }
    }

    /// That the role is one of `roles`.
    ///
    /// # Errors
    /// Unauthenticated for visitors, forbidden for others.
    pub fn require_role(&self, roles: &[Role]) -> Result<()> {
        if roles.contains(&self.role) { Ok(()) } else { Err(self.refusal()) }
    }

    fn refusal(&self) -> Error {
        if self.role == Role::Anonymous {
            Error::unauthenticated("sign-in-needed")
        } else {
            Error::forbidden("role-not-allowed")
        }
    }
}
