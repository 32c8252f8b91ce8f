//! Figures of services: the one query behind page, API and export.

use crate::cells::{CellKey, Measure};
use crate::figures::{Figure, Parts, Tally, cells_of_month, ratio};
use crate::policy::{View, view_of};
use crate::{Month, store};
use kernel::{Caller, Channel, Cursor, Error, InstitutionId, Page, PageRequest, Result};
use serde::Serialize;
use std::collections::BTreeMap;
use storage::Read;

/// How months are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// Each month for itself.
    #[default]
    Month,
    /// Each calendar year; the filter is widened to whole years, so that everybody sees the same figure.
    Year,
}

/// Which figures are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Only of this holder.
    pub holder: Option<InstitutionId>,
    /// Only of the service with this code.
    pub service: Option<String>,
    /// By month or by year.
    pub grouping: Grouping,
}

impl Filter {
    /// Every service from month to month.
    #[must_use]
    pub const fn between(from: Month, to: Month) -> Self {
        Self { from, to, holder: None, service: None, grouping: Grouping::Month }
    }

    /// Invalid `indicator-months` when the last month lies before the first.
    pub(crate) fn in_order(&self) -> Result<()> {
        if self.to < self.from {
            return Err(Error::invalid("indicator-months").arg("from", self.from).arg("to", self.to));
        }
        Ok(())
    }

    pub(crate) const fn months(&self) -> (Month, Month) {
        match self.grouping {
            Grouping::Month => (self.from, self.to),
            Grouping::Year => (self.from.first_of_year(), self.to.last_of_year()),
        }
    }

    const fn months_of_group(&self) -> u64 {
        match self.grouping {
            Grouping::Month => 1,
            Grouping::Year => 12,
        }
    }

    fn period(&self, month: Month) -> String {
        match self.grouping {
            Grouping::Month => month.to_string(),
            Grouping::Year => month.year().to_string(),
        }
    }
}

/// Figures of one service at one holder in one month or year (ANA-01, ANA-02). Ratios are parts of one; `None` where
/// there is nothing to divide by, or where a hidden figure is needed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ServiceIndicators {
    /// Service code.
    pub service: String,
    /// Holder of the service.
    pub holder: InstitutionId,
    /// `2026-11` or `2026`.
    pub period: String,
    /// Whether small figures are hidden.
    pub view: View,
    /// Cases requested, by channel.
    pub requested: Parts,
    /// Cases delivered, by channel.
    pub delivered: Parts,
    /// Cases that ended; of a log that was imported the ends alone are known, so its cases are here and not delivered.
    pub closed: Figure,
    /// Cases not done by their deadline.
    pub overdue: Figure,
    /// Complaints.
    pub complaints: Figure,
    /// Electronic forms begun.
    pub starts: Figure,
    /// Electronic forms sent.
    pub completions: Figure,
    /// Decisions by outcome.
    pub decided: Parts,
    /// Ratings by points.
    pub rated: Parts,
    /// Average rating, 1 to 5, to one decimal.
    pub rating_average: Option<f64>,
    /// Consultations by channel.
    pub consulted: Parts,
    /// Completions / starts.
    pub success: Option<f64>,
    /// Electronic uptake by the draft of MK 402 p.7.2: electronically requested / all requested.
    pub uptake_requested: Option<f64>,
    /// Electronic uptake by the other reading: electronically delivered / all delivered.
    pub uptake_delivered: Option<f64>,
}

/// Figures by service, holder and period, in that order. Small figures are hidden unless the caller works for the
/// holder, audits, or runs the platform.
///
/// # Errors
/// Invalid `indicator-months` when the last month lies before the first, `bad-cursor` for a foreign cursor;
/// unavailable when the database cannot be reached.
pub async fn service_indicators(tx: &Read, filter: &Filter, page: &PageRequest) -> Result<Page<ServiceIndicators>> {
    filter.in_order()?;
    let after = page.after.as_ref().map(Cursor::three).transpose()?;
    let mut groups: Vec<Group> = Vec::new();
    // As many counts as that many groups can have: PostgreSQL would send all of them otherwise.
    let limit = page.probe() * filter.months_of_group() * cells_of_month();
    store::of_services(tx, filter, after, limit, |key, value| {
        let period = filter.period(key.month);
        if !groups.last().is_some_and(|group| group.holds(&key, &period)) {
            if groups.len() as u64 == page.probe() {
                return false;
            }
            groups.push(Group::new(&key, period));
        }
        if let Some(group) = groups.last_mut() {
            group.add(key, value);
        }
        true
    })
    .await?;
    let caller = tx.caller();
    let rows = groups.into_iter().map(|group| (group.last, group.figures(caller))).collect();
    let page = Page::from_probe(rows, page, |(last, row): &(Month, ServiceIndicators)| {
        Cursor::from_parts(&[&row.service, &row.holder.to_string(), &last.to_string()])
    });
    Ok(page.map(|(_, row)| row))
}

/// The counts of one service, holder and period.
struct Group {
    service: String,
    holder: InstitutionId,
    period: String,
    last: Month,
    months: BTreeMap<Month, BTreeMap<Measure, BTreeMap<&'static str, i64>>>,
}

impl Group {
    fn new(key: &CellKey, period: String) -> Self {
        let service = key.service.clone();
        Self { service, holder: key.holder, period, last: key.month, months: BTreeMap::new() }
    }

    fn holds(&self, key: &CellKey, period: &str) -> bool {
        self.service == key.service && self.holder == key.holder && self.period == period
    }

    fn add(&mut self, key: CellKey, value: i64) {
        self.last = key.month;
        *self.months.entry(key.month).or_default().entry(key.measure).or_default().entry(key.dimension).or_default() +=
            value;
    }

    fn tally(&self, measure: Measure) -> Tally {
        let mut tally = Tally::default();
        for month in self.months.values() {
            tally.month(month.get(&measure).cloned().unwrap_or_default());
        }
        tally
    }

    fn figures(self, caller: &Caller) -> ServiceIndicators {
        let view = view_of(caller, self.holder);
        let parts = |measure| match view {
            View::Full => self.tally(measure).full(measure),
            View::Public => self.tally(measure).public(measure),
        };
        let requested = parts(Measure::Requested);
        let delivered = parts(Measure::Delivered);
        let starts = parts(Measure::Starts).total;
        let completions = parts(Measure::Completions).total;
        let rated = parts(Measure::Rated);
        let electronic = Channel::Electronic.as_str();
        ServiceIndicators {
            rating_average: self.tally(Measure::Rated).average(rated.total),
            success: ratio(completions, starts),
            uptake_requested: ratio(requested.part(electronic), requested.total),
            uptake_delivered: ratio(delivered.part(electronic), delivered.total),
            closed: parts(Measure::Closed).total,
            overdue: parts(Measure::Overdue).total,
            complaints: parts(Measure::Complaints).total,
            decided: parts(Measure::Decided),
            consulted: parts(Measure::Consulted),
            service: self.service,
            holder: self.holder,
            period: self.period,
            view,
            requested,
            delivered,
            starts,
            completions,
            rated,
        }
    }
}
