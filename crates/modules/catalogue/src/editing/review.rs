//! Review and publication of a working copy: another pair of eyes where there is one (CAT-15, CAT-17).

use super::assemble::{assemble, base_of};
use super::remark::findings_of;
use super::sent::keep_sent;
use super::view::overtaken;
use crate::events::{SERVICE_APPROVED_ALONE, SERVICE_RETURNED, SERVICE_SUBMITTED, ServiceFact};
use crate::store::editing::sections::{self, Written};
use crate::store::editing::{drafts, own};
use crate::store::{edit, service_rows, services};
use crate::{Description, Draft, DraftState, PublishService, QualityContext, Remark, policy, publish};
use kernel::{Error, FieldError, InstitutionId, Result, Role, ServiceId};
use storage::{Expected, Read, Stream, Write};

/// Longest comment of a reviewer, in characters.
const LONGEST_COMMENT: usize = 2000;

/// A working copy and how it looked when the caller decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSeen {
    /// Code of the service.
    pub code: String,
    /// The revision of the working copy.
    pub revision: i64,
}

/// Gives a working copy to a colleague to read; nobody writes in it until it comes back.
///
/// # Errors
/// Not found; forbidden for everybody but the holder's contact person and the platform; stale when it changed after the
/// caller looked; invalid `service-incomplete` with one field error per thing that is wrong or missing; conflict
/// `draft-overtaken` when a publication changed the same sections, `draft-in-review`.
pub async fn submit_for_review(tx: &mut Write, seen: &DraftSeen) -> Result<()> {
    let (row, mut draft) = held(tx, seen).await?;
    if draft.state == DraftState::InReview {
        return Err(Error::conflict("draft-in-review"));
    }
    let description = complete(tx, &row, &mut draft).await?;
    draft.state = DraftState::InReview;
    (draft.submitted_by, draft.submitted_at) = (tx.caller().person, Some(tx.now()));
    draft.comment = String::new();
    drafts::update(tx, ServiceId::new(row.id), &draft).await?;
    append(tx, &row, &draft, SERVICE_SUBMITTED, edit::digest(&description)?).await
}

/// Takes a working copy back from review, to write in it again.
///
/// # Errors
/// As [`submit_for_review`]; conflict `draft-not-in-review`.
pub async fn take_back(tx: &mut Write, seen: &DraftSeen) -> Result<()> {
    let (row, mut draft) = held(tx, seen).await?;
    require_review(&draft)?;
    draft.state = DraftState::Editing;
    drafts::update(tx, ServiceId::new(row.id), &draft).await
}

/// Sends a working copy back to its author, with what should change.
///
/// # Errors
/// As [`take_back`]; forbidden for who submitted it; invalid without a comment or with one of more than 2000 characters.
pub async fn return_draft(tx: &mut Write, seen: &DraftSeen, comment: &str) -> Result<()> {
    let (row, mut draft) = held(tx, seen).await?;
    require_review(&draft)?;
    if !is_second_reader(tx, &draft) {
        return Err(Error::forbidden("draft-own-review"));
    }
    let comment = comment.trim();
    if comment.is_empty() || comment.chars().count() > LONGEST_COMMENT {
        return Err(Error::invalid("form-has-errors").field("comment", "draft-comment"));
    }
    draft.state = DraftState::Returned;
    draft.comment = comment.to_owned();
    draft.reviewed_by = tx.caller().person;
    drafts::update(tx, ServiceId::new(row.id), &draft).await?;
    append(tx, &row, &draft, SERVICE_RETURNED, row.digest.clone()).await
}

/// Publishes a working copy, at once or on its planned day, and returns the number of the version. The working copy is
/// over then.
///
/// # Errors
/// As [`submit_for_review`]; forbidden `draft-needs-reviewer` when another contact person must read it first.
pub async fn publish_draft(tx: &mut Write, seen: &DraftSeen) -> Result<i32> {
    let (row, mut draft) = held(tx, seen).await?;
    let holder = InstitutionId::new(row.holder);
    let read_by_another = draft.state == DraftState::InReview && is_second_reader(tx, &draft);
    if !read_by_another && !may_publish_alone(tx, holder).await? {
        return Err(Error::forbidden("draft-needs-reviewer"));
    }
    let description = complete(tx, &row, &mut draft).await?;
    if !read_by_another {
        append(tx, &row, &draft, SERVICE_APPROVED_ALONE, edit::digest(&description)?).await?;
    }
    let input = PublishService {
        code: row.code.clone(),
        version: row.latest,
        description: Some(description),
        from: draft.valid_from,
        note: draft.note.clone(),
    };
    keep_sent(tx, &row).await?;
    drafts::remove(tx, ServiceId::new(row.id)).await?;
    publish(tx, input).await
}

