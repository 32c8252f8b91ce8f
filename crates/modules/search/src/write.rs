//! Changing the index.
use std::collections::HashSet;
use std::sync::PoisonError;

use kernel::Result;
use tantivy::indexer::NoMergePolicy;
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::Index;
use crate::errors::unavailable;
use crate::fields::Fields;
use crate::model::{Change, Document, Weight};

/// The least the engine accepts, in bytes; the catalogue of a country fits in it several times.
const BUFFER: usize = 15_000_000;
/// From so many segments on they are merged: few changes come one at a time, and each leaves a segment.
const MERGE_FROM: usize = 12;

/// Applies the changes in order and makes them visible.
pub(crate) fn apply(index: &Index, changes: &[Change]) -> Result<()> {
    // The guard holds no data, so a panic of another writer leaves nothing half-done behind it.
    let _only_writer = index.writing.lock().unwrap_or_else(PoisonError::into_inner);
    let mut writer: IndexWriter = index.inner.writer_with_num_threads(1, BUFFER).map_err(unavailable)?;
    // The writer lives for one call only: a merge in the background would be cut off, so it is done here.
    writer.set_merge_policy(Box::new(NoMergePolicy));
    // Ids written since the index was cleared, if it was: before that, nothing needs to be replaced.
    let mut fresh: Option<HashSet<&str>> = None;
    for change in changes {
        match change {
            Change::Clear => {
                writer.delete_all_documents().map_err(unavailable)?;
                fresh = Some(HashSet::new());
            }
            Change::Remove(id) => {
                writer.delete_term(Term::from_field_text(index.fields.id, id));
            }
            Change::Upsert(document) => {
                if !fresh.as_mut().is_some_and(|ids| ids.insert(&document.id)) {
                    writer.delete_term(Term::from_field_text(index.fields.id, &document.id));
                }
                writer.add_document(stored(&index.fields, document)).map_err(unavailable)?;
            }
        }
    }
    writer.commit().map_err(unavailable)?;
    let segments = index.inner.searchable_segment_ids().map_err(unavailable)?;
    if segments.len() >= MERGE_FROM {
        writer.merge(&segments).wait().map_err(unavailable)?;
    }
    writer.wait_merging_threads().map_err(unavailable)?;
    index.reader.reload().map_err(unavailable)
}

fn stored(fields: &Fields, document: &Document) -> TantivyDocument {
    let mut stored = TantivyDocument::default();
    stored.add_text(fields.id, &document.id);
    for facet in &document.facets {
        stored.add_text(fields.facet, facet.term());
    }
    for text in &document.texts {
        let place = match text.weight {
            Weight::Code => {
                stored.add_text(fields.code, &text.text);
                continue;
            }
            Weight::Title => 0,
            Weight::Keyword => 1,
            Weight::Body => 2,
        };
        if let Some(marked) = fields.marked.get(place) {
            stored.add_text(*marked, &text.text);
        }
        stored.add_text(fields.folded[place], &text.text);
        if let (Weight::Title, Some(locale)) = (text.weight, text.locale) {
            stored.add_text(fields.shown[usize::from(locale == kernel::Locale::En)], &text.text);
        }
    }
    stored
}
