//! The index: opening it and asking it.
use std::path::PathBuf;
use std::sync::Mutex;

use kernel::{Error, Locale, Result};
use tantivy::collector::TopDocs;
use tantivy::directory::MmapDirectory;
use tantivy::schema::{Field, Value};
use tantivy::{DocAddress, IndexReader, ReloadPolicy, Searcher, TantivyDocument};

use crate::errors::unavailable;
use crate::fields::{Fields, schema};
use crate::model::{Hit, Hits, Query, Suggestion};
use crate::query::{Effort, build, prefix_of_title};
use crate::{analysis, write};

/// Where an index lives.
#[derive(Clone, Debug)]
pub enum Location {
    /// In the memory of this process.
    Ram,
    /// In files of a directory, which must exist.
    Dir(PathBuf),
}

/// A searchable index. Share it behind an `Arc`; searching needs no lock.
pub struct Index {
    pub(crate) inner: tantivy::Index,
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    /// One writer at a time: the engine allows no second one.
    pub(crate) writing: Mutex<()>,
}

impl Index {
    /// Opens or creates an index. Fails with "unavailable" when the directory cannot be used.
    pub fn open(location: Location) -> Result<Self> {
        let (schema, fields) = schema();
        let inner = match location {
            Location::Ram => tantivy::Index::create_in_ram(schema),
            Location::Dir(path) => {
                let directory =
                    MmapDirectory::open(path).map_err(|e| Error::unavailable("search-unavailable").source(e))?;
                tantivy::Index::open_or_create(directory, schema).map_err(unavailable)?
            }
        };
        analysis::register(inner.tokenizers());
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(unavailable)?;
        Ok(Self { inner, reader, fields, writing: Mutex::new(()) })
    }

    /// Makes all the changes visible together.
    pub fn apply(&self, changes: &[crate::Change]) -> Result<()> {
        write::apply(self, changes)
    }

    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Finds documents; tries harder (a typing error per word, then missing words) only when the words as typed find nothing.
    pub fn search(&self, query: &Query) -> Result<Hits> {
        let words = analysis::words(&query.text);
        if words.is_empty() || query.limit == 0 {
            return Ok(Hits::default());
        }
        let searcher = self.reader.searcher();
        for effort in [Effort::Strict, Effort::Forgiving, Effort::Any] {
            let asked = build(&self.fields, query, &words, effort);
            let top = top(&searcher, asked.as_ref(), query.limit + 1, query.offset)?;
            let found_before = query.offset > 0 && top.is_empty() && !top_is_empty(&searcher, asked.as_ref())?;
            if !top.is_empty() || found_before {
                return self.page(&searcher, top, query.limit, effort != Effort::Strict);
            }
        }
        Ok(Hits::default())
    }

    /// Titles in which a word starts with each of the words typed so far.
    pub fn suggest(&self, prefix: &str, locale: Locale, limit: usize) -> Result<Vec<Suggestion>> {
        let words = analysis::words(prefix);
        if words.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let searcher = self.reader.searcher();
        let asked = prefix_of_title(&self.fields, &words);
        let [lv, en] = self.fields.shown;
        let order = if locale == Locale::Lv { [lv, en] } else { [en, lv] };
        let mut suggestions = Vec::new();
        for (_, address) in top(&searcher, asked.as_ref(), limit, 0)? {
            let stored = searcher.doc::<TantivyDocument>(address).map_err(unavailable)?;
            let title = order.iter().find_map(|field| text_of(&stored, *field));
            if let (Some(id), Some(title)) = (text_of(&stored, self.fields.id), title) {
                suggestions.push(Suggestion { id, title });
            }
        }
        Ok(suggestions)
    }

    fn page(&self, searcher: &Searcher, top: Vec<(f32, DocAddress)>, limit: usize, relaxed: bool) -> Result<Hits> {
        let more = top.len() > limit;
        let mut hits = Vec::with_capacity(top.len().min(limit));
        for (score, address) in top.into_iter().take(limit) {
            let stored = searcher.doc::<TantivyDocument>(address).map_err(unavailable)?;
            if let Some(id) = text_of(&stored, self.fields.id) {
                hits.push(Hit { id, score });
            }
        }
        Ok(Hits { hits, more, relaxed })
    }
}

fn top(
    searcher: &Searcher,
    query: &dyn tantivy::query::Query,
    limit: usize,
    offset: usize,
) -> Result<Vec<(f32, DocAddress)>> {
    let collector = TopDocs::with_limit(limit).and_offset(offset).order_by_score();
    searcher.search(query, &collector).map_err(unavailable)
}

fn top_is_empty(searcher: &Searcher, query: &dyn tantivy::query::Query) -> Result<bool> {
    Ok(top(searcher, query, 1, 0)?.is_empty())
}

fn text_of(document: &TantivyDocument, field: Field) -> Option<String> {
    document.get_first(field)?.as_str().map(str::to_owned)
}