/// Leaves what a later publication said of the sections that the working copy changed too: its own words stand.
///
/// # Errors
/// As [`take_back`], without the review.
pub async fn keep_own_words(tx: &mut Write, seen: &DraftSeen) -> Result<()> {
    let (row, mut draft) = held(tx, seen).await?;
    draft.base_version = base_of(tx, &row).await?.version;
    drafts::update(tx, ServiceId::new(row.id), &draft).await
}

/// Whether the caller is somebody else than who submitted the working copy, and may decide about it.
pub(crate) fn is_second_reader(tx: &Read, draft: &Draft) -> bool {
    let caller = tx.caller();
    policy::may_edit(caller, draft.holder).is_ok() && caller.person.is_some() && caller.person != draft.submitted_by
}

/// Whether the caller may publish what nobody else has read: the platform as content editor, and a contact person whose
/// institution does not ask for four eyes or has no other contact person.
pub(crate) async fn may_publish_alone(tx: &Read, holder: InstitutionId) -> Result<bool> {
    let caller = tx.caller();
    if policy::may_edit(caller, holder).is_err() {
        return Ok(false);
    }
    if matches!(caller.role, Role::PlatformAdministrator | Role::Engine) || !own::four_eyes(tx, holder).await? {
        return Ok(true);
    }
    let others = institutions::holders_of(tx, holder, Role::ContactPerson).await?;
    Ok(!others.iter().any(|person| Some(*person) != caller.person))
}

/// The working copy, locked, if it is the one the caller looked at.
async fn held(tx: &Write, seen: &DraftSeen) -> Result<(service_rows::Model, Draft)> {
    let row = services::by_code(tx, &seen.code).await?.ok_or_else(|| Error::not_found("service"))?;
    policy::may_edit(tx.caller(), InstitutionId::new(row.holder))?;
    let draft = drafts::lock(tx, ServiceId::new(row.id)).await?.ok_or_else(|| Error::not_found("service-draft"))?;
    if draft.revision != seen.revision {
        return Err(Error::stale("service-changed").arg("code", &seen.code));
    }
    Ok((row, draft))
}

fn require_review(draft: &Draft) -> Result<()> {
    if draft.state == DraftState::InReview { Ok(()) } else { Err(Error::conflict("draft-not-in-review")) }
}

/// The description as it would be published, if nothing is wrong or missing and no publication came between.
async fn complete(tx: &Write, row: &service_rows::Model, draft: &mut Draft) -> Result<Description> {
    let id = ServiceId::new(row.id);
    let written = sections::of_service(tx, id).await?;
    let base = base_of(tx, row).await?;
    if !overtaken(tx, id, draft, &base, &written).await?.is_empty() {
        return Err(Error::conflict("draft-overtaken"));
    }
    draft.base_version = base.version;
    let description = assemble(&base.description, &written)?;
    let blocking = blocking(&written, &description);
    if blocking.is_empty() { Ok(description) } else { Err(Error::invalid("service-incomplete").fields(blocking)) }
}

fn blocking(written: &[Written], description: &Description) -> Vec<FieldError> {
    let errors = written.iter().flat_map(|section| section.errors.clone());
    // What is known from elsewhere keeps no text from being published.
    let found = findings_of(description, &QualityContext::default());
    errors.chain(found).filter(Remark::blocks).map(|finding| finding.field()).collect()
}

async fn append(
    tx: &mut Write,
    row: &service_rows::Model,
    draft: &Draft,
    kind: &'static str,
    digest: String,
) -> Result<()> {
    let holder = InstitutionId::new(row.holder);
    let fact = ServiceFact { code: row.code.clone(), holder, version: draft.base_version, digest };
    tx.append(Stream::service(ServiceId::new(row.id)), Expected::Any, vec![fact.event(kind)?]).await?;
    Ok(())
}
