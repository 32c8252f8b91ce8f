//! What is asked at every letter somebody types: which titles begin so. Beginnings of two letters stand in most titles of a
//! large register, so the bare lists of documents are walked, without the engine's scores.
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::postings::SegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, Searcher, SegmentReader, TERMINATED, Term};

use crate::analysis::beginning;
use crate::gather::{Gather, Gathered};

/// What a title that begins with a typed word is worth: more than any difference of length.
const FIRST: Score = 256.0;

/// Titles in which a word begins with each of the words typed: first those that begin with one of them themselves, then
/// the shorter.
pub(crate) fn begun(searcher: &Searcher, words: &[String], gather: &Gather<'_>) -> tantivy::Result<Gathered> {
    let words: Vec<_> = words.iter().map(|word| beginning(word)).collect();
    let mut fruits = Vec::new();
    for (ordinal, reader) in (0..).zip(searcher.segment_readers()) {
        if let Some(titles) = Titles::of(reader, gather, &words)? {
            let mut segment = gather.for_segment(ordinal, reader)?;
            titles.each(reader, |doc, score| segment.collect(doc, score))?;
            fruits.push(segment.harvest());
        }
    }
    gather.merge_fruits(fruits)
}

/// The lists of one segment.
struct Titles<'a> {
    gather: &'a Gather<'a>,
    /// Of each word; the shortest list first.
    all: Vec<SegmentPostings>,
    /// Of the words that some title begins with.
    first: Vec<SegmentPostings>,
}

impl<'a> Titles<'a> {
    /// None when a word is in no title.
    fn of(reader: &SegmentReader, gather: &'a Gather<'a>, words: &[[String; 2]]) -> tantivy::Result<Option<Self>> {
        let field = gather.fields.begins[0];
        let index = reader.inverted_index(field)?;
        let list = |text: &str| index.read_postings(&Term::from_field_text(field, text), IndexRecordOption::Basic);
        let mut titles = Self { gather, all: Vec::new(), first: Vec::new() };
        for [anywhere, first] in words {
            let Some(anywhere) = list(anywhere)? else { return Ok(None) };
            titles.all.push(anywhere);
            titles.first.extend(list(first)?);
        }
        titles.all.sort_by_key(DocSet::size_hint);
        Ok(Some(titles))
    }

    /// Goes through the documents that all lists have.
    fn each(self, reader: &SegmentReader, mut see: impl FnMut(DocId, Score)) -> tantivy::Result<()> {
        let Self { gather, mut all, mut first } = self;
        let lengths = reader.get_fieldnorms_reader(gather.fields.begins[0])?;
        let Some((shortest, others)) = all.split_first_mut() else { return Ok(()) };
        let mut doc = shortest.doc();
        while doc != TERMINATED {
            if others.iter_mut().all(|list| has(list, doc)) && !reader.is_deleted(doc) {
                let begins = first.iter_mut().any(|list| has(list, doc));
                // The number of a length grows with it and is at most 255.
                let length = Score::from(lengths.fieldnorm_id(doc));
                see(doc, if begins { FIRST - length } else { -length });
            }
            doc = shortest.advance();
        }
        Ok(())
    }
}

/// Whether the list has a document; asked for documents in their order.
fn has(list: &mut SegmentPostings, doc: DocId) -> bool {
    list.doc() == doc || (list.doc() < doc && list.seek(doc) == doc)
}
