//! Persons, organisations and who may act for whom.

use crate::personal_code::PersonalCode;
use crate::registration_number::RegistrationNumber;
use chrono::NaiveDate;
use kernel::{Error, InstitutionId, LangText, Locale, OrganisationId, PersonId, Remit, RepresentationId, Result, Role};
use std::fmt;
use std::str::FromStr;

/// A natural person as the platform knows them. `Debug` prints the id alone: the rest is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Stable id; never the personal code.
    pub id: PersonId,
    /// Given names.
    pub given_name: String,
    /// Family names.
    pub family_name: String,
    /// Birth date, when a register or the sign-in told it.
    pub birth_date: Option<NaiveDate>,
    /// Personal codes, newest first; a person who changed theirs has two.
    pub codes: Vec<PersonalCode>,
    /// Language of letters and notices.
    pub locale: Locale,
    /// Contact e-mail.
    pub email: Option<String>,
    /// Contact telephone.
    pub phone: Option<String>,
    /// Account for payments to the person.
    pub iban: Option<String>,
    /// Contact address in one line.
    pub address: Option<String>,
    /// The municipality whose services the person wants to see, by its ATVK code (POR-09).
    pub municipality: Option<String>,
    /// Revision for optimistic changes.
    pub revision: i64,
}

impl Person {
    /// Given and family names.
    #[must_use]
    pub fn display_name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    /// The code in force: the newest.
    #[must_use]
    pub fn code(&self) -> Option<&PersonalCode> {
        self.codes.first()
    }
}

impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Person({})", self.id)
    }
}

/// A legal person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Stable id.
    pub id: OrganisationId,
    /// Number in the register of enterprises.
    pub registration_number: RegistrationNumber,
    /// Name with its legal form.
    pub name: String,
}

/// On what ground a person acts for an organisation. The word travels as the mandate of a `Caller`; its text is
/// `mandate-<word>` in `locales/*/identity.ftl`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Ground {
    /// Member of the board with the right to represent.
    BoardMember,
    /// Holder of a procuration.
    Procurator,
    /// Authorised by a power of attorney.
    Authorised,
}

impl Ground {
    /// Every ground.
    pub const ALL: [Self; 3] = [Self::BoardMember, Self::Procurator, Self::Authorised];

    /// The word kept in storage and in the record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BoardMember => "board-member",
            Self::Procurator => "procurator",
            Self::Authorised => "authorised",
        }
    }

    /// Whether who acts on it manages the company: may do everything, and decides who else acts for it (POR-10).
    #[must_use]
    pub const fn is_management(self) -> bool {
        matches!(self, Self::BoardMember | Self::Procurator)
    }
}

impl FromStr for Ground {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|ground| ground.as_str() == text);
        found.ok_or_else(|| Error::internal("representation-ground").arg("ground", text))
    }
}

/// A person may act for an organisation, from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Representation {
    /// Stable id.
    pub id: RepresentationId,
    /// Who.
    pub person: PersonId,
    /// For whom.
    pub organisation: Organisation,
    /// On what ground.
    pub ground: Ground,
    /// For which services; all for management.
    pub remit: Remit,
    /// First day.
    pub valid_from: NaiveDate,
    /// Last day; none while it is open.
    pub valid_until: Option<NaiveDate>,
    /// Number of its last event; 0 for what was kept before its events were.
    pub revision: i64,
}

/// In which capacity somebody wants to act: what a profile switch sends. Written `self`, `organisation:<id>` or
/// `staff:<institution id>:<role>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileChoice {
    /// For themselves.
    Myself,
    /// For an organisation they represent.
    Organisation(OrganisationId),
    /// As staff of an institution.
    Staff(InstitutionId, Role),
}

impl fmt::Display for ProfileChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Myself => f.write_str("self"),
            Self::Organisation(id) => write!(f, "organisation:{id}"),
            Self::Staff(institution, role) => write!(f, "staff:{institution}:{role}"),
        }
    }
}

impl FromStr for ProfileChoice {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let unknown = || Error::invalid("unknown-profile");
        match text.split(':').collect::<Vec<_>>()[..] {
            ["self"] => Ok(Self::Myself),
            ["organisation", id] => Ok(Self::Organisation(id.parse().map_err(|_| unknown())?)),
            ["staff", id, role] => {
                Ok(Self::Staff(id.parse().map_err(|_| unknown())?, role.parse().map_err(|_| unknown())?))
            }
            _ => Err(unknown()),
        }
    }
}

/// One capacity that a person may act in (ACC-02).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What to send to switch to it.
    pub choice: ProfileChoice,
    /// The role it gives.
    pub role: Role,
    /// The person's own name, the organisation's or the institution's.
    pub name: LangText,
    /// For an organisation: on what ground.
    pub ground: Option<Ground>,
    /// For an organisation: for which services.
    pub remit: Remit,
}
