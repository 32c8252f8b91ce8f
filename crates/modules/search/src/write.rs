//! Changing the index.
use std::sync::PoisonError;

use kernel::{Error, Result};
use tantivy::{IndexWriter, TantivyDocument, Term};

use crate::errors::unavailable;
use crate::fields::Fields;
use crate::model::{Change, Document, Weight};
use crate::{Index, analysis, location};

/// For changes that come one at a time: the least the engine accepts, in bytes.
const SMALL: usize = 15_000_000;
/// For filling the whole index with two threads, in bytes.
const LARGE: usize = 80_000_000;

pub(crate) fn small_writer(index: &tantivy::Index) -> Result<IndexWriter> {
    try_small_writer(index).map_err(unavailable)
}

pub(crate) fn try_small_writer(index: &tantivy::Index) -> tantivy::Result<IndexWriter> {
    index.writer_with_num_threads(1, SMALL)
}

/// Applies the changes in order and makes them visible; the mark stays.
pub(crate) fn apply(index: &Index, changes: &[Change]) -> Result<()> {
    let mut guard = index.writer.lock().unwrap_or_else(PoisonError::into_inner);
    // While the index is being filled anew nobody else may write: they try again later.
    let writer = guard.as_mut().ok_or_else(|| Error::unavailable("search-unavailable"))?;
    for change in changes {
        match change {
            Change::Clear => {
                writer.delete_all_documents().map_err(unavailable)?;
            }
            Change::Remove(id) => {
                writer.delete_term(Term::from_field_text(index.fields.id, id));
            }
            Change::Upsert(document) => {
                writer.delete_term(Term::from_field_text(index.fields.id, &document.id));
                writer.add_document(stored(&index.fields, document)).map_err(unavailable)?;
            }
        }
    }
    commit(writer, index.mark()?.as_deref())?;
    drop(guard);
    index.reload()
}

fn commit(writer: &mut IndexWriter, mark: Option<&str>) -> Result<()> {
    let mut prepared = writer.prepare_commit().map_err(unavailable)?;
    if let Some(mark) = mark {
        prepared.set_payload(mark);
    }
    prepared.commit().map_err(unavailable).map(drop)
}

/// The index being filled anew: searching goes on in what was there before. Dropping it keeps that.
pub struct Refill<'a> {
    index: &'a Index,
    writer: Option<IndexWriter>,
}

impl<'a> Refill<'a> {
    pub(crate) fn begin(index: &'a Index) -> Result<Self> {
        let mut guard = index.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let small = guard.take().ok_or_else(|| Error::unavailable("search-unavailable"))?;
        // The engine allows one writer: the small one gives way to a large one.
        drop(small);
        let mut refill = Self { index, writer: None };
        drop(guard);
        let writer = index.inner.writer_with_num_threads(2, LARGE).map_err(unavailable)?;
        writer.delete_all_documents().map_err(unavailable)?;
        refill.writer = Some(writer);
        Ok(refill)
    }

    /// Adds a document; each id once.
    ///
    /// # Errors
    /// Unavailable when the index cannot be written.
    pub fn add(&mut self, document: &Document) -> Result<()> {
        let writer = self.writer.as_ref().ok_or_else(|| Error::unavailable("search-unavailable"))?;
        let stored = stored(&self.index.fields, document);
        writer.add_document(stored).map(drop).map_err(unavailable)
    }

    /// Shows the new content in place of the old, with its mark.
    ///
    /// # Errors
    /// Unavailable when the index cannot be written; the old content stays then.
    pub fn finish(mut self, mark: &str) -> Result<()> {
        let mut writer = self.writer.take().ok_or_else(|| Error::unavailable("search-unavailable"))?;
        commit(&mut writer, Some(mark))?;
        // One segment answers faster than many; what changes later adds small ones.
        let segments = self.index.inner.searchable_segment_ids().map_err(unavailable)?;
        if segments.len() > 1 {
            writer.merge(&segments).wait().map_err(unavailable)?;
        }
        writer.wait_merging_threads().map_err(unavailable)?;
        location::answered(self.index.folder.as_ref())?;
        self.index.reload()
    }
}

impl Drop for Refill<'_> {
    fn drop(&mut self) {
        drop(self.writer.take());
        let small = small_writer(&self.index.inner).ok();
        *self.index.writer.lock().unwrap_or_else(PoisonError::into_inner) = small;
    }
}

fn stored(fields: &Fields, document: &Document) -> TantivyDocument {
    let mut stored = TantivyDocument::default();
    stored.add_text(fields.id, &document.id);
    stored.add_u64(fields.order, document.order);
    stored.add_u64(fields.version, document.version);
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
        if let Some(begins) = fields.begins.get(place) {
            stored.add_text(*begins, analysis::beginnings(&text.text));
        }
        if let (Weight::Title, Some(locale)) = (text.weight, text.locale) {
            stored.add_text(fields.shown[usize::from(locale == kernel::Locale::En)], &text.text);
        }
    }
    stored
}
