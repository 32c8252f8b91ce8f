//! A description from outside the editor becomes a working copy, for another contact person to read.

use super::Done;
use super::write::Wish;
use crate::editing::{Known, base_of, write as inputs};
use crate::publish::coming;
use crate::store::service_rows;
use crate::{Description, SaveSection, Section, Typed, open_editing, save_section, section_text};
use kernel::Result;
use storage::Write;

/// Writes the sections that differ from what an edit starts from into the working copy, which begins when there is none.
pub(super) async fn put(
    tx: &mut Write,
    row: &service_rows::Model,
    description: &Description,
    wish: &Wish,
) -> Result<Done> {
    open_editing(tx, &row.code).await?;
    let base = base_of(tx, row).await?.description;
    let description = &Description { form: description.form.clone().or(&base.form), ..description.clone() };
    let mut known = Known::of(tx, &base).await?;
    let also = Known::of(tx, description).await?;
    known.institutions.extend(also.institutions);
    known.places.extend(also.places);
    for section in Section::DESCRIPTION {
        let typed = inputs(section, &known, description);
        let as_before = typed == inputs(section, &known, &base);
        keep(tx, &row.code, section, typed, as_before).await?;
    }
    if wish.from.is_some() || !wish.note.is_empty() {
        // A day that is over means at once, as it does where nobody reads the text first.
        let from = wish.from.filter(|day| coming(tx, Some(*day)).is_some());
        let from = from.map(|day| day.to_string()).unwrap_or_default();
        let typed = [("plan/from".to_owned(), from), ("plan/note".to_owned(), wish.note.clone())];
        keep(tx, &row.code, Section::Plan, typed.into_iter().collect(), false).await?;
    }
    Ok(Done::Copied)
}

/// Keeps one section: the caller's own words are written over, somebody else's stay and these are kept beside them.
/// What is as before is no reason to write.
async fn keep(tx: &mut Write, code: &str, section: Section, typed: Typed, as_before: bool) -> Result<()> {
    let present = section_text(tx, code, section).await?;
    let own = present.updated_by.is_some() && present.updated_by == tx.caller().person;
    if typed == present.typed || (as_before && !own) {
        return Ok(());
    }
    let revision = if own { present.revision } else { 0 };
    let input = SaveSection { code: code.to_owned(), section, base: present.base, revision, typed, began: None };
    save_section(tx, input).await?;
    Ok(())
}
