//! How the search is used, by month: for the indicators of the portal (POR-07).

use crate::store::finding::months;
use chrono::{DateTime, Utc};
use kernel::Result;
use storage::Read;

/// Searches of a month, and what people said of the answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchMonth {
    /// `2026-11`, in Latvia.
    pub month: String,
    /// How often something was searched for.
    pub searches: i64,
    /// How often nothing was found.
    pub empty: i64,
    /// How many said that they found what they were looking for.
    pub found: i64,
    /// How many said that they did not.
    pub missed: i64,
}

impl SearchMonth {
    /// Nothing yet, in the month of an instant.
    pub(super) fn of(at: DateTime<Utc>) -> Self {
        Self { month: kernel::riga_date(at).format("%Y-%m").to_string(), ..Self::default() }
    }
}

/// What was counted from a month (`2026-01`) on, oldest first. No access check: the counts tell of nobody's words; who
/// shows them to the public hides small ones.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn search_months(tx: &Read, from: &str) -> Result<Vec<SearchMonth>> {
    months::since(tx, from).await
}
