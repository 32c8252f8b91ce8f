//! A branch, and what is wrong with one.

use crate::{OpeningHours, Origin, Position};
use chrono::{DateTime, Utc};
use kernel::{FieldError, InstitutionId, LangText, is_published_phone};
use serde::Serialize;

/// Longest texts, in characters.
const NAME: usize = 200;
const ADDRESS: usize = 300;
const PHONE: usize = 60;
const HOURS: usize = 500;

/// A place where an institution serves people, beside its seat.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Branch {
    /// Unique and stable, the code of the institution with a number: `VSAA-3`.
    pub code: String,
    /// Whose it is.
    pub institution: InstitutionId,
    /// Its place in the list of the institution, from 1.
    pub number: i32,
    /// What people need to know of it.
    pub text: BranchText,
    /// Where the entry comes from.
    pub origin: Origin,
    /// Since when nobody is served there any more.
    pub closed_at: Option<DateTime<Utc>>,
    /// Counts its changes, from 1.
    pub revision: i64,
}

/// What people need to know of a branch.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BranchText {
    /// Its name; the Latvian one is needed.
    pub name: LangText,
    /// Its postal address.
    pub address: String,
    /// Where people come to; in Latvia.
    pub position: Position,
    /// Telephone.
    pub phone: Option<String>,
    /// Opening hours in words.
    pub hours: LangText,
    /// The same for programs; empty when unknown.
    pub opening: Vec<OpeningHours>,
}

impl BranchText {
    /// What is wrong, by field: `name_lv`, `name_en`, `address`, `latitude`, `longitude`, `phone`, `hours_lv`,
    /// `hours_en`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        faults.extend(text("name_lv", &self.name.lv, NAME, Some("branch-name")));
        faults.extend(text("name_en", &self.name.en, NAME, None));
        faults.extend(text("address", &self.address, ADDRESS, Some("branch-address")));
        if !self.position.is_in_latvia() {
            faults.extend(["latitude", "longitude"].map(|field| FieldError::new(field, "branch-outside")));
        }
        let phone = self.phone.as_deref().unwrap_or_default();
        if !(phone.is_empty() || phone.len() <= PHONE && is_published_phone(phone)) {
            faults.push(FieldError::new("phone", "branch-phone"));
        }
        faults.extend(text("hours_lv", &self.hours.lv, HOURS, None));
        faults.extend(text("hours_en", &self.hours.en, HOURS, None));
        faults
    }
}

/// A text that is too long, or missing where it is needed.
fn text(field: &str, text: &str, most: usize, needed: Option<&str>) -> Option<FieldError> {
    if text.chars().count() > most {
        return Some(FieldError::new(field, "branch-too-long").arg("most", most));
    }
    needed.filter(|_| text.trim().is_empty()).map(|key| FieldError::new(field, key))
}
