//! What was typed into the form of an institution, and what it means.

use crate::branches::{TypedBranch, TypedDay};
use institutions::{CalendarTransfers, Contacts, InstitutionIdentity, InstitutionKind, InstitutionRecord};
use kernel::{Error, ErrorKind, FieldError, LangText, Result};
use serde::Serialize;
use serde_json::{Map, Value};
use web_kit::{Fields, Visit};

/// What was typed about an institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypedInstitution {
    pub code: String,
    pub kind: String,
    pub registration_number: String,
    pub atvk: String,
    pub planning_region: String,
    /// The code of the body above.
    pub parent: String,
    pub calendar_transfers: String,
    pub email: String,
    pub website: String,
    /// Name, address, position, telephone and hours: typed as those of a branch are.
    pub place: TypedBranch,
}

impl Default for TypedInstitution {
    /// The empty form: most institutions follow the days that the Cabinet transfers.
    fn default() -> Self {
        let calendar_transfers = CalendarTransfers::State.as_str().to_owned();
        Self { calendar_transfers, ..Self::of(&Fields(Vec::new())) }
    }
}

impl TypedInstitution {
    pub fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            code: text("code"),
            kind: text("kind"),
            registration_number: text("registration_number"),
            atvk: text("atvk"),
            planning_region: text("planning_region"),
            parent: text("parent"),
            calendar_transfers: text("calendar_transfers"),
            email: text("email"),
            website: text("website"),
            place: TypedBranch::of(sent),
        }
    }

    /// The form of what is known.
    pub fn known(known: &InstitutionRecord) -> Self {
        let InstitutionRecord { identity, contacts } = known.clone();
        Self {
            code: String::new(),
            kind: identity.kind.as_str().to_owned(),
            registration_number: identity.registration_number.unwrap_or_default(),
            atvk: identity.atvk.unwrap_or_default(),
            planning_region: identity.planning_region.unwrap_or_default(),
            parent: identity.parent.unwrap_or_default(),
            calendar_transfers: identity.calendar_transfers.as_str().to_owned(),
            place: TypedBranch::seat(&identity.name, &contacts),
            email: contacts.email.unwrap_or_default(),
            website: contacts.website.unwrap_or_default(),
        }
    }

    /// The same contacts of an institution that is what `known` says: its own people cannot say what it is.
    pub fn of_known(self, known: &InstitutionRecord) -> Self {
        let Self { email, website, place, .. } = self;
        let known = Self::known(known);
        let TypedBranch { name_lv, name_en, .. } = known.place;
        Self { email, website, place: TypedBranch { name_lv, name_en, ..place }, ..known }
    }

    /// The whole record.
    ///
    /// # Errors
    /// Invalid `form-has-errors` by field for what cannot be understood, with everything else that is wrong.
    pub fn record(&self) -> Result<InstitutionRecord> {
        let mut faults = Vec::new();
        let identity = self.identity(&mut faults);
        let contacts = self.contacts(&mut faults);
        if faults.is_empty() {
            return Ok(InstitutionRecord { identity, contacts });
        }
        faults.extend(identity.faults());
        faults.extend(contacts.faults());
        Err(Error::invalid("form-has-errors").fields(faults))
    }

    /// The contacts alone.
    ///
    /// # Errors
    /// As [`Self::record`].
    pub fn contacts_alone(&self) -> Result<Contacts> {
        let mut faults = Vec::new();
        let contacts = self.contacts(&mut faults);
        if faults.is_empty() {
            return Ok(contacts);
        }
        faults.extend(contacts.faults());
        Err(Error::invalid("form-has-errors").fields(faults))
    }

    fn contacts(&self, faults: &mut Vec<FieldError>) -> Contacts {
        Contacts { email: told(&self.email), website: told(&self.website), ..self.place.contacts(faults) }
    }

    fn identity(&self, faults: &mut Vec<FieldError>) -> InstitutionIdentity {
        let kind = self.kind.parse::<InstitutionKind>().ok();
        let transfers = self.calendar_transfers.parse::<CalendarTransfers>().ok();
        for (field, chosen) in [("kind", kind.is_some()), ("calendar_transfers", transfers.is_some())] {
            if !chosen {
                faults.push(FieldError::new(field, "work-choose"));
            }
        }
        InstitutionIdentity {
            name: LangText::new(&self.place.name_lv, &self.place.name_en),
            // These stand in for what was not chosen, which is told by itself.
            kind: kind.unwrap_or(InstitutionKind::StateInstitution),
            calendar_transfers: transfers.unwrap_or(CalendarTransfers::State),
            registration_number: told(&self.registration_number),
            atvk: told(&self.atvk),
            planning_region: told(&self.planning_region),
            parent: told(&self.parent),
        }
    }

    /// Every field by its label, to be laid beside another text.
    pub fn labelled(&self, visit: &Visit) -> Map<String, Value> {
        let word = |list: &str, word: &str| {
            if word.is_empty() { String::new() } else { visit.text(&format!("{list}-{word}")) }
        };
        let place = &self.place;
        let fields = [
            ("branch-name-lv", place.name_lv.clone()),
            ("branch-name-en", place.name_en.clone()),
            ("record-kind", word("institution-kind", &self.kind)),
            ("record-number", self.registration_number.clone()),
            ("record-atvk", self.atvk.clone()),
            ("record-region", self.planning_region.clone()),
            ("record-parent", self.parent.clone()),
            ("record-transfers", word("record-transfers", &self.calendar_transfers)),
            ("record-phone", place.phone.clone()),
            ("record-email", self.email.clone()),
            ("record-website", self.website.clone()),
            ("branch-address", place.address.clone()),
            ("branch-latitude", place.latitude.clone()),
            ("branch-longitude", place.longitude.clone()),
            ("branch-hours-lv", place.hours_lv.clone()),
            ("branch-hours-en", place.hours_en.clone()),
        ];
        let fields = fields.into_iter().map(|(label, value)| (visit.text(label), Value::String(value)));
        let day = |day: &TypedDay| (visit.text(&format!("edit-weekday-{}", day.day)), Value::String(day.value.clone()));
        fields.chain(place.days.iter().map(day)).collect()
    }
}

fn told(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// The fields in the order of the form; the days come last.
const FIELDS: [&str; 17] = [
    "code",
    "name_lv",
    "name_en",
    "kind",
    "registration_number",
    "atvk",
    "planning_region",
    "parent",
    "calendar_transfers",
    "phone",
    "email",
    "website",
    "address",
    "latitude",
    "longitude",
    "hours_lv",
    "hours_en",
];

/// The same error with what is wrong in the order of the form.
pub fn in_order(error: Error) -> Error {
    if error.kind() != ErrorKind::Invalid || error.field_errors().is_empty() {
        return error;
    }
    let mut faults = error.field_errors().to_vec();
    faults.sort_by_key(|fault| FIELDS.iter().position(|name| *name == fault.path).unwrap_or(FIELDS.len()));
    Error::invalid(error.key()).fields(faults)
}
