//! Life situations, news, help articles and institutions found beside the services (POR-14). They are few by their
//! nature, so each process keeps them in memory, and brings them up to date when the tables say that something changed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use catalogue::SearchIndex;
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Cursor, Error, InstitutionId, LangText, Locale, Page, PageRequest, Result};
use search::analysis::holds;
use search::{Change, Document, Facet, Index, Location, Query, Synonyms, Typed};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

use self::read::read;
use crate::names::foreign;

mod read;

/// Articles that begin or end by the clock change no row: after so long everything is read again.
const LONGEST: TimeDelta = TimeDelta::seconds(60);
/// So many are shown above the services.
const SHOWN: usize = 4;
/// So many institutions whose name or code the words are stand before them, of so many that have the words.
const NAMED: usize = 2;
const LOOKED_AT: usize = 8;
/// What any of the words names is offered as far as it fits at least this well beside the best of it.
const NEAR_BEST: f32 = 0.5;
/// Nobody reads further; a cursor beyond it is not one of ours.
const FURTHEST: usize = 10_000;
/// Name of the facet that tells the groups apart.
const GROUP: &str = "group";

/// What is looked for by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum GuideGroup {
    /// Life situations.
    Life,
    /// News and help.
    Articles,
    /// Institutions.
    Institutions,
}

impl GuideGroup {
    const ALL: [Self; 3] = [Self::Life, Self::Articles, Self::Institutions];

    /// The facet of its documents.
    fn facet(self) -> Facet {
        let word = match self {
            Self::Life => "life",
            Self::Articles => "articles",
            Self::Institutions => "institutions",
        };
        Facet::new(GROUP, word)
    }
}

/// The index of life situations, public articles and institutions.
pub struct GuideIndex {
    index: Index,
    known: Mutex<Known>,
}

/// What the index holds.
#[derive(Default)]
struct Known {
    /// The newest change in it, and when it was read.
    seen: Option<(Newest, DateTime<Utc>)>,
    /// By path.
    guides: BTreeMap<String, Guide>,
}

/// The newest change of a life situation, of an article and of an institution.
type Newest = [Option<DateTime<Utc>>; 3];

#[derive(Clone, PartialEq)]
struct Guide {
    /// Key of the word for what it is.
    kind: &'static str,
    title: LangText,
    lead: LangText,
    /// Since when news are shown.
    at: Option<DateTime<Utc>>,
    institution: Option<InstitutionId>,
    document: Document,
}

/// A guide that was found.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GuideLine {
    pub(crate) href: String,
    pub(crate) title: String,
    /// The language of the title, where it is not that of the page.
    pub(crate) lang: Option<&'static str>,
    pub(crate) lead: String,
    /// Since when news are shown.
    pub(crate) at: Option<DateTime<Utc>>,
    /// Key of the word for what it is.
    pub(crate) kind: &'static str,
    /// The institution, where it is one.
    #[serde(skip)]
    pub(crate) institution: Option<InstitutionId>,
}

/// What stands above the services.
#[derive(Default)]
pub(crate) struct Beside {
    /// The institution that the words name, and the best few life situations and articles.
    pub(crate) lines: Vec<GuideLine>,
    /// Whether they are only life situations that some of the words name, so that they may be meant.
    pub(crate) perhaps: bool,
    /// How many of each group have the words.
    pub(crate) counts: BTreeMap<GuideGroup, u64>,
    /// How many of the lines are institutions.
    institutions: u64,
}

/// A page of one group.
pub(crate) struct FoundGuides {
    pub(crate) page: Page<GuideLine>,
    pub(crate) total: u64,
    /// Whether the words were not found as typed and similar ones are shown instead.
    pub(crate) relaxed: bool,
}

impl GuideLine {
    /// Invented lines.
    pub(crate) fn samples(locale: Locale) -> Vec<Self> {
        let line = |path: &str, title: &str, kind, lang, at| Self {
            href: format!("/{locale}{path}"),
            title: title.to_owned(),
            lang,
            lead: "Īsi par to <visu>.".to_owned(),
            at,
            kind,
            institution: None,
        };
        vec![
            line("/life/x", "Bērna gaidīšana <un> piedzimšana", "guides-life", None, None),
            line("/help/x", "How to apply", "guides-help", Some("en"), None),
            line("/news/x", "Jauna iespēja", "guides-news", None, Some(DateTime::UNIX_EPOCH)),
        ]
    }
}

