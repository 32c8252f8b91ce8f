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
use chrono::NaiveDate;
use kernel::{Channel, Error, InstitutionId, LangText, Result, ServiceId};
use storage::Write;
use words::{checked, replaced, retyped, section_of};

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
    /// In force from this day; at once when none.
    pub from: Option<NaiveDate>,
    /// For those who read the history.
    pub note: String,
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

/// Changes one service: a new version of what is in force, and the same in its working copy unless a day is to come first.
/// What waits for its day gets the change too where it says nothing else; [`crate::left_behind`] names what does not.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; invalid for a value that cannot
/// be one of its kind, or when the description has gaps and cannot be published.
pub async fn bulk_change(tx: &mut Write, input: &BulkChange) -> Result<BulkOutcome> {
    let row = services::by_code(tx, &input.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let new = checked(input.target.kind, &input.new)?;
    let id = ServiceId::new(row.id);
    let state: ServiceState = row.state.parse()?;
    let base = base_of(tx, &row).await?;
    let (description, paths) = replaced(&base.description, &input.target, &new);
    if state == ServiceState::Open && !paths.is_empty() {
        keep_sent(tx, &row).await?;
    }
    // What somebody else has to read first goes into the working copy, also of a public service.
    let unread = state == ServiceState::Open && !paths.is_empty() && !may_publish(tx, &row, &description).await?;
    // What a working copy says may be published before the day that a public text waits for.
    let at_once = unread || state != ServiceState::Open || coming(tx, input.from).is_none();
    let in_copy = at_once && change_copy(tx, &row, &base, (&input.target, &new), unread).await?;
    match state {
        ServiceState::Closed => return Ok(BulkOutcome::Closed),
        _ if unread => return Ok(BulkOutcome::Copied),
        ServiceState::Draft => return Ok(if in_copy { BulkOutcome::Copied } else { BulkOutcome::Nothing }),
        ServiceState::Open if paths.is_empty() => return Ok(BulkOutcome::Nothing),
        ServiceState::Open => {}
    }
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
    Ok(BulkOutcome::Published(version))
}

/// The same change in the working copy: in its written section, or in a new one when nothing is public yet or the copy is
/// to `begin` with it. Whether anything changed.
async fn change_copy(
    tx: &Write,
    row: &service_rows::Model,
    base: &Base,
    (target, new): (&BulkTarget, &LangText),
    begin: bool,
) -> Result<bool> {
    let id = ServiceId::new(row.id);
    let section = section_of(target.kind);
    let written = sections::find(tx, id, section).await?;
    let begin = begin || !row.was_public();
    let (typed, revision) = match written {
        Some(written) => (written.typed, written.revision),
        None if begin => (typed_of(tx, section, &base.description).await?, 0),
        None => return Ok(false),
    };
    let changed = retyped(&typed, target, new);
    if changed == typed {
        return Ok(false);
    }
    let draft = opened(tx, row).await?;
    put(tx, row, draft, section, changed, revision + 1).await?;
    Ok(true)
}
