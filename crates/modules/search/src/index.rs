//! The index: opening it and asking it.
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use kernel::{Locale, Result};
use tantivy::query::Query as Engine;
use tantivy::schema::{Field, Value};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, TantivyDocument};

use crate::asking::{Hit, Hits, Query, Suggestion, Typed};
use crate::begun::begun;
use crate::errors::unavailable;
use crate::fields::{Fields, ORDER, VERSION, schema};
use crate::gather::{Gather, Gathered, Ranked};
use crate::location::{self, Location, Opened};
use crate::properties::Shelf;
use crate::query::{Builder, Effort, demanding, everything, is_long};
use crate::{Refill, analysis, write};

/// A searchable index. Share it behind an `Arc`; searching needs no lock.
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) fields: Fields,
    /// The right to change the index; away while it is being filled anew.
    pub(crate) writer: Mutex<Option<IndexWriter>>,
    pub(crate) folder: Option<PathBuf>,
    reader: IndexReader,
    shelf: Shelf,
}

impl Index {
    /// Opens or creates an index. Fails with "unavailable" when the place cannot be used or another process uses it.
    pub fn open(location: Location) -> Result<Self> {
        let (schema, fields) = schema();
        let Opened { inner, writer, folder } = location::open(location, &schema)?;
        analysis::register(inner.tokenizers());
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(unavailable)?;
        Ok(Self { inner, fields, writer: Mutex::new(Some(writer)), folder, reader, shelf: Shelf::default() })
    }

    /// Makes all the changes visible together; the mark stays what it was.
    pub fn apply(&self, changes: &[crate::Change]) -> Result<()> {
        write::apply(self, changes)
    }

