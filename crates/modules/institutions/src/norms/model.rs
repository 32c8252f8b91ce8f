//! What an institution states, and what is wrong with it.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{FieldError, PersonId};

/// Longest texts, in characters.
const TITLE: usize = 300;
const NUMBER: usize = 100;
const LINK: usize = 500;
const NOTE: usize = 1000;

/// What an institution states about one item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormContent {
    /// Whether the rule is in force; otherwise it is not there yet.
    pub in_force: bool,
    /// Title of the document that holds the rule.
    pub title: String,
    /// Its number.
    pub number: String,
    /// The day it came into force.
    pub document_from: Option<NaiveDate>,
    /// Where it can be read.
    pub link: String,
    /// In short, what it says.
    pub note: String,
    /// From which day this statement holds.
    pub valid_from: NaiveDate,
}

/// A statement as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NormStatement {
    /// The point of MK 399.
    pub point: String,
    /// From 1; a later statement has a higher number.
    pub version: i32,
    /// What was stated.
    pub content: NormContent,
    /// When.
    pub stated_at: DateTime<Utc>,
    /// By whom.
    pub stated_by: Option<PersonId>,
}

/// A measurement of clients' satisfaction (MK 399 p.27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measurement {
    /// Its last day.
    pub ended_on: NaiveDate,
    /// When the result was published; none while it is not.
    pub published_on: Option<NaiveDate>,
    /// Where the result can be read.
    pub link: String,
}

/// A measurement as it was stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasurementStatement {
    /// From 1; a later statement has a higher number.
    pub version: i32,
    /// What was stated.
    pub measurement: Measurement,
    /// When.
    pub stated_at: DateTime<Utc>,
    /// By whom.
    pub stated_by: Option<PersonId>,
}

impl NormContent {
    /// What is wrong, by field: `title`, `number`, `link`, `note`, `valid_from`.
    #[must_use]
    pub fn faults(&self) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if self.in_force && self.title.is_empty() {
            faults.push(FieldError::new("title", "norm-title"));
        }
        faults.extend(too_long("title", &self.title, TITLE));
        faults.extend(too_long("number", &self.number, NUMBER));
        faults.extend(wrong_link(&self.link));
        faults.extend(too_long("note", &self.note, NOTE));
        if self.in_force && self.document_from.is_some_and(|day| day > self.valid_from) {
            faults.push(FieldError::new("valid_from", "norm-before-document"));
        }
        faults
    }
}

impl Measurement {
    /// What is wrong on `today`, by field: `ended_on`, `published_on`, `link`.
    #[must_use]
    pub fn faults(&self, today: NaiveDate) -> Vec<FieldError> {
        let mut faults = Vec::new();
        if self.ended_on > today {
            faults.push(FieldError::new("ended_on", "measurement-ahead"));
        }
        if self.published_on.is_some_and(|day| day > today) {
            faults.push(FieldError::new("published_on", "measurement-ahead"));
        } else if self.published_on.is_some_and(|day| day < self.ended_on) {
            faults.push(FieldError::new("published_on", "measurement-published-before"));
        }
        if self.published_on.is_some() && self.link.is_empty() {
            faults.push(FieldError::new("link", "measurement-link"));
        }
        faults.extend(wrong_link(&self.link));
        faults
    }
}

fn too_long(field: &str, text: &str, most: usize) -> Option<FieldError> {
    (text.chars().count() > most).then(|| FieldError::new(field, "norm-too-long").arg("most", most))
}

/// A link may be missing; one that is there must be an address of the web.
fn wrong_link(link: &str) -> Option<FieldError> {
    if link.is_empty() {
        return None;
    }
    let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://")).unwrap_or_default();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = !link.chars().any(|c| c.is_whitespace() || c == '"' || c == '<');
    let good = plain && host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    if good { too_long("link", link, LINK) } else { Some(FieldError::new("link", "norm-link")) }
}
