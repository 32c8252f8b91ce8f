//! One change in many descriptions of an institution: a telephone number that changed, a notice, the hours of a channel.
//! What would change is shown first; each service is then a unit of work of its own, and repeating changes nothing more.

mod find;
mod words;

pub use find::{BulkValues, Occurrence, bulk_values, occurrences};

use super::assemble::{Base, base_of, typed_of};
use super::save::{opened, put};
use super::sent::keep_sent;
use crate::open::may_publish;
use crate::publish::coming;
use crate::store::editing::{drafts, sections};
use crate::store::{service_rows, services};
use crate::{PublishService, ServiceState, policy, publish};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Channel, Error, FieldError, InstitutionId, LangText, Result, ServiceId, no_faults, riga_date};
use storage::Write;
use words::{Replaced, checked, replaced, retyped, section_of};

kernel::words! {
    /// What is changed in many descriptions at once.
    BulkKind {
        /// A telephone number of providers.
        Phone = "phone",
        /// An e-mail address of providers.
        Email = "email",
        /// A postal address of providers.
        Address = "address",
        /// A website of providers.
        Website = "website",
        /// The hours of a channel, in words.
        Hours = "hours",
        /// The notice above the description.
        Notice = "notice",
    }
}

/// Which values are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkTarget {
    /// Of which kind.
    pub kind: BulkKind,
    /// The value as it stands; of hours the Latvian words. A notice is set whatever stood there.
    pub old: String,
    /// The channel whose hours are meant; every channel when none.
    pub channel: Option<Channel>,
}

/// A change of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkChange {
    /// Code of the service.
    pub code: String,
    /// What is replaced.
    pub target: BulkTarget,
    /// By what; contact data use the Latvian text. An empty notice is taken away.
    pub new: LangText,
    /// Whether hours for programs are taken away where their words change: they would say what is not so any more.
    pub clear_opening: bool,
    /// In force from this day; at once when none.
    pub from: Option<NaiveDate>,
    /// For those who read the history.
    pub note: String,
}

impl BulkChange {
    /// Everything that is wrong with it, whatever the service: the new value, and the day from which it is to hold.
    #[must_use]
    pub fn faults(&self, now: DateTime<Utc>) -> Vec<FieldError> {
        let value = checked(self.target.kind, &self.new).err();
        let mut faults: Vec<FieldError> = value.iter().flat_map(|error| error.field_errors().to_vec()).collect();
        // As in the editor: a day that is over would be passed over without a word.
        if self.from.is_some_and(|from| from < riga_date(now)) {
            faults.push(FieldError::new("from", "edit-plan-past"));
        }
        faults
    }
}

/// What became of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BulkOutcome {
    /// A new version with this number; when it is in force at once, the working copy too where there is one.
    Published(i32),
    /// The working copy was changed: the service is not public, or another contact person has to read it first.
    Copied,
    /// The value does not occur any more.
    Nothing,
    /// The service is closed and was left as it is.
    Closed,
}

/// What was done with one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkDone {
    /// What became of it.
    pub outcome: BulkOutcome,
    /// Channels whose hours changed in words and were told to programs too: these are gone, or as they were.
    pub opening: Vec<Channel>,
}

impl From<BulkOutcome> for BulkDone {
    fn from(outcome: BulkOutcome) -> Self {
        Self { outcome, opening: Vec::new() }
    }
}

/// Changes one service: a new version of what is in force, and the same in its working copy unless a day is to come first.
/// What waits for its day gets the change too where it says nothing else; [`crate::left_behind`] names what does not.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; invalid for its
/// [faults](BulkChange::faults), or when the description has gaps and cannot be published.
pub async fn bulk_change(tx: &mut Write, input: &BulkChange) -> Result<BulkDone> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    no_faults(input.faults(tx.now()))?;
    let new = checked(input.target.kind, &input.new)?;
    let id = ServiceId::new(row.id);
    let state: ServiceState = row.state.parse()?;
    let base = base_of(tx, &row).await?;
    let found = replaced(&base.description, &input.target, &new, input.clear_opening);
    let Replaced { description, paths, mut opening } = found;
    if state == ServiceState::Open && !paths.is_empty() {
        keep_sent(tx, &row).await?;
    }
    // What somebody else has to read first goes into the working copy, also of a public service.
    let unread = state == ServiceState::Open && !paths.is_empty() && !may_publish(tx, &row, &description).await?;
    // What a working copy says may be published before the day that a public text waits for.
    let at_once = unread || state != ServiceState::Open || coming(tx, input.from).is_none();
    let in_copy = if at_once { change_copy(tx, &row, &base, (input, &new), unread).await? } else { None };
    let copied = |opening| BulkDone { outcome: BulkOutcome::Copied, opening };
    match state {
        ServiceState::Closed => return Ok(BulkOutcome::Closed.into()),
        _ if unread => return Ok(copied(in_copy.unwrap_or_default())),
        ServiceState::Draft => return Ok(in_copy.map_or(BulkOutcome::Nothing.into(), copied)),
        ServiceState::Open if paths.is_empty() => return Ok(BulkOutcome::Nothing.into()),
        ServiceState::Open => {}
    }
    opening.extend(in_copy.unwrap_or_default());
    opening.sort_unstable();
    opening.dedup();
    let publication = PublishService {
        code: row.code.clone(),
        version: row.latest,
        description: Some(description),
        from: input.from,
        note: input.note.clone(),
    };
    let version = publish(tx, publication).await?;
    if at_once
        && let Some(mut draft) = drafts::lock(tx, id).await?
        && draft.base_version == base.version
    {
        draft.base_version = version;
        drafts::update(tx, id, &draft).await?;
    }
    Ok(BulkDone { outcome: BulkOutcome::Published(version), opening })
}

/// The same change in the working copy: in its written section, or in a new one when nothing is public yet or the copy is
/// to `begin` with it. None when nothing changed; otherwise the channels whose hours are told to programs too.
async fn change_copy(
    tx: &Write,
    row: &service_rows::Model,
    base: &Base,
    (change, new): (&BulkChange, &LangText),
    begin: bool,
) -> Result<Option<Vec<Channel>>> {
    let id = ServiceId::new(row.id);
    let section = section_of(change.target.kind);
    let written = sections::find(tx, id, section).await?;
    let begin = begin || !row.was_public();
    let (typed, revision) = match written {
        Some(written) => (written.typed, written.revision),
        None if begin => (typed_of(tx, section, &base.description).await?, 0),
        None => return Ok(None),
    };
    let (changed, opening) = retyped(&typed, &change.target, new, change.clear_opening);
    if changed == typed {
        return Ok(None);
    }
    let draft = opened(tx, row).await?;
    put(tx, row, draft, section, changed, revision + 1).await?;
    Ok(Some(opening))
}
