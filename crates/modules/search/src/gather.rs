//! One pass over everything that matches: the best hits, and how often each property occurs.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::index::SegmentId;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, Score, SegmentOrdinal, SegmentReader, TantivyError, Term};

use crate::fields::{FACET, Fields, ORDER};
use crate::model::Facet;

/// The properties that occur in each segment, read once.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<SegmentId, Arc<Vec<Facet>>>>);

impl Shelf {
    fn of(&self, segment: SegmentId, column: &StrColumn) -> tantivy::Result<Arc<Vec<Facet>>> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(facets) = known.get(&segment) {
            return Ok(Arc::clone(facets));
        }
        let mut facets = Vec::with_capacity(column.num_terms());
        let mut term = String::new();
        for ord in 0..column.num_terms() as u64 {
            term.clear();
            column.ord_to_str(ord, &mut term)?;
            facets.push(Facet::of_term(&term));
        }
        let facets = Arc::new(facets);
        known.insert(segment, Arc::clone(&facets));
        Ok(facets)
    }

    /// Forgets segments that are no longer there.
    pub(crate) fn keep(&self, present: impl Fn(&SegmentId) -> bool) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|segment, _| present(segment));
    }
}

/// What to gather.
pub(crate) struct Gather<'a> {
    pub(crate) fields: Fields,
    pub(crate) shelf: &'a Shelf,
    /// How many of the best.
    pub(crate) keep: usize,
    pub(crate) chosen: &'a [Facet],
    pub(crate) count: bool,
    pub(crate) boosts: &'a [(String, f32)],
}

/// A hit and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ranked {
    pub(crate) score: Score,
    order: u64,
    pub(crate) address: DocAddress,
}

impl Ord for Ranked {
    /// The better is the greater.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_score = self.score.total_cmp(&other.score);
        by_score.then(other.order.cmp(&self.order)).then(other.address.cmp(&self.address))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ranked {}

/// What was gathered.
#[derive(Debug, Default)]
pub(crate) struct Gathered {
    /// The best, best first.
    pub(crate) best: Vec<Ranked>,
    /// How many have all that was chosen.
    pub(crate) total: u64,
    /// How many match the words.
    pub(crate) matched: u64,
    pub(crate) counts: BTreeMap<Facet, u64>,
}

impl Gather<'_> {
    /// A bit for each name among the chosen facets.
    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.chosen.iter().map(|facet| facet.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        // A bit each; nobody picks from more lists than that.
        names.truncate(32);
        names
    }

    fn facets(&self, reader: &SegmentReader) -> tantivy::Result<Option<Counting>> {
        let names = self.names();
        if !self.count && names.is_empty() {
            return Ok(None);
        }
        let all = names.iter().enumerate().fold(0, |all, (bit, _)| all | 1_u32 << bit);
        let Some(column) = reader.fast_fields().str(FACET)? else {
            return Ok(Some(Counting { all, ..Counting::default() }));
        };
        let facets = self.shelf.of(reader.segment_id(), &column)?;
        let bit = |facet: &Facet| names.iter().position(|name| *name == facet.name).map_or(0, |bit| 1_u32 << bit);
        let belongs: Vec<u32> = facets.iter().map(bit).collect();
        let meets = facets.iter().zip(&belongs).map(|(f, bit)| if self.chosen.contains(f) { *bit } else { 0 });
        Ok(Some(Counting {
            meets: meets.collect(),
            counts: vec![0; facets.len()],
            ords: Some(column.ords().clone()),
            belongs,
            facets,
            all,
        }))
    }

    /// The factors of the boosted documents of a segment.
    fn factors(&self, reader: &SegmentReader) -> tantivy::Result<HashMap<DocId, f32>> {
        let mut factors = HashMap::new();
        if self.boosts.is_empty() {
            return Ok(factors);
        }
        let index = reader.inverted_index(self.fields.id)?;
        for (id, factor) in self.boosts {
            let term = Term::from_field_text(self.fields.id, id);
            let Some(mut found) = index.read_postings(&term, IndexRecordOption::Basic)? else { continue };
            while found.doc() != tantivy::TERMINATED {
                *factors.entry(found.doc()).or_insert(1.0) *= factor;
                found.advance();
            }
        }
        Ok(factors)
    }
}

