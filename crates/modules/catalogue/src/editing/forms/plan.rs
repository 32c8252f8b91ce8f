//! When a working copy is to hold, and what its author says of the change.

use super::{Reader, Writer};
use chrono::NaiveDate;

/// Longest note about a change, in characters: as `publish` takes it.
const LONGEST_NOTE: usize = 500;

/// What the section says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// From the beginning of this day; at once when none.
    pub from: Option<NaiveDate>,
    /// For those who read the history.
    pub note: String,
}

pub(super) fn read(form: &mut Reader<'_>) -> Plan {
    let from = form.day("plan/from");
    // A day that is over would be passed over without a word: what is published holds from now on.
    if from.zip(form.known.today).is_some_and(|(from, today)| from < today) {
        form.refuse("plan/from", "edit-plan-past");
    }
    let note = form.text("plan/note").unwrap_or_default();
    if note.chars().count() > LONGEST_NOTE {
        form.refuse("plan/note", "service-note-long");
    }
    Plan { from, note }
}

pub(super) fn write(form: &mut Writer<'_>) {
    form.text("plan/from", "");
    form.text("plan/note", "");
}
