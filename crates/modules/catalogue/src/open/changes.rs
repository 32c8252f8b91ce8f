//! The feed of changes as the public reads it (CAT-19, OPN-03).

use crate::store::feed;
use chrono::{DateTime, Utc};
use kernel::{Error, Result};
use storage::Read;

kernel::words! {
    /// What changed about a service.
    ChangeKind {
        /// A version of its description became public.
        Published = "published",
        /// It can no longer be requested; its page stays.
        Withdrawn = "withdrawn",
        /// Something shown of it changed elsewhere: a link, a life situation, a template.
        Linked = "linked",
        /// It is for the staff of institutions only from now on: copies are to be removed.
        Removed = "removed",
        /// Nothing that the public sees; never listed.
        Hidden = "hidden",
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceChange {
    /// Its number; numbers grow and are never given twice.
    pub number: i64,
    /// Code of the service.
    pub code: String,
    /// The revision of the service after it.
    pub revision: i64,
    /// The version in force after it.
    pub version: i32,
    /// What changed.
    pub kind: ChangeKind,
    /// When.
    pub at: DateTime<Utc>,
}

/// A part of the feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// In the order in which they happened.
    pub items: Vec<ServiceChange>,
    /// Read on after this number: that of the last change here, or the one asked for when there is nothing new.
    pub after: i64,
    /// Whether there is more already.
    pub more: bool,
}

/// The changes after a number, 0 for the beginning. Every public change is there once, in the order of the log, up to
/// what the reader of the log has read (milliseconds behind).
///
/// # Errors
/// Gone `feed-cursor` for a number that was never given: the client must begin anew from the dump.
pub async fn service_changes(tx: &Read, after: i64, limit: u64) -> Result<Changes> {
    let rows = feed::listed_after(tx, after, limit + 1).await?;
    if rows.is_empty() && after > feed::last(tx).await?.map_or(0, |row| row.number) {
        return Err(Error::gone("feed-cursor"));
    }
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        items.push(ServiceChange {
            number: row.number,
            code: row.code,
            revision: row.revision,
            version: row.version,
            kind: row.kind.parse()?,
            at: row.at,
        });
    }
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = items.len() > most;
    items.truncate(most);
    Ok(Changes { after: items.last().map_or(after, |last| last.number), items, more })
}

/// The end of the feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedEnd {
    /// Number of the last change; 0 when there was none.
    pub number: i64,
    /// When it happened.
    pub at: Option<DateTime<Utc>>,
}

/// Where the feed ends now: whoever takes a copy of everything afterwards reads on from there and misses nothing.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn feed_end(tx: &Read) -> Result<FeedEnd> {
    let last = feed::last_listed(tx).await?;
    Ok(last.map_or_else(FeedEnd::default, |row| FeedEnd { number: row.number, at: Some(row.at) }))
}
