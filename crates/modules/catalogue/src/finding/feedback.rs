//! "Did you find what you were looking for?", and what editors learn from it.

use super::SearchMonth;
use super::tally::kept;
use crate::policy;
use crate::store::finding::{feedback as rows, months, queries};
use chrono::{DateTime, TimeDelta, Utc};
use kernel::{Error, Locale, Result};
use storage::{Read, Write};

/// Longest comment, in characters.
const LONGEST: usize = 500;
/// Answers are kept for this many days.
const KEPT_DAYS: i64 = 400;
/// Most lines of one list of the report.
const LINES: u64 = 50;

/// Somebody's answer. Who it was is not asked and not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GiveFeedback {
    /// The words that were searched for.
    pub query: String,
    /// How many services there were.
    pub results: u64,
    /// Whether they found it.
    pub found: bool,
    /// Code of the service they opened, if the page knows.
    pub opened: Option<String>,
    /// What they were looking for, in their words; may be empty.
    pub comment: String,
    /// Language of the page.
    pub locale: Locale,
}

/// Keeps the answer, without a person. Anybody may give one.
///
/// # Errors
/// Invalid for a comment that is too long or may hold personal data: longer numbers, addresses of e-mail.
pub async fn give_feedback(tx: &mut Write, input: GiveFeedback) -> Result<()> {
    let comment = input.comment.trim().to_owned();
    if comment.chars().count() > LONGEST {
        return Err(Error::invalid("form-has-errors").field("comment", "search-comment-long"));
    }
    // Each word by itself, so that only what may be somebody's data is refused and not the length.
    if comment.split_whitespace().any(|word| word.chars().any(char::is_alphanumeric) && kept(word).is_none()) {
        return Err(Error::invalid("form-has-errors").field("comment", "search-comment-personal"));
    }
    let query = kept(&input.query).unwrap_or_default();
    let opened = input.opened.filter(|code| code.len() <= 20 && code.bytes().all(|b| b.is_ascii_alphanumeric()));
    let (found, missed) = (i64::from(input.found), i64::from(!input.found));
    rows::insert(tx, &GiveFeedback { query, comment, opened, ..input }).await?;
    months::add(tx, &SearchMonth { found, missed, ..SearchMonth::of(tx.now()) }).await?;
    rows::forget_before(tx, tx.now() - TimeDelta::days(KEPT_DAYS)).await
}

/// A query and its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLine {
    /// The words.
    pub query: String,
    /// How often it was asked.
    pub searches: i64,
    /// How often it found nothing.
    pub empty: i64,
}

/// An answer as editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackLine {
    /// When.
    pub at: DateTime<Utc>,
    /// The words that were searched for.
    pub query: String,
    /// How many services there were.
    pub results: i64,
    /// Whether they found it.
    pub found: bool,
    /// Code of the service they opened.
    pub opened: Option<String>,
    /// What they were looking for.
    pub comment: String,
}

/// What editors learn of the last days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchReport {
    /// Most asked.
    pub frequent: Vec<AskedLine>,
    /// Most asked of those that found nothing.
    pub empty: Vec<AskedLine>,
    /// Newest answers; the bad ones are those to look at.
    pub feedback: Vec<FeedbackLine>,
}

/// What was asked and answered in the last `days`.
///
/// # Errors
/// Forbidden for everybody but the platform's administrators.
pub async fn search_report(tx: &Read, days: u16) -> Result<SearchReport> {
    policy::may_tune_search(tx.caller())?;
    let since = tx.now() - TimeDelta::days(i64::from(days));
    let day = kernel::riga_date(since);
    let line = |(query, searches, empty)| AskedLine { query, searches, empty };
    Ok(SearchReport {
        frequent: queries::most(tx, day, false, LINES).await?.into_iter().map(line).collect(),
        empty: queries::most(tx, day, true, LINES).await?.into_iter().map(line).collect(),
        feedback: rows::newest(tx, since, LINES).await?,
    })
}
