//! Where an answer comes from: once-only retrieval with its source and time.

use crate::model::{Answers, Definition, Field};
use crate::pointer;
use crate::validate::Files;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Error, FieldError, Locale, Party, Result};
use registers::{Lookup, RegisterPerson};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Source names that the person register answers begin so.
const PERSON: &str = "person.";
/// The source of the answer who it is that applies: `self` for a person, `organisation` for a company.
pub(crate) const APPLICANT_KIND: &str = "applicant.kind";
/// Between names of sources of one field. What the platform itself knows goes first: whose account it is depends on whom
/// somebody acts for, and the register knows of persons alone.
const OR: char = '|';

/// Sources by field name.
pub type Sources = BTreeMap<String, FieldSource>;

/// Where the answer to one field comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FieldSource {
    /// A register gave it.
    Register {
        /// Name of the register.
        register: String,
        /// When it was asked.
        at: DateTime<Utc>,
        /// What it said.
        value: Value,
    },
    /// The register did not answer, so the client was asked.
    Unreachable {
        /// Name of the register.
        register: String,
        /// When it was asked.
        at: DateTime<Utc>,
    },
}

impl FieldSource {
    /// Name of the register, for a reader of this language.
    #[must_use]
    pub fn register(&self, locale: Locale) -> &str {
        let (Self::Register { register, .. } | Self::Unreachable { register, .. }) = self;
        registers::demo::name_in(register, locale)
    }

    /// When it was asked.
    #[must_use]
    pub const fn asked_at(&self) -> DateTime<Utc> {
        let (Self::Register { at, .. } | Self::Unreachable { at, .. }) = self;
        *at
    }

    /// Whether the answer to the field `name` differs from what the register said.
    #[must_use]
    pub fn changed(&self, answers: &Answers, name: &str) -> bool {
        matches!(self, Self::Register { value, .. } if pointer::get(answers, name) != Some(value))
    }
}

/// What the platform itself knows of who applies. It is filled in as if they had typed it, so it needs no source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The e-mail address of their profile.
    pub email: Option<String>,
    /// The telephone of their profile.
    pub phone: Option<String>,
    /// The account of their profile.
    pub iban: Option<String>,
    /// The company for which they act.
    pub organisation: Option<KnownOrganisation>,
}

/// A company for which somebody acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownOrganisation {
    /// Name with its legal form.
    pub name: String,
    /// Number in the register of enterprises.
    pub registration_number: String,
}

impl Known {
    /// The value behind a source name such as `profile.email` or `organisation.name`.
    pub(crate) fn value_of(&self, wanted: &str) -> Option<Value> {
        let firm = self.organisation.as_ref();
        let text = match wanted {
            "profile.email" => self.email.clone()?,
            "profile.phone" => self.phone.clone()?,
            "profile.iban" => self.iban.clone()?,
            "organisation.name" => firm?.name.clone(),
            "organisation.registration_number" => firm?.registration_number.clone(),
            _ => return None,
        };
        Some(Value::String(text))
    }
}

/// The answers that a register can give to a form, with their sources; where it did not answer, the marks. What the
/// platform itself knows stands beside them.
pub(crate) fn prefill(definition: &Definition, lookup: &Lookup, known: &Known) -> (Answers, Sources) {
    let mut answers = Answers::new();
    let mut sources = Sources::new();
    for field in definition.fields() {
        let Some(wanted) = &field.prefill else { continue };
        if let Some(value) = wanted.split(OR).find_map(|name| known.value_of(name)) {
            pointer::set(&mut answers, &field.name, value);
            continue;
        }
        let Some(source) = wanted.split(OR).find_map(|name| told_of(lookup, name)) else { continue };
        if let FieldSource::Register { value, .. } = &source {
            pointer::set(&mut answers, &field.name, value.clone());
        }
        sources.insert(field.name.clone(), source);
    }
    (answers, sources)
}

/// Answers what follows from who applies, whatever was typed: a company applies in its own name, and a person for
/// themselves.
pub(crate) fn settle(definition: &Definition, party: Party, answers: &mut Answers) {
    let kind = kind_of(party);
    for field in definition.fields().filter(|field| field.is_settled()) {
        pointer::set(answers, &field.name, Value::String(kind.to_owned()));
    }
}

const fn kind_of(party: Party) -> &'static str {
    match party {
        Party::Organisation(_) => "organisation",
        Party::Person(_) => "self",
    }
}

impl Definition {
    /// Checks a whole application that a program sends for `party`, where it is known whose it is, as [`Self::validate_all`]
    /// does. What it says of who applies must be so: else it is refused, not changed, so that the program learns of it, and
    /// the rest is judged by what is so.
    ///
    /// # Errors
    /// Those of [`Self::validate_all`], with the fields that say of who applies what is not so.
    pub fn validate_sent(
        &self,
        party: Option<Party>,
        answers: &Answers,
        files: &Files,
        today: NaiveDate,
    ) -> Result<Answers> {
        let wrong = party.map(|party| self.unsettled(party, answers)).unwrap_or_default();
        let Some(party) = party.filter(|_| !wrong.is_empty()) else {
            return self.validate_all(answers, files, today);
        };
        let mut so = answers.clone();
        settle(self, party, &mut so);
        let rest = self.validate_all(&so, files, today).err();
        Err(rest.unwrap_or_else(|| Error::invalid("answers").arg("form", &self.key)).fields(wrong))
    }

    /// The fields that say of who applies what is not so.
    fn unsettled(&self, party: Party, answers: &Answers) -> Vec<FieldError> {
        let kind = kind_of(party);
        let other = |field: &&Field| {
            field.is_settled() && pointer::get(answers, &field.name).is_some_and(|told| told.as_str() != Some(kind))
        };
        let wrong =
            |field: &Field| FieldError::new(format!("answers/{}", field.name), "field-settled").arg("answer", kind);
        self.fields().filter(other).map(wrong).collect()
    }
}

/// What came of asking the register for what a source name means; none for what the platform itself would know.
fn told_of(lookup: &Lookup, wanted: &str) -> Option<FieldSource> {
    if !wanted.starts_with(PERSON) {
        return None;
    }
    match lookup {
        Lookup::Found(found) => value_of(&found.value, wanted).map(|value| FieldSource::Register {
            register: found.register.clone(),
            at: found.at,
            value,
        }),
        Lookup::Unreachable { register, at } => Some(FieldSource::Unreachable { register: register.clone(), at: *at }),
        Lookup::Missing { .. } | Lookup::NotConnected => None,
    }
}

/// The value behind a source name such as `person.given_name` or `person.youngest_child.birth_date`.
pub(crate) fn value_of(person: &RegisterPerson, wanted: &str) -> Option<Value> {
    let person_word = wanted.strip_prefix(PERSON)?;
    let (who, word) = match person_word.strip_prefix("youngest_child.") {
        Some(word) => (person.youngest_child()?, word),
        None => (person, person_word),
    };
    let text = match word {
        "given_name" => who.given_name.clone(),
        "family_name" => who.family_name.clone(),
        "full_name" => format!("{} {}", who.given_name, who.family_name),
        "personal_code" => who.personal_code.clone(),
        "birth_date" => who.birth_date?.to_string(),
        "address" => who.address.clone()?,
        _ => return None,
    };
    Some(Value::String(text))
}
