//! The record of an institution, and what is wrong with one.

use crate::{CalendarTransfers, Institution, InstitutionKind, OpeningHours, Position};
use kernel::{FieldError, InstitutionId, LangText, is_email, is_published_phone};
use serde::{Deserialize, Serialize};

/// The planning regions of Latvia, as the record names them.
pub const PLANNING_REGIONS: [&str; 5] = ["Kurzeme", "Latgale", "Rīga", "Vidzeme", "Zemgale"];

/// Longest texts, in characters.
const NAME: usize = 200;
const ADDRESS: usize = 300;
const WEBSITE: usize = 300;
const PHONE: usize = 60;
const HOURS: usize = 500;

/// Weights of the digits of a registration number; the weighted sum leaves 3 when divided by 11.
const WEIGHTS: [u32; 11] = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

kernel::words! {
    /// A part of the record, as events name what changed.
    InstitutionPart {
        /// The name, in any language.
        Name = "name",
        /// What kind of body it is.
        Kind = "kind",
        /// Number in the register of public bodies.
        RegistrationNumber = "registration_number",
        /// ATVK code.
        Atvk = "atvk",
        /// Planning region.
        PlanningRegion = "planning_region",
        /// The body above.
        Parent = "parent",
        /// Which transferred working days apply.
        CalendarTransfers = "calendar_transfers",
        /// Telephone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Website.
        Website = "website",
        /// Postal address.
        Address = "address",
        /// Opening hours, in words or for programs.
        Hours = "hours",
        /// Where people come to.
        Position = "position",
    }
}

/// What an institution is: the platform keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstitutionIdentity {
    /// Official name; the Latvian one is needed.
    pub name: LangText,
    /// What kind of body it is.
    pub kind: InstitutionKind,
    /// Number in the register of public bodies, when known.
    pub registration_number: Option<String>,
    /// ATVK code; a municipality has one and nobody else.
    pub atvk: Option<String>,
    /// One of [`PLANNING_REGIONS`], for a municipality or centre.
    pub planning_region: Option<String>,
    /// The code of the ministry above an institution, of the municipality or ministry of a centre.
    pub parent: Option<String>,
    /// Which transferred working days apply.
    pub calendar_transfers: CalendarTransfers,
}

/// How the seat of an institution is reached: its own people keep it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Contacts {
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Opening hours in words; empty when unknown.
    pub hours: LangText,
    /// The same for programs; empty when unknown.
    pub opening: Vec<OpeningHours>,
    /// Where people come to, when known; in Latvia.
    pub position: Option<Position>,
}

/// Everything that people may change of an institution. Its code and its id are for ever.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InstitutionRecord {
    /// What it is.
    pub identity: InstitutionIdentity,
    /// How its seat is reached.
    pub contacts: Contacts,
}

impl InstitutionIdentity {
    /// What is wrong, by field: `name_lv`, `name_en`, `registration_number`, `atvk`, `planning_region`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if self.name.lv.trim().is_empty() {
            faults.push(FieldError::new("name_lv", "branch-name"));
        }
        faults.extend(too_long("name_lv", &self.name.lv, NAME));
        faults.extend(too_long("name_en", &self.name.en, NAME));
        if self.registration_number.as_deref().is_some_and(|number| !is_registration_number(number)) {
            faults.push(FieldError::new("registration_number", "institution-number"));
        }
        match (self.kind, self.atvk.as_deref()) {
            (InstitutionKind::Municipality, Some(atvk)) if is_atvk(atvk) => {}
            (InstitutionKind::Municipality, _) => faults.push(FieldError::new("atvk", "institution-atvk")),
            (_, Some(_)) => faults.push(FieldError::new("atvk", "institution-atvk-other")),
            (_, None) => {}
        }
        if self.planning_region.as_deref().is_some_and(|region| !PLANNING_REGIONS.contains(&region)) {
            faults.push(FieldError::new("planning_region", "institution-region"));
        }
        faults
    }
}