    /// Begins to fill the index anew.
    pub fn refill(&self) -> Result<Refill<'_>> {
        Refill::begin(self)
    }

    /// The mark that was given when the index was last filled: what its owner needs to know of it at the next start.
    pub fn mark(&self) -> Result<Option<String>> {
        Ok(self.inner.load_metas().map_err(unavailable)?.payload)
    }

    /// Whether somebody asked, through the files, for the index to be built again.
    #[must_use]
    pub fn rebuild_asked(&self) -> bool {
        location::is_asked(self.folder.as_ref())
    }

    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The version of every document by its place in the order, which is each document's own where the owner says so.
    /// Reads two columns: a few milliseconds for a hundred thousand.
    pub fn versions(&self) -> Result<HashMap<u64, u64>> {
        let searcher = self.reader.searcher();
        let mut versions = HashMap::with_capacity(searcher.num_docs() as usize);
        for segment in searcher.segment_readers() {
            let columns = segment.fast_fields();
            let order = columns.u64(ORDER).map_err(unavailable)?.first_or_default_col(0);
            let version = columns.u64(VERSION).map_err(unavailable)?.first_or_default_col(0);
            versions.extend(segment.doc_ids_alive().map(|doc| (order.get_val(doc), version.get_val(doc))));
        }
        Ok(versions)
    }

    /// Finds documents; tries harder (typing errors, then missing words) only when the words as typed find nothing.
    pub fn search(&self, query: &Query) -> Result<Hits> {
        let words = analysis::all_words(&query.text);
        let searcher = self.reader.searcher();
        // What is too long to be a word was asked for all the same, and everything is no answer to it.
        let everything_asked = query.all && !query.text.contains(char::is_alphanumeric);
        if query.limit == 0 || (words.is_empty() && !everything_asked) {
            return Ok(Hits::default());
        }
        if words.is_empty() {
            let found = self.gather(&searcher, everything(), query)?;
            return self.page(&searcher, found, query, false);
        }
        let none = Arc::default();
        let synonyms = query.synonyms.as_ref().unwrap_or(&none);
        let efforts: &[Effort] = if query.named { &[Effort::Named] } else { &Effort::ALL };
        for effort in efforts.iter().copied() {
            let units = synonyms.units(&words, effort.forgives());
            // With one or two words, all but one is the same as any; without a long word two errors are those of before.
            let same_as_another = match effort {
                Effort::Most => units.len() < 3,
                Effort::Lenient => !words.iter().any(|word| is_long(&analysis::plain(word))),
                Effort::Strict | Effort::Forgiving | Effort::Any | Effort::Named => false,
            };
            if same_as_another {
                continue;
            }
            let builder = Builder { fields: &self.fields, searcher: &searcher, effort };
            let found = self.gather(&searcher, builder.found(&query.text, &units), query)?;
            if found.matched > 0 {
                return self.page(&searcher, found, query, effort != Effort::Strict);
            }
        }
        Ok(Hits::default())
    }

    /// Titles in which a word starts with each of the words typed so far, first those that themselves start so, then the
    /// shorter; where there are none, titles that say the same in other words, then those with a typing error.
    pub fn suggest(&self, typed: &Typed) -> Result<Vec<Suggestion>> {
        let ways = analysis::words_begun(&typed.text);
        let Some(words) = ways.last().filter(|words| !words.is_empty() && typed.limit > 0) else {
            return Ok(Vec::new());
        };
        let searcher = self.reader.searcher();
        let query = Query {
            chosen: typed.facets.clone(),
            once: typed.once.clone(),
            // Some titles occur twice and are shown once.
            limit: typed.limit * 2,
            ..Query::default()
        };
        for words in &ways {
            let begun = begun(&searcher, words, &self.collector(&query)).map_err(unavailable)?;
            if begun.total > 0 {
                return self.titles(&searcher, begun, typed);
            }
        }
        if typed.begun {
            return Ok(Vec::new());
        }
        let builder = |effort| Builder { fields: &self.fields, searcher: &searcher, effort };
        let ask = |asked| self.titles(&searcher, self.gather(&searcher, asked, &query)?, typed);
        let none = Arc::default();
        let all = analysis::all_words(&typed.text);
        let units = typed.synonyms.as_ref().unwrap_or(&none).units(&all, true);
        if units.iter().any(|unit| !unit.others.is_empty()) {
            let meant = ask(builder(Effort::Strict).meant(&units))?;
            if !meant.is_empty() {
                return Ok(meant);
            }
        }
        ask(builder(Effort::Forgiving).nearly_begun(words))
    }

    /// Makes what was committed visible to the next question.
    pub(crate) fn reload(&self) -> Result<()> {
        self.reader.reload().map_err(unavailable)?;
        self.shelf.keep(self.reader.searcher().segment_readers()).map_err(unavailable)
    }

    fn gather(&self, searcher: &Searcher, found: Box<dyn Engine>, query: &Query) -> Result<Gathered> {
        let asked = demanding(found, &self.fields, &query.facets);
        searcher.search(asked.as_ref(), &self.collector(query)).map_err(unavailable)
    }

    fn collector<'a>(&'a self, query: &'a Query) -> Gather<'a> {
        Gather {
            fields: self.fields,
            shelf: &self.shelf,
            keep: query.offset + query.limit + 1,
            chosen: &query.chosen,
            count: query.count,
            once: query.once.as_deref(),
            boosts: &query.boosts,
        }
    }

    fn page(&self, searcher: &Searcher, found: Gathered, query: &Query, relaxed: bool) -> Result<Hits> {
        let more = found.best.len() > query.offset + query.limit;
        let mut hits = Vec::with_capacity(query.limit.min(found.best.len()));
        for Ranked { score, address, .. } in found.best.into_iter().skip(query.offset).take(query.limit) {
            let stored = searcher.doc::<TantivyDocument>(address).map_err(unavailable)?;
            if let Some(id) = text_of(&stored, self.fields.id) {
                hits.push(Hit { id, score });
            }
        }
        let counts = if query.count { self.shelf.named(&found.counts) } else { Default::default() };
        Ok(Hits { hits, total: found.total, more, relaxed, counts })
    }

    /// The titles of what was found, each once.
    fn titles(&self, searcher: &Searcher, found: Gathered, typed: &Typed) -> Result<Vec<Suggestion>> {
        let [lv, en] = self.fields.shown;
        let order = if typed.locale == Locale::Lv { [lv, en] } else { [en, lv] };
        let mut suggestions: Vec<Suggestion> = Vec::new();
        for ranked in found.best {
            let stored = searcher.doc::<TantivyDocument>(ranked.address).map_err(unavailable)?;
            let title = order.iter().find_map(|field| text_of(&stored, *field));
            if let (Some(id), Some(title)) = (text_of(&stored, self.fields.id), title)
                && !suggestions.iter().any(|known| known.title == title)
            {
                suggestions.push(Suggestion { id, title });
            }
            if suggestions.len() == typed.limit {
                break;
            }
        }
        Ok(suggestions)
    }
}

fn text_of(document: &TantivyDocument, field: Field) -> Option<String> {
    document.get_first(field)?.as_str().map(str::to_owned)
}
