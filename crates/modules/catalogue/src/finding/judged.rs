//! The judged queries: how good the ranking is, measured against what people think should be found.

use super::find::{FindServices, find_services};
use crate::ensure_sample::{offer, put_imported, sample_description};
use crate::store::services;
use crate::{ClientCircle, Fee, Keywords, SearchIndex, ServiceState, Territory, policy};
use kernel::{Channel, Error, InstitutionId, LangText, PageRequest, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use storage::{Read, Write};

/// So many places count.
const DEPTH: usize = 10;

/// An invented service of the corpus; its texts were written for the measurement.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    holder: String,
    name: LangText,
    summary: LangText,
    #[serde(default)]
    keywords: Vec<String>,
    client_circle: ClientCircle,
    channels: Vec<Channel>,
    #[serde(default)]
    life_events: Vec<String>,
}

/// A query with the services that should be found.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JudgedQuery {
    /// The words as somebody would type them.
    pub query: String,
    /// What it stands for: `everyday`, `inflected`, `plain` (without diacritics), `typo`, `synonym`, `wrong-word`,
    /// `unfinished`, `question`, `english`.
    pub kind: String,
    /// Grade, 1 to 3, by label of a pilot service or key of the corpus; everything else is 0.
    pub grades: BTreeMap<String, u8>,
}

/// What one query reached.
#[derive(Debug, Clone, PartialEq)]
pub struct QueryScore {
    /// The words.
    pub query: String,
    /// What it stands for.
    pub kind: String,
    /// nDCG of its first ten places.
    pub ndcg: f64,
    /// What was found, as labels and keys.
    pub found: Vec<String>,
}

/// What all queries reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The mean of their nDCG.
    pub mean: f64,
    /// Each query.
    pub queries: Vec<QueryScore>,
}

/// The judged queries.
///
/// # Errors
/// Internal when the content cannot be read.
pub fn judged_queries() -> Result<Vec<JudgedQuery>> {
    Ok(serde_json::from_str(include_str!("../../content/judged/queries.json"))?)
}

/// A service that is invented for a test or a measurement, and says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleService {
    /// Its external identifier; the same again replaces it.
    pub external_id: String,
    /// Who answers for it.
    pub holder: InstitutionId,
    /// Its name.
    pub name: LangText,
    /// Short description.
    pub summary: LangText,
    /// Other words for it.
    pub keywords: Vec<String>,
    /// Who may receive it.
    pub client_circle: ClientCircle,
    /// Where it is given.
    pub territory: Territory,
    /// By which channels.
    pub channels: Vec<Channel>,
    /// Life situations.
    pub life_events: Vec<String>,
}

/// Puts an invented service into the catalogue, public at once; returns its code.
///
/// # Errors
/// Forbidden for everybody but the platform; not found for an unknown holder.
pub async fn put_sample_service(tx: &mut Write, sample: SampleService) -> Result<String> {
    policy::may_import(tx.caller())?;
    let mut description = sample_description(sample.holder, sample.name, sample.summary);
    description.keywords = Keywords { lv: sample.keywords, en: Vec::new() };
    description.client_circle = sample.client_circle;
    description.territory = sample.territory;
    description.channels = sample.channels.iter().map(|channel| offer(*channel, Fee::Free)).collect();
    description.life_events = sample.life_events;
    put_imported(tx, &sample.external_id, sample.holder, description).await.map(|(code, _)| code)
}

/// The corpus of the judged queries, with each entry's holder, as samples.
///
/// # Errors
/// Not found when the reference institutions are not installed.
pub async fn judged_corpus(tx: &Read) -> Result<Vec<SampleService>> {
    let entries: Vec<Entry> = serde_json::from_str(include_str!("../../content/judged/corpus.json"))?;
    let mut samples = Vec::new();
    for entry in entries {
        let found = institutions::by_code(tx, &entry.holder).await?;
        let holder = found.ok_or_else(|| Error::not_found("institution").arg("code", &entry.holder))?.id;
        samples.push(SampleService {
            external_id: format!("{KEY}{}", entry.key),
            holder,
            name: entry.name,
            summary: entry.summary,
            keywords: entry.keywords,
            client_circle: entry.client_circle,
            territory: Territory::WholeCountry,
            channels: entry.channels,
            life_events: entry.life_events,
        });
    }
    Ok(samples)
}

/// Puts the services of the corpus into the catalogue, marked as invented; returns how many there are. For tests and
/// measurements; no command of the program does it.
///
/// # Errors
/// Forbidden for everybody but the platform; not found when the reference institutions are not installed.
pub async fn install_judged_corpus(tx: &mut Write) -> Result<usize> {
    let samples = judged_corpus(tx).await?;
    let count = samples.len();
    for sample in samples {
        put_sample_service(tx, sample).await?;
    }
    Ok(count)
}

/// Asks every judged query and grades the first ten places.
///
/// # Errors
/// Unavailable when the index or the database cannot be used.
pub async fn judge(tx: &Read, index: &SearchIndex) -> Result<Judged> {
    let mut queries = Vec::new();
    for judged in judged_queries()? {
        let find = FindServices {
            words: judged.query.clone(),
            states: vec![ServiceState::Open],
            chosen: super::Chosen::default(),
            page: PageRequest::first(DEPTH as u64),
        };
        let items = find_services(tx, index, &find).await?.page.items;
        let codes: Vec<String> = items.into_iter().map(|item| item.code).collect();
        let found = labels(tx, &codes).await?;
        let grades: Vec<u8> = found.iter().map(|label| judged.grades.get(label).copied().unwrap_or(0)).collect();
        let all: Vec<u8> = judged.grades.values().copied().collect();
        let ndcg = search::ndcg(&grades, &all, DEPTH);
        queries.push(QueryScore { query: judged.query, kind: judged.kind, ndcg, found });
    }
    let mean = queries.iter().map(|query| query.ndcg).sum::<f64>() / queries.len().max(1) as f64;
    Ok(Judged { mean, queries })
}

/// The labels of pilot services and the keys of the corpus, in the order of the codes.
async fn labels(tx: &Read, codes: &[String]) -> Result<Vec<String>> {
    let rows = services::by_codes(tx, codes).await?;
    let label = |code: &String| {
        let row = rows.iter().find(|row| row.code == *code)?;
        let key = row.external_id.as_deref().and_then(|id| id.strip_prefix(KEY)).map(str::to_owned);
        Some(row.pilot.clone().or(key).unwrap_or_else(|| code.clone()))
    };
    Ok(codes.iter().filter_map(label).collect())
}

/// What an external identifier of the corpus begins with.
const KEY: &str = "judged:";
