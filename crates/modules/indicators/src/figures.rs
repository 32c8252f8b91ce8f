//! Figures of one service at one holder in one month or year, and the hiding of small ones.
//!
//! In a public view a figure of 1 to 4 is hidden. Where figures stand beside their total, one hidden figure alone
//! could be found by subtraction, so the smallest of the others is hidden too; for the same reason a year's figure is
//! hidden when exactly one of its months is.

use crate::cells::{Measure, OUTCOMES, POINTS};
use kernel::Channel;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// The smallest figure that a public view shows.
pub const SMALLEST_SHOWN: i64 = 5;

/// A number, or the fact that it is too small to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// The number.
    Shown(i64),
    /// Hidden in a public view; `null` in JSON, `<5` in tables.
    Hidden,
}

impl Figure {
    /// The number, unless it is hidden.
    #[must_use]
    pub const fn value(self) -> Option<i64> {
        match self {
            Self::Shown(value) => Some(value),
            Self::Hidden => None,
        }
    }

    /// The number, or `<5`.
    #[must_use]
    pub fn text(self) -> String {
        self.value().map_or_else(|| format!("<{SMALLEST_SHOWN}"), |value| value.to_string())
    }
}

impl Default for Figure {
    fn default() -> Self {
        Self::Shown(0)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value().serialize(serializer)
    }
}

/// Figures beside their total.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Parts {
    /// The sum of all parts.
    pub total: Figure,
    /// Each part by its name; all names are there, also with nought.
    pub parts: BTreeMap<&'static str, Figure>,
}

impl Parts {
    /// The part of that name; nought for an unknown one.
    #[must_use]
    pub fn part(&self, name: &str) -> Figure {
        self.parts.get(name).copied().unwrap_or_default()
    }
}

/// Names of the parts of a measure; empty for a plain number.
fn names(measure: Measure) -> &'static [&'static str] {
    const CHANNELS: [&str; 5] = [
        Channel::Electronic.as_str(),
        Channel::Phone.as_str(),
        Channel::Post.as_str(),
        Channel::Centre.as_str(),
        Channel::Institution.as_str(),
    ];
    match measure {
        Measure::Requested | Measure::Delivered | Measure::Consulted => &CHANNELS,
        Measure::Decided => &OUTCOMES,
        Measure::Rated => &POINTS,
        Measure::Closed | Measure::Overdue | Measure::Complaints | Measure::Starts | Measure::Completions => &[],
    }
}

/// The most counts that one service at one holder has in a month.
pub(crate) fn cells_of_month() -> u64 {
    Measure::ALL.iter().map(|measure| names(*measure).len().max(1) as u64).sum()
}

/// Counts of one measure in one group, month by month.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    months: Vec<BTreeMap<&'static str, i64>>,
}

impl Tally {
    /// The counts of one more month.
    pub(crate) fn month(&mut self, counts: BTreeMap<&'static str, i64>) {
        self.months.push(counts);
    }

    fn sum(&self, name: &str) -> i64 {
        self.months.iter().filter_map(|month| month.get(name)).sum()
    }

    fn total(&self) -> i64 {
        self.months.iter().flat_map(BTreeMap::values).sum()
    }

    /// Exact figures.
    pub(crate) fn full(&self, measure: Measure) -> Parts {
        let parts = names(measure).iter().map(|name| (*name, Figure::Shown(self.sum(name)))).collect();
        Parts { total: Figure::Shown(self.total()), parts }
    }

    /// Figures for everybody.
    pub(crate) fn public(&self, measure: Measure) -> Parts {
        let totals: Vec<i64> = self.months.iter().map(|month| month.values().sum()).collect();
        let total = shown(self.total(), &totals);
        let mut parts: BTreeMap<_, _> = names(measure)
            .iter()
            .map(|name| {
                let months: Vec<i64> = self.months.iter().map(|month| month.get(name).copied().unwrap_or(0)).collect();
                (*name, shown(self.sum(name), &months))
            })
            .collect();
        hide_a_second(&mut parts);
        if measure == Measure::Rated && parts.values().any(|figure| *figure == Figure::Hidden) {
            // Number and average of ratings stay public; with part of the distribution beside them the rest could be
            // calculated.
            parts.values_mut().for_each(|figure| *figure = Figure::Hidden);
        }
        Parts { total, parts }
    }

    /// The average of ratings to one decimal; none without ratings, or with too few in a public view.
    pub(crate) fn average(&self, total: Figure) -> Option<f64> {
        let count = total.value().filter(|count| *count > 0)?;
        let points: i64 = POINTS.iter().zip(1..).map(|(name, points)| self.sum(name) * points).sum();
        Some((points as f64 / count as f64 * 10.0).round() / 10.0)
    }
}

pub(crate) const fn is_small(value: i64) -> bool {
    0 < value && value < SMALLEST_SHOWN
}

/// A sum over months, hidden when small, or when it and the other months would give one hidden month away.
pub(crate) fn shown(sum: i64, months: &[i64]) -> Figure {
    let hidden_months = months.iter().filter(|value| is_small(**value)).count();
    if is_small(sum) || (months.len() > 1 && hidden_months == 1) { Figure::Hidden } else { Figure::Shown(sum) }
}

/// One hidden part alone could be found from the total: hides the smallest of the others too.
fn hide_a_second(parts: &mut BTreeMap<&'static str, Figure>) {
    if parts.values().filter(|figure| **figure == Figure::Hidden).count() != 1 {
        return;
    }
    let others = parts.values_mut().filter(|figure| figure.value().is_some_and(|value| value > 0));
    if let Some(smallest) = others.min() {
        *smallest = Figure::Hidden;
    }
}

/// `part / whole`; none when the whole is nought or either is hidden.
pub(crate) fn ratio(part: Figure, whole: Figure) -> Option<f64> {
    let (part, whole) = (part.value()?, whole.value()?);
    (whole > 0).then(|| part as f64 / whole as f64)
}
