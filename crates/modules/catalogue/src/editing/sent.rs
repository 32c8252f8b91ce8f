//! A text that a system sent, or that came with a table, and that is not published: it waits for somebody to read it and
//! is never published under the cover of something else.

use super::assemble::{Base, as_written, base_of};
use super::save::opened;
use crate::store::editing::sections::{self, Written};
use crate::store::{editing::drafts, service_rows, versions};
use crate::{Draft, VersionState};
use kernel::{Result, ServiceId};
use storage::{Read, Write};

/// The sections in which such a text differs from what is in force; none when nothing waits.
pub(crate) async fn sent(tx: &Read, row: &service_rows::Model, base: &Base) -> Result<Vec<Written>> {
    if !row.was_public() || row.latest == row.version {
        return Ok(Vec::new());
    }
    let newest = versions::find(tx, ServiceId::new(row.id), row.latest).await?;
    match newest.filter(|newest| newest.line.state == VersionState::Draft) {
        Some(text) => as_written(tx, &base.description, &text).await,
        None => Ok(Vec::new()),
    }
}

/// The same of a text that came after the working copy began: it waits beside it.
pub(crate) async fn sent_after(
    tx: &Read,
    row: &service_rows::Model,
    base: &Base,
    draft: &Draft,
) -> Result<Vec<Written>> {
    let waiting = sent(tx, row, base).await?;
    Ok(waiting.into_iter().filter(|text| text.updated_at > draft.created_at).collect())
}

/// The sections that somebody wrote in. Before a working copy begins they are those of the text that was sent: the working
/// copy will begin with them.
pub(crate) async fn written(
    tx: &Read,
    row: &service_rows::Model,
    draft: Option<&Draft>,
    base: &Base,
) -> Result<Vec<Written>> {
    match draft {
        Some(_) => sections::of_service(tx, ServiceId::new(row.id)).await,
        None => sent(tx, row, base).await,
    }
}

/// Keeps such a text from being buried under a publication: it becomes the working copy, or waits beside one that began
/// before it came.
pub(crate) async fn keep_sent(tx: &Write, row: &service_rows::Model) -> Result<()> {
    let id = ServiceId::new(row.id);
    let base = base_of(tx, row).await?;
    if sent(tx, row, &base).await?.is_empty() {
        return Ok(());
    }
    let Some(draft) = drafts::lock(tx, id).await? else { return opened(tx, row).await.map(drop) };
    for text in sent_after(tx, row, &base, &draft).await? {
        sections::refuse(tx, id, text.section, &text.typed).await?;
    }
    Ok(())
}
