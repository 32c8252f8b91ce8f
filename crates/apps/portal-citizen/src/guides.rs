//! Life situations, news and help articles found beside the services (POR-14). They are few by their nature, so each
//! process keeps them in memory, and brings them up to date when the tables say that something changed.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use catalogue::{LifeSituation, SearchIndex, SituationText};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{ErrorKind, LangText, Locale, PageRequest, Result};
use knowledge::{ArticleKind, ArticleLine, Audience};
use search::{Change, Document, Index, Location, Query};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// Articles that begin or end by the clock change no row: after so long everything is read again.
const LONGEST: TimeDelta = TimeDelta::seconds(60);
/// Articles of a kind that can be found, newest first.
const MOST: usize = 2000;
/// So many are shown above the services.
const SHOWN: usize = 4;

/// The index of life situations and public articles.
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

/// The newest change of a life situation and of an article.
type Newest = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);

#[derive(Clone, PartialEq)]
struct Guide {
    /// Key of the word for what it is.
    kind: &'static str,
    title: LangText,
    document: Document,
}

/// A guide that was found.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct GuideLine {
    pub(crate) href: String,
    pub(crate) title: String,
    /// Key of the word for what it is.
    pub(crate) kind: &'static str,
}

impl GuideLine {
    /// Invented lines.
    pub(crate) fn samples(locale: Locale) -> Vec<Self> {
        let line =
            |path: &str, title: &str, kind| Self { href: format!("/{locale}{path}"), title: title.to_owned(), kind };
        vec![
            line("/life/x", "Bērna gaidīšana <un> piedzimšana", "guides-life"),
            line("/help/x", "Kā pieteikties", "guides-help"),
        ]
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

    /// Brings it up to date. Two rows are read when nothing changed.
    ///
    /// # Errors
    /// Unavailable when the database or the index cannot be used.
    pub async fn refresh(&self, tx: &Read) -> Result<()> {
        let newest = (catalogue::situations_changed(tx).await?, knowledge::articles_changed(tx).await?);
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

    /// The best few for these words, by the synonyms of the services; none when the words are not found as typed.
    pub(crate) async fn find(
        &self,
        tx: &Read,
        services: &SearchIndex,
        visit: &Visit,
        words: &str,
    ) -> Result<Vec<GuideLine>> {
        let synonyms = Some(services.synonyms(tx).await?);
        let hits = self.index.search(&Query { synonyms, ..Query::new(words, SHOWN) })?;
        if hits.relaxed {
            return Ok(Vec::new());
        }
        let known = self.known();
        let line = |path: &String| {
            let guide = known.guides.get(path)?;
            let title = guide.title.get(visit.locale()).to_owned();
            Some(GuideLine { href: visit.url(path), title, kind: guide.kind })
        };
        Ok(hits.hits.iter().filter_map(|hit| line(&hit.id)).collect())
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn read(tx: &Read) -> Result<BTreeMap<String, Guide>> {
    let mut guides = BTreeMap::new();
    for line in catalogue::list_situations(tx, None).await? {
        match catalogue::situation(tx, &line.slug).await {
            Ok(situation) => drop(guides.insert(format!("/life/{}", line.slug), of_situation(&situation))),
            // It was withdrawn just now.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    for kind in ArticleKind::ALL {
        for line in articles(tx, *kind).await? {
            let path = format!("/{}/{}", kind.as_str(), line.slug);
            guides.insert(path.clone(), of_article(path, line));
        }
    }
    Ok(guides)
}

async fn articles(tx: &Read, kind: ArticleKind) -> Result<Vec<ArticleLine>> {
    let (mut lines, mut after) = (Vec::new(), None);
    while lines.len() < MOST {
        let asked = PageRequest::new(PageRequest::MAX, after);
        let page = knowledge::list_articles(tx, kind, Audience::Public, &asked).await?;
        lines.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(lines)
}

fn of_situation(situation: &LifeSituation) -> Guide {
    let SituationText { title, summary, steps, keywords, .. } = situation.text.as_ref();
    let mut document = titled(Document::new(format!("/life/{}", situation.slug)), title);
    for words in [&keywords.lv, &keywords.en] {
        if !words.is_empty() {
            document = document.keyword(words.join(", "));
        }
    }
    let said = [summary].into_iter().chain(steps.iter().map(|step| &step.title));
    let document = said.flat_map(LangText::languages).fold(document, |document, (_, text)| document.body(text));
    Guide { kind: "guides-life", title: title.clone(), document }
}

fn of_article(path: String, line: ArticleLine) -> Guide {
    let document = titled(Document::new(path), &line.title);
    let document = line.lead.languages().fold(document, |document, (_, text)| document.body(text));
    let kind = match line.kind {
        ArticleKind::News => "guides-news",
        ArticleKind::Help => "guides-help",
    };
    Guide { kind, title: line.title, document }
}

fn titled(document: Document, title: &LangText) -> Document {
    let titles = [(Locale::Lv, &title.lv), (Locale::En, &title.en)].into_iter().filter(|(_, text)| !text.is_empty());
    titles.fold(document, |document, (locale, text)| document.title(locale, text))
}
