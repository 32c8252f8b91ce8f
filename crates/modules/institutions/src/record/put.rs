//! Writing a changed record: the row, what stood there before, and the event.

use super::model::InstitutionRecord;
use crate::events::{INSTITUTION_ADDED, INSTITUTION_CHANGED, InstitutionFact};
use crate::{Institution, store};
use kernel::{Error, InstitutionId, Result, digest_hex};
use storage::{Expected, NewEvent, Read, Stream, Write};

/// The record of an institution as it is kept.
pub(super) async fn record_of(tx: &Read, institution: &Institution) -> Result<InstitutionRecord> {
    let parent = match institution.parent {
        Some(parent) => Some(crate::find(tx, parent).await?.code),
        None => None,
    };
    Ok(InstitutionRecord::of(institution, parent))
}

/// Writes `after` over what is kept as the next revision; whether `known` was still what is kept. Texts stand in the table
/// of changes, the event names what changed and the digests of both records, so that the chain of the log proves them.
pub(crate) async fn put(tx: &mut Write, known: &Institution, mut after: Institution) -> Result<bool> {
    let before = record_of(tx, known).await?;
    after.revision = known.revision + 1;
    if !store::institutions::update(tx, &after, known.revision).await? {
        return Ok(false);
    }
    let record = record_of(tx, &after).await?;
    let changed = before.differing(&record);
    let (before, after_text) = (serde_json::to_string(&before)?, serde_json::to_string(&record)?);
    let fact = InstitutionFact {
        revision: after.revision,
        changed,
        before: Some(digest_hex(before.as_bytes())),
        after: digest_hex(after_text.as_bytes()),
    };
    store::institution_changes::insert(tx, after.id, after.revision, Some(before), after_text).await?;
    tell(tx, after.id, NewEvent::new(INSTITUTION_CHANGED, 1, &fact)?).await?;
    Ok(true)
}

/// Writes one that was not there.
pub(super) async fn put_new(tx: &mut Write, institution: &Institution, record: &InstitutionRecord) -> Result<()> {
    let after = serde_json::to_string(record)?;
    let fact = InstitutionFact {
        revision: institution.revision,
        changed: Vec::new(),
        before: None,
        after: digest_hex(after.as_bytes()),
    };
    store::institutions::insert(tx, institution).await?;
    store::institution_changes::insert(tx, institution.id, institution.revision, None, after).await?;
    tell(tx, institution.id, NewEvent::new(INSTITUTION_ADDED, 1, &fact)?).await
}

async fn tell(tx: &mut Write, institution: InstitutionId, event: NewEvent) -> Result<()> {
    tx.append(Stream::institution(institution), Expected::Any, vec![event]).await?;
    Ok(())
}

/// That somebody else was quicker.
pub(super) fn stale(institution: &Institution) -> Error {
    Error::stale("institution-changed").arg("code", &institution.code)
}
