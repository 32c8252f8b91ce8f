//! One pass over everything that matches: the best hits, and how often each property occurs.
use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, DocSet, Score, SegmentOrdinal, SegmentReader, TantivyError, Term};

use crate::counting::{Counting, Family, Seen, add};
use crate::fields::{Fields, ORDER};
use crate::model::Facet;
use crate::properties::{Number, Shelf};

/// What to gather.
pub(crate) struct Gather<'a> {
    pub(crate) fields: Fields,
    pub(crate) shelf: &'a Shelf,
    /// How many of the best.
    pub(crate) keep: usize,
    pub(crate) chosen: &'a [Facet],
    pub(crate) count: bool,
    /// Of documents that share a facet of this name, only the best is a hit.
    pub(crate) once: Option<&'a str>,
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
    /// How many have each property, by its number.
    pub(crate) counts: Vec<u64>,
    /// What counts once, while segments are gathered; empty in the end.
    families: HashMap<Number, Family>,
}

impl Gather<'_> {
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
            counting: Counting::of(self, reader)?,
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
            for (number, count) in (0..).zip(fruit.counts) {
                add(&mut all.counts, number, count);
            }
            for (number, family) in fruit.families {
                all.families.entry(number).or_default().join(family);
            }
        }
        for (_, family) in std::mem::take(&mut all.families) {
            all.total += u64::from(family.best.is_some());
            all.best.extend(family.best);
            family.count(&mut all.counts);
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.keep);
        Ok(all)
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
        let seen = self.counting.as_mut().map_or(Seen::Alone, |counting| counting.see(doc));
        match seen {
            Seen::Lacking => {}
            Seen::Alone => self.hit(doc, score),
            Seen::Member(family) => {
                let hit = self.placed(doc, self.boosted(doc, score));
                self.counting.iter_mut().for_each(|counting| counting.rank(family, hit));
            }
        }
    }

    fn harvest(self) -> Gathered {
        let (counts, families) = self.counting.map(Counting::finish).unwrap_or_default();
        let best = self.best.into_iter().map(|ranked| ranked.0).collect();
        Gathered { best, total: self.total, matched: self.matched, counts, families }
    }
}

impl Segment {
    fn hit(&mut self, doc: DocId, score: Score) {
        self.total += 1;
        let score = self.boosted(doc, score);
        let worst = self.best.peek().filter(|_| self.best.len() >= self.keep).map(|worst| worst.0);
        if worst.is_some_and(|worst| score < worst.score) {
            return;
        }
        let hit = self.placed(doc, score);
        match worst {
            None => self.best.push(Reverse(hit)),
            Some(worst) if hit > worst => {
                self.best.pop();
                self.best.push(Reverse(hit));
            }
            Some(_) => {}
        }
    }

    fn boosted(&self, doc: DocId, score: Score) -> Score {
        if self.factors.is_empty() { score } else { score * self.factors.get(&doc).unwrap_or(&1.0) }
    }

    fn placed(&self, doc: DocId, score: Score) -> Ranked {
        let order = self.order.first(doc).unwrap_or_default();
        Ranked { score, order, address: DocAddress::new(self.ordinal, doc) }
    }
}
