//! Sums of figures: over everything, by month, by service.

use super::asked::IndicatorsAsked;
use indicators::{Measure, Month, ServiceSums, month_sums, service_sums};
use kernel::{Channel, InstitutionId, Result};
use std::collections::BTreeMap;
use storage::Read;

/// The most services that the table shows.
const MOST_SERVICES: usize = 500;

/// Figures added up; none of them is hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    pub requested: i64,
    pub by_channel: [i64; 5],
    pub delivered: i64,
    pub closed: i64,
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
    pub months: BTreeMap<Month, Sum>,
    pub services: BTreeMap<(String, InstitutionId), Sum>,
    /// Whether there are more services than the table shows.
    pub cut: bool,
}

impl Sum {
    fn add(&mut self, sum: &indicators::Sum) {
        self.requested += sum.total(Measure::Requested);
        for (part, channel) in self.by_channel.iter_mut().zip(Channel::ALL) {
            *part += sum.part(Measure::Requested, channel.as_str());
        }
        self.delivered += sum.total(Measure::Delivered);
        self.closed += sum.total(Measure::Closed);
        self.overdue += sum.total(Measure::Overdue);
        self.complaints += sum.total(Measure::Complaints);
        self.starts += sum.total(Measure::Starts);
        self.completions += sum.total(Measure::Completions);
        self.consulted += sum.total(Measure::Consulted);
        self.rated += sum.total(Measure::Rated);
        let of_points = |points: i64| points * sum.part(Measure::Rated, &points.to_string());
        self.points += (1..=5).map(of_points).sum::<i64>();
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
    /// Adds up what is asked for, and the period before it.
    pub async fn read(tx: &Read, asked: &IndicatorsAsked) -> Result<Self> {
        let mut sums = Self::default();
        for (month, sum) in month_sums(tx, &asked.filter(true)).await? {
            if month < asked.from() {
                sums.before.add(&sum);
            } else {
                sums.now.add(&sum);
                sums.months.entry(month).or_default().add(&sum);
            }
        }
        let ServiceSums { services, more } = service_sums(tx, &asked.filter(false), MOST_SERVICES).await?;
        for one in services {
            sums.services.entry((one.service, one.holder)).or_default().add(&one.sum);
        }
        sums.cut = more;
        Ok(sums)
    }
}
