//! Other words for what people type: editors add, change and remove them.

use super::keeping::{changed, first, next, still_there};
use crate::events::{SEARCH_SYNONYM_REMOVED, SEARCH_SYNONYM_SET};
use crate::policy;
use crate::store::finding::synonyms as rows;
use kernel::{Error, Result, SearchRuleId, sort_key};
use search::Synonym;
use storage::{Read, Write};

/// So many rules at most: all of them are held in memory.
pub const MOST_SYNONYMS: u64 = 2000;

/// Most phrases on one side of a rule, and longest phrase in characters.
const MOST_PHRASES: usize = 20;
const LONGEST: usize = 80;

/// A rule as editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymLine {
    /// Its id.
    pub id: SearchRuleId,
    /// What people type.
    pub words: Vec<String>,
    /// What is searched for as well.
    pub means: Vec<String>,
    /// Whether all the phrases mean the same.
    pub two_way: bool,
    /// Counts its changes, from 1.
    pub revision: i64,
}

impl SynonymLine {
    pub(crate) fn rule(self) -> Synonym {
        Synonym { words: self.words, means: self.means, two_way: self.two_way }
    }
}

/// A rule to add or change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetSynonym {
    /// Which one, with the revision the editor saw; none for a new one.
    pub known: Option<(SearchRuleId, i64)>,
    /// Phrases people type, separated by commas or lines.
    pub words: String,
    /// Phrases that are searched for as well.
    pub means: String,
    /// Whether all the phrases mean the same; otherwise only `words` lead to `means`.
    pub two_way: bool,
}

/// The rules in force, in the order of the alphabet.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn synonyms(tx: &Read) -> Result<Vec<SynonymLine>> {
    policy::may_tune_search(tx.caller())?;
    let mut lines = rows::present(tx).await?;
    lines.sort_by_cached_key(|line| sort_key(&line.words.join(" ")));
    Ok(lines)
}

/// Adds or changes a rule; searches use it from the commit on, in every process.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; not found; stale when somebody else changed it meanwhile;
/// invalid without phrases on both sides, with too many or too long ones.
pub async fn set_synonym(tx: &mut Write, input: SetSynonym) -> Result<SearchRuleId> {
    policy::may_tune_search(tx.caller())?;
    let (words, means) = phrases(&input)?;
    let (id, revision) = match input.known {
        Some(known) => next(known, rows::find(tx, known.0).await?.map(|line| line.revision))?,
        None => first(tx, rows::present(tx).await?.len(), MOST_SYNONYMS)?,
    };
    put(tx, SynonymLine { id, words, means, two_way: input.two_way, revision }).await?;
    Ok(id)
}

/// Writes a rule with its event.
pub(super) async fn put(tx: &mut Write, line: SynonymLine) -> Result<()> {
    still_there(rows::write(tx, &line).await?)?;
    changed(tx, line.id, SEARCH_SYNONYM_SET, line.revision).await
}

/// Removes a rule.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators; not found; stale when somebody else changed it meanwhile.
pub async fn remove_synonym(tx: &mut Write, id: SearchRuleId, revision: i64) -> Result<()> {
    policy::may_tune_search(tx.caller())?;
    next((id, revision), rows::find(tx, id).await?.map(|line| line.revision))?;
    still_there(rows::remove(tx, id, revision).await?)?;
    changed(tx, id, SEARCH_SYNONYM_REMOVED, revision).await
}

/// Both sides, read from what was typed; everything that is wrong is told at once.
fn phrases(input: &SetSynonym) -> Result<(Vec<String>, Vec<String>)> {
    let mut wrong = Error::invalid("form-has-errors");
    let mut faulty = false;
    let mut side = |name: &'static str, text: &str| {
        let list = list(text);
        let key = match list.len() {
            0 => Some("search-phrases-missing"),
            1..=MOST_PHRASES if list.iter().all(|phrase| phrase.chars().count() <= LONGEST) => None,
            _ => Some("search-phrases-many"),
        };
        if let Some(key) = key {
            wrong = std::mem::replace(&mut wrong, Error::invalid("form-has-errors")).field(name, key);
            faulty = true;
        }
        list
    };
    let sides = (side("words", &input.words), side("means", &input.means));
    if faulty { Err(wrong) } else { Ok(sides) }
}

/// Phrases that were typed with commas, semicolons or line ends between them; those without a letter or digit are none.
fn list(text: &str) -> Vec<String> {
    let mut phrases: Vec<String> = Vec::new();
    for phrase in text.split([',', ';', '\n', '\r']).map(str::trim) {
        let phrase = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
        if phrase.chars().any(char::is_alphanumeric) && !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}
