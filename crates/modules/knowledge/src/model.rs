//! An article: its text, as readers see it, and as its editors do.

use crate::{ArticleGap, ArticleKind, ArticleState, Audience};
use chrono::{DateTime, Utc};
use kernel::{ArticleId, InstitutionId, LangText};
use serde::{Deserialize, Serialize};

/// What an article says. A published version of it never changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArticleText {
    /// Title.
    pub title: LangText,
    /// What it is about, in a sentence or two.
    pub lead: LangText,
    /// The text: paragraphs, `## ` headings, `- ` lists, `[words](address)` links.
    pub body: LangText,
}

/// An article with the text that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// News or help.
    pub kind: ArticleKind,
    /// Its word in addresses.
    pub slug: String,
    /// For whom.
    pub audience: Audience,
    /// Whose it is.
    pub institution: InstitutionId,
    /// Draft, published, withdrawn.
    pub state: ArticleState,
    /// Number of the text that is shown, from 1.
    pub version: i32,
    /// Shown from.
    pub shown_from: DateTime<Utc>,
    /// Shown up to this instant, not including it; without end when none.
    pub shown_to: Option<DateTime<Utc>>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// How many found it helpful, and how many did not.
    pub votes: (i64, i64),
    /// The text.
    pub text: ArticleText,
}

/// An article as its editors see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleDraft {
    /// The article with its newest text, shown or not.
    pub article: Article,
    /// Number of that text.
    pub latest: i32,
    /// Counts every change: what an editor must have seen.
    pub revision: i64,
    /// Whether the newest text is not public yet.
    pub unpublished: bool,
    /// What it lacks.
    pub gaps: Vec<ArticleGap>,
}

/// A line of a list of articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Its id.
    pub id: ArticleId,
    /// News or help.
    pub kind: ArticleKind,
    /// Its word in addresses.
    pub slug: String,
    /// For whom.
    pub audience: Audience,
    /// Draft, published, withdrawn.
    pub state: ArticleState,
    /// Whose it is.
    pub institution: InstitutionId,
    /// Title.
    pub title: LangText,
    /// Lead.
    pub lead: LangText,
    /// Shown from.
    pub shown_from: DateTime<Utc>,
    /// Shown up to this instant.
    pub shown_to: Option<DateTime<Utc>>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// How many found it helpful, and how many did not.
    pub votes: (i64, i64),
}
