//! Between the inputs of a section and the description, in both directions.

mod basics;
mod channels;
mod check;
mod digital;
mod known;
mod lists;
mod plan;
mod providers;
mod reader;
mod values;
mod writer;

use crate::editing::{Remark, Typed};
use crate::{Description, Section};
use chrono::NaiveDate;

pub(crate) use basics::{LAST_DAY_PAST, closes_at_once};
pub(crate) use check::wrong_values;
pub(crate) use known::Known;
pub(crate) use plan::Plan;
use reader::Reader;
use writer::Writer;

/// Reads what was typed into the description; what cannot be understood is told and left out. What was understood is
/// checked as everybody's is.
pub(crate) fn understand(section: Section, typed: &Typed, known: &Known, description: &mut Description) -> Vec<Remark> {
    let mut reader = Reader::new(typed, known);
    match section {
        Section::Basics => basics::read(&mut reader, description),
        Section::Steps => lists::read_steps(&mut reader, description),
        Section::Documents => lists::read_documents(&mut reader, description),
        Section::Conditions => lists::read_conditions(&mut reader, description),
        Section::Law => lists::read_law(&mut reader, description),
        Section::Channels => channels::read(&mut reader, description),
        Section::Providers => providers::read(&mut reader, description),
        Section::Digital => digital::read(&mut reader, description),
        Section::Links => digital::read_links(&mut reader, description),
        Section::Plan => drop(plan::read(&mut reader)),
    }
    let mut wrong = reader.findings();
    let of_section = wrong_values(description, known).into_iter();
    wrong.extend(of_section.filter(|remark| Section::of(&remark.path) == Some(section)).map(at_input));
    wrong
}

/// A remark where the page has its input: places in a list of boxes have none of their own.
fn at_input(remark: Remark) -> Remark {
    if remark.path.starts_with("territory/municipalities") {
        return Remark { path: "territory/codes".to_owned(), ..remark };
    }
    remark
}

/// What a section's inputs say when nobody has typed into them yet.
pub(crate) fn write(section: Section, known: &Known, description: &Description) -> Typed {
    let mut writer = Writer::new(known);
    match section {
        Section::Basics => basics::write(&mut writer, description),
        Section::Steps => lists::write_steps(&mut writer, description),
        Section::Documents => lists::write_documents(&mut writer, description),
        Section::Conditions => lists::write_conditions(&mut writer, description),
        Section::Law => lists::write_law(&mut writer, description),
        Section::Channels => channels::write(&mut writer, description),
        Section::Providers => providers::write(&mut writer, description),
        Section::Digital => digital::write(&mut writer, description),
        Section::Links => digital::write_links(&mut writer, description),
        Section::Plan => plan::write(&mut writer),
    }
    writer.finish()
}

/// From which day a working copy is to hold, and what its author says of the change.
pub(crate) fn plan_of(typed: &Typed) -> Plan {
    let known = Known::default();
    plan::read(&mut Reader::new(typed, &known))
}

/// A day as people write it here: `31.12.2026`, `31.12.2026.` or `2026-12-31`.
#[must_use]
pub fn day_of(text: &str) -> Option<NaiveDate> {
    values::day(text)
}
