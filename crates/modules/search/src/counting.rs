//! How often each property occurs among the documents of one segment, and what counts once.
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use tantivy::{DocId, SegmentReader};

use crate::gather::{Gather, Ranked};
use crate::model::Facet;
use crate::properties::{Bits, Number, Properties};

/// Documents that stand in the list as one.
#[derive(Debug, Default)]
pub(crate) struct Family {
    /// The best of those that have all that was chosen; none when no member has.
    pub(crate) best: Option<Ranked>,
    /// What any of them has, as far as it is counted; not yet each once.
    has: Vec<Number>,
}

impl Family {
    /// Takes in what another segment found of it.
    pub(crate) fn join(&mut self, other: Self) {
        self.best = self.best.max(other.best);
        self.has.extend(other.has);
    }

    /// Counts it, once under each property.
    pub(crate) fn count(mut self, counts: &mut Vec<u64>) {
        self.has.sort_unstable();
        self.has.dedup();
        self.has.into_iter().for_each(|number| add(counts, number, 1));
    }
}

/// Adds to the count of a property.
pub(crate) fn add(counts: &mut Vec<u64>, number: Number, count: u64) {
    let place = number as usize;
    if counts.len() <= place {
        counts.resize(place + 1, 0);
    }
    counts[place] += count;
}

/// Counting in one segment; everything is by the number of a facet in it.
pub(crate) struct Counting {
    properties: Arc<Properties>,
    /// Of each name under which something was chosen: who has it.
    wanted: Vec<Wanted>,
    /// Those of which a family is one hit.
    members: Option<Bits>,
    /// The name of the facet that makes families.
    once: Option<String>,
    /// What was seen of families.
    families: HashMap<Number, Family>,
    /// Hits that stand alone, if they are to be counted.
    hits: Option<Vec<DocId>>,
}

/// What was chosen under one name.
struct Wanted {
    name: String,
    /// Who has any of it.
    having: Bits,
    /// Who lacks this and nothing else: of this name they are those that could be picked as well.
    lacking: Vec<DocId>,
}

/// What is to be done with a document.
pub(crate) enum Seen {
    /// It lacks something of what was chosen.
    Lacking,
    /// A hit of its own.
    Alone,
    /// A hit that stands for the family with this number.
    Member(Number),
}

impl Counting {
    /// None where nothing is counted, chosen or counted once.
    pub(crate) fn of(gather: &Gather<'_>, reader: &SegmentReader) -> tantivy::Result<Option<Self>> {
        let names: BTreeSet<&str> = gather.chosen.iter().map(|facet| facet.name.as_str()).collect();
        if !gather.count && names.is_empty() && gather.once.is_none() {
            return Ok(None);
        }
        let properties = gather.shelf.of(reader)?;
        let wanted = |name: &str| Wanted {
            name: name.to_owned(),
            having: properties.having(|facet| facet.name == name && gather.chosen.contains(facet)),
            lacking: Vec::new(),
        };
        let makes_family = |facet: &Facet| Some(facet.name.as_str()) == gather.once;
        let has_families = properties.facets.iter().any(makes_family);
        Ok(Some(Self {
            wanted: names.into_iter().map(wanted).collect(),
            members: has_families.then(|| properties.having(makes_family)),
            once: gather.once.map(str::to_owned),
            families: HashMap::new(),
            hits: gather.count.then(Vec::new),
            properties,
        }))
    }

    /// Notes a document.
    pub(crate) fn see(&mut self, doc: DocId) -> Seen {
        let mut missing = self.wanted.iter().enumerate().filter(|(_, wanted)| !wanted.having.has(doc));
        let lacks = missing.next().map(|(place, _)| place);
        if missing.next().is_some() {
            return Seen::Lacking;
        }
        if self.members.as_ref().is_some_and(|members| members.has(doc)) {
            return self.see_member(doc, lacks);
        }
        match lacks {
            None => {
                self.hits.iter_mut().for_each(|hits| hits.push(doc));
                Seen::Alone
            }
            Some(place) => {
                self.wanted[place].lacking.push(doc);
                Seen::Lacking
            }
        }
    }

    fn see_member(&mut self, doc: DocId, lacks: Option<usize>) -> Seen {
        let Self { properties, families, wanted, once, .. } = self;
        let is_family = |ord: &usize| Some(&properties.facets[*ord].name) == once.as_ref();
        let Some(family) = properties.of_doc(doc).find(is_family) else { return Seen::Lacking };
        let family = properties.numbers[family];
        let has = &mut families.entry(family).or_default().has;
        match lacks {
            None => {
                has.extend(properties.of_doc(doc).map(|ord| properties.numbers[ord]));
                Seen::Member(family)
            }
            Some(place) => {
                let counted = |ord: &usize| properties.facets[*ord].name == wanted[place].name;
                has.extend(properties.of_doc(doc).filter(counted).map(|ord| properties.numbers[ord]));
                Seen::Lacking
            }
        }
    }

    /// Notes a hit of a family.
    pub(crate) fn rank(&mut self, family: Number, hit: Ranked) {
        let best = &mut self.families.entry(family).or_default().best;
        *best = (*best).max(Some(hit));
    }

    /// What stands alone, counted by number; and the families.
    pub(crate) fn finish(self) -> (Vec<u64>, HashMap<Number, Family>) {
        let mut counts = Vec::new();
        if let Some(hits) = &self.hits {
            self.tally(hits, &mut counts, |_| true);
            for wanted in &self.wanted {
                self.tally(&wanted.lacking, &mut counts, |facet| facet.name == wanted.name);
            }
        }
        (counts, self.families)
    }

    /// Few documents are looked at one by one; of many, those of each facet are.
    fn tally(&self, docs: &[DocId], counts: &mut Vec<u64>, counted: impl Fn(&Facet) -> bool) {
        let Properties { facets, numbers, docs: having, size, .. } = self.properties.as_ref();
        if docs.len() < size / 64 {
            let ords = docs.iter().flat_map(|doc| self.properties.of_doc(*doc));
            ords.filter(|ord| counted(&facets[*ord])).for_each(|ord| add(counts, numbers[ord], 1));
            return;
        }
        let bits = Bits::of(docs, *size);
        for (ord, having) in having.iter().enumerate().filter(|(ord, _)| counted(&facets[*ord])) {
            add(counts, numbers[ord], having.among(&bits));
        }
    }
}
