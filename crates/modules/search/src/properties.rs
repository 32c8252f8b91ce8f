//! Which documents of a segment have which property: read once when the segment appears, so that counting what
//! thousands of documents have needs no look at each of them.
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::columnar::Column;
use tantivy::index::SegmentId;
use tantivy::{DocId, SegmentReader};

use crate::fields::FACET;
use crate::model::Facet;

/// A property by its number in the whole index.
pub(crate) type Number = u32;

/// The properties that occur in a segment.
#[derive(Default)]
pub(crate) struct Properties {
    pub(crate) facets: Vec<Facet>,
    /// The number of each in the whole index: segments that are counted apart are summed by it.
    pub(crate) numbers: Vec<Number>,
    /// The documents of each.
    pub(crate) docs: Vec<Docs>,
    /// The numbers of the facets of each document.
    ords: Option<Column<u64>>,
    /// How many documents there are.
    pub(crate) size: usize,
}

impl Properties {
    fn read(reader: &SegmentReader, names: &Mutex<Names>) -> tantivy::Result<Self> {
        let size = reader.max_doc() as usize;
        let Some(column) = reader.fast_fields().str(FACET)? else { return Ok(Self { size, ..Self::default() }) };
        let mut facets = Vec::with_capacity(column.num_terms());
        let mut term = String::new();
        for ord in 0..column.num_terms() as u64 {
            term.clear();
            column.ord_to_str(ord, &mut term)?;
            facets.push(Facet::of_term(&term));
        }
        let ords = column.ords().clone();
        let mut docs = vec![Vec::new(); facets.len()];
        for doc in 0..reader.max_doc() {
            ords.values_for_doc(doc).for_each(|ord| docs[ord as usize].push(doc));
        }
        let docs = docs.into_iter().map(|few| Docs::of(few, size)).collect();
        let mut names = names.lock().unwrap_or_else(PoisonError::into_inner);
        let numbers = facets.iter().map(|facet| names.number(facet)).collect();
        Ok(Self { facets, numbers, docs, ords: Some(ords), size })
    }

    /// The numbers of the facets of a document.
    pub(crate) fn of_doc(&self, doc: DocId) -> impl Iterator<Item = usize> + '_ {
        self.ords.iter().flat_map(move |ords| ords.values_for_doc(doc)).map(|ord| ord as usize)
    }

    /// The documents that have any of the facets that `wanted` accepts.
    pub(crate) fn having(&self, wanted: impl Fn(&Facet) -> bool) -> Bits {
        let mut all = Bits::none(self.size);
        let docs = self.facets.iter().zip(&self.docs).filter(|(facet, _)| wanted(facet));
        docs.for_each(|(_, docs)| all.join(docs));
        all
    }
}

/// Some documents: bits where they are many, numbers where they are few.
pub(crate) enum Docs {
    Many(Bits),
    Few(Vec<DocId>),
}

impl Docs {
    fn of(few: Vec<DocId>, size: usize) -> Self {
        // A number takes as much room as 32 bits.
        if few.len() > size / 32 { Self::Many(Bits::of(&few, size)) } else { Self::Few(few) }
    }

    /// How many of them are among `others`.
    pub(crate) fn among(&self, others: &Bits) -> u64 {
        match self {
            Self::Many(bits) => bits.0.iter().zip(&others.0).map(|(a, b)| u64::from((a & b).count_ones())).sum(),
            Self::Few(docs) => docs.iter().filter(|doc| others.has(**doc)).count() as u64,
        }
    }
}

/// A bit for each document of a segment.
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    fn none(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    /// Those of these documents.
    pub(crate) fn of(docs: &[DocId], size: usize) -> Self {
        let mut bits = Self::none(size);
        docs.iter().for_each(|doc| bits.set(*doc));
        bits
    }

    fn set(&mut self, doc: DocId) {
        self.0[doc as usize / 64] |= 1 << (doc % 64);
    }

    fn join(&mut self, docs: &Docs) {
        match docs {
            Docs::Many(bits) => self.0.iter_mut().zip(&bits.0).for_each(|(a, b)| *a |= b),
            Docs::Few(docs) => docs.iter().for_each(|doc| self.set(*doc)),
        }
    }

    /// Whether the document is one of them.
    pub(crate) fn has(&self, doc: DocId) -> bool {
        self.0[doc as usize / 64] & (1 << (doc % 64)) != 0
    }
}

/// The properties of the whole index, numbered as they were first seen.
#[derive(Default)]
struct Names {
    numbers: BTreeMap<Facet, Number>,
    facets: Vec<Facet>,
}

impl Names {
    fn number(&mut self, facet: &Facet) -> Number {
        if let Some(number) = self.numbers.get(facet) {
            return *number;
        }
        let number = self.facets.len() as Number;
        self.numbers.insert(facet.clone(), number);
        self.facets.push(facet.clone());
        number
    }
}

/// The properties of the segments that are searched.
#[derive(Default)]
pub(crate) struct Shelf {
    segments: Mutex<HashMap<SegmentId, Arc<Properties>>>,
    names: Mutex<Names>,
}

impl Shelf {
    /// Those of a segment.
    pub(crate) fn of(&self, reader: &SegmentReader) -> tantivy::Result<Arc<Properties>> {
        let known = self.segments().get(&reader.segment_id()).cloned();
        if let Some(known) = known {
            return Ok(known);
        }
        // Reading takes a while: meanwhile others may ask for other segments.
        let read = Arc::new(Properties::read(reader, &self.names)?);
        self.segments().insert(reader.segment_id(), Arc::clone(&read));
        Ok(read)
    }

    /// Reads new segments before anybody asks, and forgets those that are no longer there.
    pub(crate) fn keep(&self, present: &[SegmentReader]) -> tantivy::Result<()> {
        for segment in present {
            self.of(segment)?;
        }
        let is_present = |id: &SegmentId| present.iter().any(|segment| segment.segment_id() == *id);
        self.segments().retain(|id, _| is_present(id));
        Ok(())
    }

    /// Counts by number as counts by property; nothing that does not occur.
    pub(crate) fn named(&self, counts: &[u64]) -> BTreeMap<Facet, u64> {
        let names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = names.facets.iter().zip(counts).filter(|(_, count)| **count > 0);
        counted.map(|(facet, count)| (facet.clone(), *count)).collect()
    }

    fn segments(&self) -> MutexGuard<'_, HashMap<SegmentId, Arc<Properties>>> {
        self.segments.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
