//! Keyset paging: a page costs the same at the start and at the end of a register.

use crate::{Error, Result};
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt::Display, str::FromStr};
use uuid::Uuid;

/// Where the next page begins: the sort key of the last item, opaque to callers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(String);

impl Cursor {
    /// From the parts of the last item's sort key. What reads them again ([`Self::one`], [`Self::two`], [`Self::three`],
    /// [`Self::moment`]) refuses what is none of ours, so that no list takes a cursor apart itself.
    #[must_use]
    pub fn from_parts(parts: &[&str]) -> Self {
        Self(hex::encode(parts.join("\u{1f}")))
    }

    /// Of an item in a list by time: its instant, and its id among those of one instant.
    #[must_use]
    pub fn of_moment(at: DateTime<Utc>, id: impl Display) -> Self {
        Self::from_parts(&[&at.timestamp_micros().to_string(), &id.to_string()])
    }

    /// Reads a cursor that a caller sent back.
    ///
    /// # Errors
    /// Invalid `bad-cursor` when the text is not one of ours.
    pub fn parse(text: &str) -> Result<Self> {
        let cursor = Self(text.to_owned());
        cursor.text().map(|_| cursor)
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The one part it was made of.
    ///
    /// # Errors
    /// Invalid `bad-cursor` when it has more parts, or another kind of part.
    pub fn one<T: FromStr>(&self) -> Result<T> {
        let [part] = self.parts()?;
        read(&part)
    }

    /// The two parts it was made of.
    ///
    /// # Errors
    /// Invalid `bad-cursor` when it has another number of parts, or other kinds of parts.
    pub fn two<A: FromStr, B: FromStr>(&self) -> Result<(A, B)> {
        let [first, second] = self.parts()?;
        Ok((read(&first)?, read(&second)?))
    }

    /// The three parts it was made of.
    ///
    /// # Errors
    /// Invalid `bad-cursor` when it has another number of parts, or other kinds of parts.
    pub fn three<A: FromStr, B: FromStr, C: FromStr>(&self) -> Result<(A, B, C)> {
        let [first, second, third] = self.parts()?;
        Ok((read(&first)?, read(&second)?, read(&third)?))
    }

    /// What [`Self::of_moment`] was given.
    ///
    /// # Errors
    /// Invalid `bad-cursor` when it is not of a list by time.
    pub fn moment(&self) -> Result<(DateTime<Utc>, Uuid)> {
        let (micros, id) = self.two()?;
        // Nothing of ours happens beyond these years, and not every database keeps an instant that does.
        let at = DateTime::from_timestamp_micros(micros).filter(|at| (0..=9999).contains(&at.year()));
        Ok((at.ok_or_else(bad)?, id))
    }

    fn parts<const N: usize>(&self) -> Result<[String; N]> {
        let parts: Vec<String> = self.text()?.split('\u{1f}').map(str::to_owned).collect();
        parts.try_into().map_err(|_| bad())
    }

    fn text(&self) -> Result<String> {
        let bytes = hex::decode(&self.0).map_err(|_| bad())?;
        let text = String::from_utf8(bytes).map_err(|_| bad())?;
        // None of ours has it, and PostgreSQL takes no text that does.
        if text.contains('\0') { Err(bad()) } else { Ok(text) }
    }
}

fn read<T: FromStr>(part: &str) -> Result<T> {
    part.parse().map_err(|_| bad())
}

fn bad() -> Error {
    Error::invalid("bad-cursor")
}

/// Which page is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    limit: u64,
    /// Begin after this item.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// The most items one page may hold.
    pub const MAX: u64 = 100;

    /// A page of `limit` items (1 to [`Self::MAX`]; other wishes are moved to the nearest bound).
    #[must_use]
    pub fn new(limit: u64, after: Option<Cursor>) -> Self {
        Self { limit: limit.clamp(1, Self::MAX), after }
    }

    /// The first page of `limit` items.
    #[must_use]
    pub fn first(limit: u64) -> Self {
        Self::new(limit, None)
    }

    /// How many items at most.
    #[must_use]
    pub const fn limit(&self) -> u64 {
        self.limit
    }

    /// How many rows to read: one more than shown, which tells whether a next page exists.
    #[must_use]
    pub const fn probe(&self) -> u64 {
        self.limit + 1
    }
}

/// One page of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

impl<T> Page<T> {
    /// From up to [`PageRequest::probe`] rows; `key` gives the sort key of an item.
    pub fn from_probe(mut rows: Vec<T>, request: &PageRequest, key: impl Fn(&T) -> Cursor) -> Self {
        let more = rows.len() as u64 > request.limit();
        rows.truncate(usize::try_from(request.limit()).unwrap_or(usize::MAX));
        let next = if more { rows.last().map(key) } else { None };
        Self { items: rows, next }
    }

    /// The same page of other items.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}