impl Beside {
    /// How many life situations and articles have all the words, and how many institutions they name.
    pub(crate) fn pages(&self) -> u64 {
        let of = |group| self.counts.get(&group).copied().unwrap_or_default();
        of(GuideGroup::Life) + of(GuideGroup::Articles) + self.institutions
    }
}

impl GuideIndex {
    /// An empty one; [`Self::refresh`] fills it.
    ///
    /// # Errors
    /// Unavailable when there is no memory for it.
    pub fn new() -> Result<Self> {
        Ok(Self { index: Index::open(Location::Ram)?, known: Mutex::default() })
    }

    /// Brings it up to date. Three rows are read when nothing changed.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn refresh(&self, tx: &Read) -> Result<()> {
        let newest = [
            catalogue::situations_changed(tx).await?,
            knowledge::articles_changed(tx).await?,
            institutions::institutions_changed(tx).await?,
        ];
        let now = tx.now();
        let fresh = |(seen, at): &(Newest, DateTime<Utc>)| *seen == newest && now.signed_duration_since(*at) < LONGEST;
        if self.known().seen.as_ref().is_some_and(fresh) {
            return Ok(());
        }
        let guides = read(tx).await?;
        let mut known = self.known();
        let gone = known.guides.keys().filter(|path| !guides.contains_key(*path)).cloned().map(Change::Remove);
        let new = guides.iter().filter(|(path, guide)| known.guides.get(*path) != Some(guide));
        let changes: Vec<Change> = gone.chain(new.map(|(_, guide)| Change::Upsert(guide.document.clone()))).collect();
        if !changes.is_empty() {
            self.index.apply(&changes)?;
        }
        *known = Known { seen: Some((newest, now)), guides };
        Ok(())
    }

    /// The institutions that these words name, the best few life situations and articles for them, by the synonyms of the
    /// services, and how many of each group there are. When the words are not found as typed, the life situations that
    /// some of the words name.
    pub(crate) async fn beside(&self, tx: &Read, services: &SearchIndex, visit: &Visit, words: &str) -> Result<Beside> {
        let chosen = vec![GuideGroup::Life.facet(), GuideGroup::Articles.facet()];
        let synonyms = Some(services.synonyms(tx).await?);
        let query = Query { synonyms: synonyms.clone(), chosen, count: true, ..Query::new(words, SHOWN) };
        let hits = self.index.search(&query)?;
        let count = |group: GuideGroup| Some((group, *hits.counts.get(&group.facet())?));
        let counts = match hits.relaxed {
            true => BTreeMap::new(),
            false => GuideGroup::ALL.into_iter().filter_map(count).collect(),
        };
        let some = counts.contains_key(&GuideGroup::Institutions);
        let mut lines = if some { self.institutions_named(visit, words)? } else { Vec::new() };
        let institutions = lines.len() as u64;
        if !hits.relaxed {
            lines.extend(self.lines(visit, hits.hits.iter().map(|hit| &hit.id)));
        }
        if !lines.is_empty() {
            return Ok(Beside { lines, perhaps: false, counts, institutions });
        }
        let facets = vec![GuideGroup::Life.facet()];
        let named = self.index.search(&Query { synonyms, facets, named: true, ..Query::new(words, SHOWN) })?.hits;
        let least = named.first().map_or(0.0, |best| best.score * NEAR_BEST);
        let near: Vec<_> = named.into_iter().filter(|hit| hit.score >= least).collect();
        let lines = self.lines(visit, near.iter().map(|hit| &hit.id));
        Ok(Beside { lines, perhaps: !near.is_empty(), counts, institutions })
    }

    /// The institutions whose whole name the words say, in any ending, or whose code they are. Others that only have the
    /// words would stand in the way of the services; they have a category of their own.
    fn institutions_named(&self, visit: &Visit, words: &str) -> Result<Vec<GuideLine>> {
        let facets = vec![GuideGroup::Institutions.facet()];
        let hits = self.index.search(&Query { facets, ..Query::new(words, LOOKED_AT) })?;
        let known = self.known();
        let is_named = |path: &String| {
            let title = known.guides.get(path).map(|guide| &guide.title);
            *path == path_of_code(words)
                || title.is_some_and(|title| title.languages().any(|(_, name)| holds(words, name)))
        };
        let named: Vec<String> = hits.hits.into_iter().map(|hit| hit.id).filter(is_named).take(NAMED).collect();
        drop(known);
        Ok(self.lines(visit, named.iter()))
    }

    /// A page of one group, by relevance; everything in its order where there are no words.
    ///
    /// # Errors
    /// Invalid `bad-cursor` for a cursor of another list; unavailable when the index cannot be used.
    pub(crate) async fn seek(
        &self,
        tx: &Read,
        services: &SearchIndex,
        visit: &Visit,
        (words, group): (&str, GuideGroup),
        page: &PageRequest,
    ) -> Result<FoundGuides> {
        let (offset, limit) = (offset(page)?, usize::try_from(page.limit()).unwrap_or(usize::MAX));
        let (synonyms, facets) = (Some(services.synonyms(tx).await?), vec![group.facet()]);
        let query = Query { synonyms, facets, all: true, offset, ..Query::new(words, limit) };
        let hits = self.index.search(&query)?;
        let further = offset + limit;
        let next = (hits.more && further < FURTHEST).then(|| Cursor::from_parts(&["guides", &further.to_string()]));
        let page = Page { items: self.lines(visit, hits.hits.iter().map(|hit| &hit.id)), next };
        Ok(FoundGuides { page, total: hits.total, relaxed: hits.relaxed })
    }

    /// The institution with this code, life situations and institutions whose titles begin with what was typed so far.
    /// With `similar`, those for when nothing else was found, also what means the same by these other words or is written
    /// nearly so. Only memory is read: it is asked at every letter.
    ///
    /// # Errors
    /// Unavailable when the index cannot be used.
    pub(crate) fn suggest(
        &self,
        visit: &Visit,
        text: &str,
        similar: Option<Arc<Synonyms>>,
        limit: usize,
    ) -> Result<Vec<GuideLine>> {
        let found = self.index.suggest(&Typed {
            text: text.to_owned(),
            locale: visit.locale(),
            facets: vec![GuideGroup::Life.facet(), GuideGroup::Institutions.facet()],
            begun: similar.is_none(),
            synonyms: similar,
            limit,
            ..Typed::default()
        })?;
        let mut paths: Vec<String> = found.into_iter().map(|one| one.id).collect();
        let code = path_of_code(text);
        if self.known().guides.contains_key(&code) && !paths.contains(&code) {
            paths.insert(0, code);
            paths.truncate(limit);
        }
        Ok(self.lines(visit, paths.iter()))
    }

    fn lines<'a>(&self, visit: &Visit, paths: impl Iterator<Item = &'a String>) -> Vec<GuideLine> {
        let (known, locale) = (self.known(), visit.locale());
        let line = |path: &String| {
            let guide = known.guides.get(path)?;
            Some(GuideLine {
                href: visit.url(path),
                title: guide.title.get(locale).to_owned(),
                lang: foreign(&guide.title, locale),
                lead: guide.lead.get(locale).to_owned(),
                at: guide.at,
                kind: guide.kind,
                institution: guide.institution,
            })
        };
        paths.filter_map(line).collect()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The path of the institution that has this code, if one has.
fn path_of_code(code: &str) -> String {
    format!("/institutions/{}", code.trim().to_uppercase())
}

/// Where a page begins.
fn offset(page: &PageRequest) -> Result<usize> {
    let Some(after) = &page.after else { return Ok(0) };
    let (list, offset): (String, usize) = after.two()?;
    if list == "guides" && offset < FURTHEST { Ok(offset) } else { Err(Error::invalid("bad-cursor")) }
}
