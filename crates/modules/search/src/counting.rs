//! How often each property occurs among the documents of one segment, and what counts once.
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::columnar::{Column, StrColumn};
use tantivy::index::SegmentId;
use tantivy::{DocId, SegmentReader};

use crate::fields::FACET;
use crate::gather::{Gather, Ranked};
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

/// Documents that stand in the list as one.
#[derive(Debug, Default)]
pub(crate) struct Family {
    /// The best of those that have all that was chosen; none when no member has.
    pub(crate) best: Option<Ranked>,
    /// What any of them has, as far as it is counted.
    has: BTreeSet<Facet>,
}

impl Family {
    /// Takes in what another segment found of it.
    pub(crate) fn join(&mut self, other: Self) {
        self.best = self.best.max(other.best);
        self.has.extend(other.has);
    }

    /// Counts it, once under each property.
    pub(crate) fn count(self, counts: &mut BTreeMap<Facet, u64>) {
        for facet in self.has {
            *counts.entry(facet).or_default() += 1;
        }
    }
}

/// Counting in one segment; everything is by the number of a facet in it.
#[derive(Default)]
pub(crate) struct Counting {
    ords: Option<Column<u64>>,
    facets: Arc<Vec<Facet>>,
    /// The bit of the facet's name, if something was chosen under that name.
    belongs: Vec<u32>,
    /// The same bit, if this very facet was chosen.
    meets: Vec<u32>,
    /// Whether all documents with the facet count once.
    once: Vec<bool>,
    counts: Vec<u64>,
    /// What was seen of those that count once: their best, and the numbers of what they have.
    families: HashMap<u64, (Option<Ranked>, BTreeSet<u64>)>,
    /// The bits of all names.
    all: u32,
}

/// What is to be done with a document.
pub(crate) enum Seen {
    /// It lacks something of what was chosen.
    Lacking,
    /// A hit of its own.
    Alone,
    /// A hit that stands for the family with this number.
    Member(u64),
}

impl Counting {
    /// None where nothing is counted, chosen or counted once.
    pub(crate) fn of(gather: &Gather<'_>, reader: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let names = gather.names();
        if !gather.count && names.is_empty() && gather.once.is_none() {
            return Ok(None);
        }
        let all = names.iter().enumerate().fold(0, |all, (bit, _)| all | 1_u32 << bit);
        let Some(column) = reader.fast_fields().str(FACET)? else {
            return Ok(Some(Self { all, ..Self::default() }));
        };
        let facets = gather.shelf.of(reader.segment_id(), &column)?;
        let bit = |facet: &Facet| names.iter().position(|name| *name == facet.name).map_or(0, |bit| 1_u32 << bit);
        let belongs: Vec<u32> = facets.iter().map(bit).collect();
        let meets = facets.iter().zip(&belongs).map(|(f, bit)| if gather.chosen.contains(f) { *bit } else { 0 });
        Ok(Some(Self {
            meets: meets.collect(),
            once: facets.iter().map(|facet| gather.once == Some(facet.name.as_str())).collect(),
            counts: vec![0; facets.len()],
            ords: Some(column.ords().clone()),
            families: HashMap::new(),
            belongs,
            facets,
            all,
        }))
    }

    /// Counts a document.
    pub(crate) fn see(&mut self, doc: DocId) -> Seen {
        let Some(ords) = &self.ords else { return if self.all == 0 { Seen::Alone } else { Seen::Lacking } };
        let (mut met, mut family) = (0, None);
        for ord in ords.values_for_doc(doc) {
            met |= self.meets[ord as usize];
            if self.once[ord as usize] {
                family = Some(ord);
            }
        }
        let missing = self.all & !met;
        // What fails under one name only is there one of those that could be picked as well.
        let counts = |ord: u64| missing == 0 || (missing.is_power_of_two() && self.belongs[ord as usize] == missing);
        let counted = ords.values_for_doc(doc).filter(|ord| counts(*ord));
        match family {
            Some(family) => self.families.entry(family).or_default().1.extend(counted),
            None => counted.for_each(|ord| self.counts[ord as usize] += 1),
        }
        match family {
            _ if missing != 0 => Seen::Lacking,
            None => Seen::Alone,
            Some(family) => Seen::Member(family),
        }
    }

    /// Notes a hit of a family.
    pub(crate) fn rank(&mut self, family: u64, hit: Ranked) {
        let best = &mut self.families.entry(family).or_default().0;
        *best = (*best).max(Some(hit));
    }

    /// What stands alone, counted; and the families by what they have in common.
    pub(crate) fn finish(self) -> (BTreeMap<Facet, u64>, BTreeMap<Facet, Family>) {
        let named = |ord: u64| self.facets[ord as usize].clone();
        let families = self
            .families
            .into_iter()
            .map(|(family, (best, has))| (named(family), Family { best, has: has.into_iter().map(named).collect() }));
        let counted = self.facets.iter().zip(self.counts).filter(|(_, count)| *count > 0);
        (counted.map(|(facet, count)| (facet.clone(), count)).collect(), families.collect())
    }
}
