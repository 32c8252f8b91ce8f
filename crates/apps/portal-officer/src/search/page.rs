//! Context of the page of the search's rules.

use crate::parts::{Choice, seen_revision, service_names};
use catalogue::{BoostLine, SearchIndex, SynonymLine, TriedService};
use kernel::{Result, SearchRuleId};
use serde::Serialize;
use std::sync::Arc;
use storage::Read;
use web_kit::{Fields, FormErrors, Visit};

/// So many rules of a kind are shown at once; the box above finds the others.
const SHOWN: usize = 100;

/// Context of `work/search/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SearchPage {
    /// The query that is tried.
    pub(super) q: String,
    pub(super) tried: Vec<Tried>,
    /// Which rules are shown: those with this text.
    pub(super) find: String,
    pub(super) synonyms: Vec<Synonym>,
    pub(super) boosts: Vec<Boost>,
    /// How many more there are of both kinds than are shown.
    pub(super) more: usize,
    /// Whether there is no rule at all.
    pub(super) bare: bool,
    pub(super) ways: Vec<Choice>,
    pub(super) synonym: TypedSynonym,
    pub(super) boost: TypedBoost,
    pub(super) errors: FormErrors,
}

/// A service and its place with the rules and without them.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tried {
    pub(super) href: String,
    pub(super) code: String,
    pub(super) name: String,
    pub(super) with: Option<usize>,
    pub(super) without: Option<usize>,
    /// `up`, `down`, `new`, `gone` or `same`.
    pub(super) moved: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Synonym {
    pub(super) words: String,
    pub(super) means: String,
    pub(super) two_way: bool,
    pub(super) revision: i64,
    pub(super) change: String,
    pub(super) remove: String,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Boost {
    pub(super) service: String,
    pub(super) name: String,
    pub(super) words: String,
    pub(super) percent: i32,
    pub(super) revision: i64,
    pub(super) change: String,
    pub(super) remove: String,
}

/// What was typed into the form of a synonym.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedSynonym {
    /// The rule that is changed; empty for a new one.
    pub(super) id: String,
    pub(super) revision: i64,
    pub(super) words: String,
    pub(super) means: String,
    /// `both` or `one`.
    pub(super) way: String,
}

/// What was typed into the form of a boost.
#[derive(Debug, Clone, Default, Serialize)]
pub struct TypedBoost {
    pub(super) id: String,
    pub(super) revision: i64,
    pub(super) service: String,
    pub(super) words: String,
    pub(super) percent: String,
}

impl SearchPage {
    /// Reads the rules, tries the query, and fills a form with the rule that is to be changed.
    pub async fn read(visit: &Visit, tx: &Read, asked: &Fields) -> Result<Self> {
        let (q, find) = (asked.text("q").to_owned(), asked.text("find").to_owned());
        let synonyms = catalogue::synonyms(tx).await?;
        let boosts = catalogue::boosts(tx).await?;
        let tried = if q.is_empty() {
            Vec::new()
        } else {
            let index = visit.state().part::<Arc<SearchIndex>>()?;
            catalogue::try_query(tx, index, &q).await?.into_iter().map(|one| tried(visit, one)).collect()
        };
        let names =
            service_names(tx, visit.locale(), boosts.iter().map(|boost| boost.service.clone()).collect()).await?;
        let (bare, edit) = (synonyms.is_empty() && boosts.is_empty(), asked.text("edit"));
        let fits = |text: &str| find.is_empty() || text.to_lowercase().contains(&find.to_lowercase());
        let synonym = synonyms.iter().find(|line| line.id.to_string() == edit).map(typed_synonym);
        let boost = boosts.iter().find(|line| line.id.to_string() == edit).map(typed_boost);
        let mut synonyms: Vec<Synonym> = synonyms.into_iter().map(|line| synonym_line(visit, line)).collect();
        synonyms.retain(|line| fits(&line.words) || fits(&line.means));
        let named = |line: BoostLine| {
            let name = names.get(&line.service).cloned().unwrap_or_default();
            boost_line(visit, line, name)
        };
        let mut boosts: Vec<Boost> = boosts.into_iter().map(named).collect();
        boosts.retain(|line| fits(&line.words) || fits(&line.name) || fits(&line.service));
        boosts.sort_by_cached_key(|line| (kernel::sort_key(&line.name), kernel::sort_key(&line.words)));
        let more = synonyms.len().saturating_sub(SHOWN) + boosts.len().saturating_sub(SHOWN);
        synonyms.truncate(SHOWN);
        boosts.truncate(SHOWN);
        let way = |word: &str| Choice::new(word, visit.text(&format!("work-search-way-{word}")));
        Ok(Self {
            q,
            tried,
            find,
            synonyms,
            boosts,
            more,
            bare,
            ways: vec![way("one"), way("both")],
            synonym: synonym.unwrap_or_else(|| TypedSynonym { way: "one".to_owned(), ..TypedSynonym::default() }),
            boost: boost.unwrap_or_else(|| TypedBoost { percent: "150".to_owned(), ..TypedBoost::default() }),
            errors: FormErrors::none(),
        })
    }
}

/// The rule that a form is about, with the revision that was seen; none for a new one.
pub(super) fn known(sent: &Fields) -> Result<Option<(SearchRuleId, i64)>> {
    let id = sent.text("id");
    if id.is_empty() {
        return Ok(None);
    }
    Ok(Some((rule(id)?, seen_revision(sent))))
}

/// The id of a rule in an address or a form.
pub(super) fn rule(id: &str) -> Result<SearchRuleId> {
    id.parse().map_err(|_| kernel::Error::not_found("search-rule"))
}

fn tried(visit: &Visit, tried: TriedService) -> Tried {
    let moved = match (tried.with, tried.without) {
        (Some(_), None) => "new",
        (None, _) => "gone",
        (Some(with), Some(without)) if with < without => "up",
        (Some(with), Some(without)) if with > without => "down",
        _ => "same",
    };
    Tried {
        href: visit.url(&format!("/services/{}", tried.service.code)),
        name: tried.service.name.get(visit.locale()).to_owned(),
        code: tried.service.code,
        with: tried.with,
        without: tried.without,
        moved,
    }
}

fn typed_synonym(line: &SynonymLine) -> TypedSynonym {
    TypedSynonym {
        id: line.id.to_string(),
        revision: line.revision,
        words: line.words.join("\n"),
        means: line.means.join("\n"),
        way: if line.two_way { "both" } else { "one" }.to_owned(),
    }
}

fn typed_boost(line: &BoostLine) -> TypedBoost {
    TypedBoost {
        id: line.id.to_string(),
        revision: line.revision,
        service: line.service.clone(),
        words: line.words.clone(),
        percent: line.percent.to_string(),
    }
}

fn synonym_line(visit: &Visit, line: SynonymLine) -> Synonym {
    Synonym {
        words: line.words.join(", "),
        means: line.means.join(", "),
        two_way: line.two_way,
        revision: line.revision,
        change: visit.url(&format!("/work/search?edit={}#synonym", line.id)),
        remove: visit.url(&format!("/work/search/synonyms/{}/remove", line.id)),
    }
}

fn boost_line(visit: &Visit, line: BoostLine, name: String) -> Boost {
    Boost {
        service: line.service,
        name,
        words: line.words,
        percent: line.percent,
        revision: line.revision,
        change: visit.url(&format!("/work/search?edit={}#boost", line.id)),
        remove: visit.url(&format!("/work/search/boosts/{}/remove", line.id)),
    }
}
