//! What was typed into the forms of rules, and what it means.

use catalogue::day_of;
use chrono::NaiveDate;
use institutions::{Measurement, NormContent};
use kernel::{FieldError, Result, Role, no_faults};
use serde::Serialize;
use web_kit::{Fields, Visit};

/// The fields of a rule in the order of the form.
const NORM_FIELDS: [&str; 7] = ["state", "title", "number", "document_from", "link", "note", "valid_from"];
/// The same of a measurement.
const MEASUREMENT_FIELDS: [&str; 3] = ["ended_on", "published_on", "link"];

/// The words of the choice whether a rule is in force.
pub const STATES: [&str; 2] = ["in-force", "not-yet"];

/// What was typed about a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedNorm {
    pub state: String,
    pub title: String,
    pub number: String,
    pub document_from: String,
    pub link: String,
    pub note: String,
    pub valid_from: String,
}

/// What was typed about a measurement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct TypedMeasurement {
    pub ended_on: String,
    pub published_on: String,
    pub link: String,
}

/// Whether the caller answers for the rules of the own institution.
pub fn states_rules(visit: &Visit) -> bool {
    matches!(visit.caller().role, Role::ContactPerson | Role::InstitutionAdministrator)
}

/// The version that a form was made for; 0 when there was none.
pub fn seen_version(sent: &Fields) -> i32 {
    sent.text("revision").parse().unwrap_or_default()
}

/// A day as the inputs show it.
pub fn shown(day: NaiveDate) -> String {
    day.format("%d.%m.%Y").to_string()
}

impl TypedNorm {
    pub fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            state: text("state"),
            title: text("title"),
            number: text("number"),
            document_from: text("document_from"),
            link: text("link"),
            note: text("note"),
            valid_from: text("valid_from"),
        }
    }

    /// The form of what holds, to be changed from `today` on.
    pub fn known(content: &NormContent, today: NaiveDate) -> Self {
        Self {
            state: STATES[usize::from(!content.in_force)].to_owned(),
            title: content.title.clone(),
            number: content.number.clone(),
            document_from: content.document_from.map(shown).unwrap_or_default(),
            link: content.link.clone(),
            note: content.note.clone(),
            valid_from: shown(today),
        }
    }

    /// What it means; everything that is wrong is told at once, in the order of the form.
    pub fn content(&self, today: NaiveDate) -> Result<NormContent> {
        let mut faults = Vec::new();
        if !STATES.contains(&self.state.as_str()) {
            faults.push(FieldError::new("state", "norm-state"));
        }
        let document_from = day(&mut faults, "document_from", &self.document_from, false);
        let valid_from = day(&mut faults, "valid_from", &self.valid_from, true);
        let content = NormContent {
            in_force: self.state == STATES[0],
            title: self.title.clone(),
            number: self.number.clone(),
            document_from,
            link: self.link.clone(),
            note: self.note.replace("\r\n", "\n"),
            valid_from: valid_from.unwrap_or(today),
        };
        together(faults, content.faults(), &NORM_FIELDS)?;
        Ok(content)
    }
}

impl TypedMeasurement {
    pub fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self { ended_on: text("ended_on"), published_on: text("published_on"), link: text("link") }
    }

    /// The form of what was stated.
    pub fn known(measurement: &Measurement) -> Self {
        Self {
            ended_on: shown(measurement.ended_on),
            published_on: measurement.published_on.map(shown).unwrap_or_default(),
            link: measurement.link.clone(),
        }
    }

    /// What it means; everything that is wrong is told at once, in the order of the form.
    pub fn measurement(&self, today: NaiveDate) -> Result<Measurement> {
        let mut faults = Vec::new();
        let ended_on = day(&mut faults, "ended_on", &self.ended_on, true);
        let published_on = day(&mut faults, "published_on", &self.published_on, false);
        // Without an end nothing can be said of what was published before it.
        let ended_on = ended_on.or(published_on).unwrap_or(today);
        let measurement = Measurement { ended_on, published_on, link: self.link.clone() };
        together(faults, measurement.faults(today), &MEASUREMENT_FIELDS)?;
        Ok(measurement)
    }
}

/// A day that was typed; one that is needed is wrong also when it is missing.
fn day(faults: &mut Vec<FieldError>, name: &str, text: &str, needed: bool) -> Option<NaiveDate> {
    let day = day_of(text);
    if day.is_none() && (needed || !text.is_empty()) {
        faults.push(FieldError::new(name, "norm-day"));
    }
    day
}

/// What the form and what the rules of the module find, one fault of a field, in the order of the form.
fn together(mut faults: Vec<FieldError>, more: Vec<FieldError>, order: &[&str]) -> Result<()> {
    for one in more {
        if faults.iter().all(|known| known.path != one.path) {
            faults.push(one);
        }
    }
    faults.sort_by_key(|one| order.iter().position(|name| *name == one.path));
    no_faults(faults)
}
