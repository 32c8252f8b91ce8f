//! Institutions and memberships.

use chrono::{DateTime, Utc};
use kernel::{Error, InstitutionId, LangText, MembershipId, PersonId, Result, Role};
use serde::{Deserialize, Serialize};

kernel::words! {
    /// What kind of body it is.
    InstitutionKind {
        /// An agency, service or register of the state.
        StateInstitution = "state_institution",
        /// A state city or novads municipality.
        Municipality = "municipality",
        /// A state and municipal unified customer service centre (VPVKAC).
        ServiceCentre = "service_centre",
        /// A ministry.
        Ministry = "ministry",
        /// Whoever runs the platform or a part of it.
        Operator = "operator",
    }
}

kernel::words! {
    /// Which transferred working days apply to an institution.
    CalendarTransfers {
        /// Those the Cabinet orders for state institutions; most municipalities follow them.
        State = "state",
        /// None: only the public holidays.
        None = "none",
    }
}

impl CalendarTransfers {
    /// Whether working days are moved for the institution.
    #[must_use]
    pub const fn moves_days(self) -> bool {
        matches!(self, Self::State)
    }
}

kernel::words! {
    /// Where an entry comes from, or who wrote it last.
    Origin {
        /// Real, from public sources.
        Reference = "reference",
        /// Invented for the demonstration, under a real or likely name.
        Example = "example",
        /// Made while importing test data.
        Imported = "imported",
        /// Written by the institution itself.
        Own = "own",
        /// Written by an administrator of the platform.
        Platform = "platform",
    }
}

/// A holder, provider or service centre.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// Short, unique, stable: `VSAA`, `LV-022`, `VPVKAC-CESIS`.
    pub code: String,
    /// What kind of body it is.
    pub kind: InstitutionKind,
    /// Number in the register of public bodies, when known.
    pub registration_number: Option<String>,
    /// Official name.
    pub name: LangText,
    /// ATVK code of a municipality.
    pub atvk: Option<String>,
    /// ISO 3166-2 code of a municipality.
    pub iso3166_2: Option<String>,
    /// Planning region of a municipality or centre.
    pub planning_region: Option<String>,
    /// The ministry above an institution, the municipality of a centre.
    pub parent: Option<InstitutionId>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Opening hours in words; empty when unknown.
    pub opening_hours: LangText,
    /// Which transferred working days apply.
    pub calendar_transfers: CalendarTransfers,
    /// The same for programs; empty when unknown.
    pub opening: Vec<OpeningHours>,
    /// Where people come to, when known.
    pub position: Option<Position>,
    /// Where the entry comes from.
    pub origin: Origin,
    /// Counts its changes, from 1.
    pub revision: i64,
}

impl Institution {
    /// One of which nothing is known but its code.
    pub(crate) fn blank(id: InstitutionId, code: String) -> Self {
        Self {
            id,
            code,
            kind: InstitutionKind::StateInstitution,
            registration_number: None,
            name: LangText::default(),
            atvk: None,
            iso3166_2: None,
            planning_region: None,
            parent: None,
            phone: None,
            email: None,
            address: None,
            website: None,
            opening_hours: LangText::default(),
            calendar_transfers: CalendarTransfers::None,
            opening: Vec::new(),
            position: None,
            origin: Origin::Platform,
            revision: 1,
        }
    }
}

impl Origin {
    /// Whether people wrote it: then the list that comes with the program does not write over it.
    #[must_use]
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Own | Self::Platform)
    }
}

/// A place on the map, WGS 84. Those of the reference list are approximate: the centre of a town.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// The Earth's mean radius, in kilometres.
const EARTH: f64 = 6371.0;

impl Position {
    /// A place on the Earth.
    ///
    /// # Errors
    /// Invalid `position` for degrees that do not exist.
    pub fn new(latitude: f64, longitude: f64) -> Result<Self> {
        if (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude) {
            Ok(Self { latitude, longitude })
        } else {
            Err(Error::invalid("position"))
        }
    }

    /// Whether it is in Latvia, roughly: within the northernmost, southernmost, westernmost and easternmost points.
    #[must_use]
    pub fn is_in_latvia(self) -> bool {
        (55.65..=58.1).contains(&self.latitude) && (20.95..=28.26).contains(&self.longitude)
    }

    /// Kilometres to another place, along the surface (haversine formula).
    #[must_use]
    pub fn kilometres_to(self, other: Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let north = ((b - a) / 2.0).sin();
        let east = ((other.longitude - self.longitude).to_radians() / 2.0).sin();
        let chord = north * north + a.cos() * b.cos() * east * east;
        2.0 * EARTH * chord.sqrt().min(1.0).asin()
    }
}

/// Working hours on some days of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningHours {
    /// 1 for Monday to 7 for Sunday.
    pub days: Vec<u8>,
    /// From, as `08:30`.
    pub opens: String,
    /// To, as `17:00`.
    pub closes: String,
}

/// A person's role in an institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Membership {
    /// Its id.
    pub id: MembershipId,
    /// Who.
    pub person: PersonId,
    /// Where.
    pub institution: InstitutionId,
    /// As what; a staff role.
    pub role: Role,
    /// Unit of the institution, when it matters.
    pub unit: Option<String>,
    /// Holds from this instant.
    pub valid_from: DateTime<Utc>,
    /// Holds up to, not including, this instant; open when none.
    pub valid_to: Option<DateTime<Utc>>,
}

/// A membership that holds now, with the name of the institution: what a signed-in member of staff may choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaffRole {
    /// The membership.
    pub membership: MembershipId,
    /// Where.
    pub institution: InstitutionId,
    /// Its name.
    pub institution_name: LangText,
    /// As what.
    pub role: Role,
    /// Unit of the institution, when it matters.
    pub unit: Option<String>,
}

impl Membership {
    /// Whether it holds at `at`.
    #[must_use]
    pub fn holds(&self, at: DateTime<Utc>) -> bool {
        self.valid_from <= at && self.valid_to.is_none_or(|end| at < end)
    }
}
