//! Filling in an application: its steps, checking the answers, submitting; and the list of what is not finished.

mod check;
mod fields;
mod list;
mod save;
mod step;

pub(crate) use check::{CheckPage, Row, Section, check, submit};
pub(crate) use fields::source_words;
pub(crate) use list::{ListPage, discard, list, resume};
pub(crate) use save::{accepted, save};
pub(crate) use step::{StepPage, step};