impl Contacts {
    /// What is wrong, by field: `phone`, `email`, `website`, `address`, `latitude`, `longitude`, `hours_lv`, `hours_en`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if self.phone.as_deref().is_some_and(|phone| phone.len() > PHONE || !is_published_phone(phone)) {
            faults.push(FieldError::new("phone", "branch-phone"));
        }
        if self.email.as_deref().is_some_and(|email| !is_email(email)) {
            faults.push(FieldError::new("email", "institution-email"));
        }
        if self.website.as_deref().is_some_and(|website| !is_website(website)) {
            faults.push(FieldError::new("website", "institution-website"));
        }
        faults.extend(too_long("address", self.address.as_deref().unwrap_or_default(), ADDRESS));
        if self.position.is_some_and(|position| !position.is_in_latvia()) {
            faults.extend(["latitude", "longitude"].map(|field| FieldError::new(field, "branch-outside")));
        }
        faults.extend(too_long("hours_lv", &self.hours.lv, HOURS));
        faults.extend(too_long("hours_en", &self.hours.en, HOURS));
        faults
    }
}

impl InstitutionRecord {
    /// The record of an institution whose parent has this code.
    pub(super) fn of(institution: &Institution, parent: Option<String>) -> Self {
        let i = institution.clone();
        Self {
            identity: InstitutionIdentity {
                name: i.name,
                kind: i.kind,
                registration_number: i.registration_number,
                atvk: i.atvk,
                planning_region: i.planning_region,
                parent,
                calendar_transfers: i.calendar_transfers,
            },
            contacts: Contacts {
                phone: i.phone,
                email: i.email,
                website: i.website,
                address: i.address,
                hours: i.opening_hours,
                opening: i.opening,
                position: i.position,
            },
        }
    }

    /// `institution` with this record; `parent` is the one that it names.
    pub(super) fn onto(self, institution: Institution, parent: Option<InstitutionId>) -> Institution {
        let Self { identity, contacts } = self;
        Institution {
            name: identity.name,
            kind: identity.kind,
            registration_number: identity.registration_number,
            atvk: identity.atvk,
            planning_region: identity.planning_region,
            parent,
            calendar_transfers: identity.calendar_transfers,
            phone: contacts.phone,
            email: contacts.email,
            website: contacts.website,
            address: contacts.address,
            opening_hours: contacts.hours,
            opening: contacts.opening,
            position: contacts.position,
            ..institution
        }
    }

    /// In which parts two records differ.
    pub(super) fn differing(&self, other: &Self) -> Vec<InstitutionPart> {
        use InstitutionPart as Part;
        let (one, two) = (&self.identity, &other.identity);
        let (here, there) = (&self.contacts, &other.contacts);
        let parts = [
            (Part::Name, one.name != two.name),
            (Part::Kind, one.kind != two.kind),
            (Part::RegistrationNumber, one.registration_number != two.registration_number),
            (Part::Atvk, one.atvk != two.atvk),
            (Part::PlanningRegion, one.planning_region != two.planning_region),
            (Part::Parent, one.parent != two.parent),
            (Part::CalendarTransfers, one.calendar_transfers != two.calendar_transfers),
            (Part::Phone, here.phone != there.phone),
            (Part::Email, here.email != there.email),
            (Part::Website, here.website != there.website),
            (Part::Address, here.address != there.address),
            (Part::Hours, here.hours != there.hours || here.opening != there.opening),
            (Part::Position, here.position != there.position),
        ];
        parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
    }
}

fn too_long(field: &str, text: &str, most: usize) -> Option<FieldError> {
    (text.chars().count() > most).then(|| FieldError::new(field, "branch-too-long").arg("most", most))
}

fn is_atvk(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_registration_number(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|sign| sign.to_digit(10)).collect();
    let sum: u32 = WEIGHTS.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum();
    text.len() == WEIGHTS.len() && digits.len() == WEIGHTS.len() && sum % 11 == 3
}

/// Whether it is an address of the web that leads where it seems to: without a name before the host, and without a stroke
/// that only browsers take for the end of one.
fn is_website(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@');
    let strange = |sign: char| sign.is_whitespace() || sign.is_control() || ['"', '<', '\\'].contains(&sign);
    whole && text.chars().count() <= WEBSITE && !text.contains(strange)
}
