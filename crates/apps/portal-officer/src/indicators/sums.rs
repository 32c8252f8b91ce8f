//! Sums of figures: over everything, by month, by service.

use indicators::{Filter, Parts, ServiceIndicators, service_indicators};
use kernel::{Channel, InstitutionId, PageRequest, Result};
use std::collections::BTreeMap;
use storage::Read;

/// The most pages of figures that one page adds up.
const MOST_PAGES: usize = 30;

/// Figures added up. Callers of these pages see the figures whole, so none is hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    pub requested: i64,
    pub by_channel: [i64; 5],
    pub delivered: i64,
    pub overdue: i64,
    pub complaints: i64,
    pub starts: i64,
    pub completions: i64,
    pub consulted: i64,
    pub rated: i64,
    pub points: i64,
}

/// Figures of a period and of the period of equal length before it.
#[derive(Debug, Clone, Default)]
pub struct Sums {
    pub now: Sum,
    pub before: Sum,
    pub months: BTreeMap<String, Sum>,
    pub services: BTreeMap<(String, InstitutionId), Sum>,
    /// Whether there was more than one page adds up.
    pub cut: bool,
}

impl Sum {
    fn add(&mut self, row: &ServiceIndicators) {
        let total = |parts: &Parts| parts.total.value().unwrap_or_default();
        let part = |parts: &Parts, name: &str| parts.part(name).value().unwrap_or_default();
        self.requested += total(&row.requested);
        for (sum, channel) in self.by_channel.iter_mut().zip(Channel::ALL) {
            *sum += part(&row.requested, channel.as_str());
        }
        self.delivered += total(&row.delivered);
        self.overdue += row.overdue.value().unwrap_or_default();
        self.complaints += row.complaints.value().unwrap_or_default();
        self.starts += row.starts.value().unwrap_or_default();
        self.completions += row.completions.value().unwrap_or_default();
        self.consulted += total(&row.consulted);
        self.rated += total(&row.rated);
        self.points += (1..=5).map(|points: i64| points * part(&row.rated, &points.to_string())).sum::<i64>();
    }

    /// Average rating in tenths of a point.
    pub const fn rating_tenths(&self) -> Option<i64> {
        if self.rated == 0 { None } else { Some((self.points * 10 + self.rated / 2) / self.rated) }
    }
}

/// A part of a whole in tenths of a per cent; none of nothing.
pub const fn permille(part: i64, whole: i64) -> Option<i64> {
    if whole == 0 { None } else { Some((part * 1000 + whole / 2) / whole) }
}

impl Sums {
    /// Adds up what `filter` covers; months before `from` count as the period before.
    pub async fn read(tx: &Read, filter: &Filter, from: &str) -> Result<Self> {
        let mut sums = Self::default();
        let mut request = PageRequest::first(PageRequest::MAX);
        for _ in 0..MOST_PAGES {
            let page = service_indicators(tx, filter, &request).await?;
            page.items.iter().for_each(|row| sums.add(row, from));
            match page.next {
                Some(next) => request = PageRequest::new(PageRequest::MAX, Some(next)),
                None => return Ok(sums),
            }
        }
        sums.cut = true;
        Ok(sums)
    }

    fn add(&mut self, row: &ServiceIndicators, from: &str) {
        if row.period.as_str() < from {
            self.before.add(row);
            return;
        }
        self.now.add(row);
        self.months.entry(row.period.clone()).or_default().add(row);
        self.services.entry((row.service.clone(), row.holder)).or_default().add(row);
    }
}