impl Collector for Gather<'_> {
    type Fruit = Gathered;
    type Child = Segment;

    fn for_segment(&self, ordinal: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Segment> {
        Ok(Segment {
            ordinal,
            keep: self.keep,
            order: reader.fast_fields().u64(ORDER)?,
            factors: self.factors(reader)?,
            counting: self.facets(reader)?,
            best: BinaryHeap::with_capacity(self.keep.min(1000) + 1),
            total: 0,
            matched: 0,
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Gathered>) -> Result<Gathered, TantivyError> {
        let mut all = Gathered::default();
        for fruit in fruits {
            all.best.extend(fruit.best);
            all.total += fruit.total;
            all.matched += fruit.matched;
            for (facet, count) in fruit.counts {
                *all.counts.entry(facet).or_default() += count;
            }
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
    }
}

/// Counting in one segment; everything is by the number of a facet in it.
#[derive(Default)]
struct Counting {
    ords: Option<Column<u64>>,
    facets: Arc<Vec<Facet>>,
    /// The bit of the facet's name, if something was chosen under that name.
    belongs: Vec<u32>,
    /// The same bit, if this very facet was chosen.
    meets: Vec<u32>,
    counts: Vec<u64>,
    /// The bits of all names.
    all: u32,
}

impl Counting {
    /// Counts a document; whether it has something of everything chosen.
    fn see(&mut self, doc: DocId) -> bool {
        let Some(ords) = &self.ords else { return self.all == 0 };
        let met = match self.all {
            0 => 0,
            _ => ords.values_for_doc(doc).fold(0, |met, ord| met | self.meets[ord as usize]),
        };
        let missing = self.all & !met;
        if missing == 0 {
            ords.values_for_doc(doc).for_each(|ord| self.counts[ord as usize] += 1);
        } else if missing.is_power_of_two() {
            // It fails under one name only: there it is one of those that could be picked as well.
            let could = ords.values_for_doc(doc).filter(|ord| self.belongs[*ord as usize] == missing);
            could.for_each(|ord| self.counts[ord as usize] += 1);
        }
        missing == 0
    }

    fn counts(self) -> BTreeMap<Facet, u64> {
        let counted = self.facets.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        counted.map(|(facet, count)| (facet.clone(), count)).collect()
    }
}

/// Gathering in one segment.
pub(crate) struct Segment {
    ordinal: SegmentOrdinal,
    keep: usize,
    order: Column<u64>,
    factors: HashMap<DocId, f32>,
    counting: Option<Counting>,
    best: BinaryHeap<Reverse<Ranked>>,
    total: u64,
    matched: u64,
}

impl SegmentCollector for Segment {
    type Fruit = Gathered;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.matched += 1;
        if self.counting.as_mut().is_some_and(|counting| !counting.see(doc)) {
            return;
        }
        self.total += 1;
        let score = if self.factors.is_empty() { score } else { score * self.factors.get(&doc).unwrap_or(&1.0) };
        let full = self.best.len() >= self.keep;
        if full && self.best.peek().is_none_or(|worst| score < worst.0.score) {
            return;
        }
        let order = self.order.first(doc).unwrap_or_default();
        self.best.push(Reverse(Ranked { score, order, address: DocAddress::new(self.ordinal, doc) }));
        if full {
            self.best.pop();
        }
    }

    fn harvest(self) -> Gathered {
        Gathered {
            best: self.best.into_iter().map(|ranked| ranked.0).collect(),
            total: self.total,
            matched: self.matched,
            counts: self.counting.map(Counting::counts).unwrap_or_default(),
        }
    }
}
