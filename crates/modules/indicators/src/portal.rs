//! Figures of the whole portal, month by month: use of services, use of content, satisfaction (POR-07, POR-02).

use crate::cells::{Measure, POINTS};
use crate::figures::{Figure, is_small, ratio, shown};
use crate::{Month, store};
use csv::WriterBuilder;
use kernel::{Channel, Error, Result};
use std::collections::BTreeMap;
use std::io::Write;
use storage::Read;

/// So many months are told, the present one included. The window is one for everybody: sums over windows that overlap
/// would give a hidden month away.
pub const PORTAL_MONTHS: u32 = 12;

/// A count, and how many of it are of a kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// All.
    pub whole: Figure,
    /// Those of the kind; hidden also where the others are few.
    pub part: Figure,
    /// `part / whole`; none when the whole is nought or either is hidden.
    pub share: Option<f64>,
}

/// Figures of a month, or of all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct PortalFigures {
    /// Cases requested by any channel; of them electronically.
    pub requested: Share,
    /// Searches; of them those that found something.
    pub searches: Share,
    /// Answers to "did you find what you were looking for"; of them yes.
    pub answers: Share,
    /// Answers to "was this helpful" under news and help; of them yes.
    pub article_answers: Share,
    /// Ratings of cases that are done.
    pub rated: Figure,
    /// Their average, 1 to 5, to one decimal.
    pub rating_average: Option<f64>,
}

/// A month with its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct PortalMonth {
    /// The month.
    pub month: Month,
    /// Its figures.
    pub figures: PortalFigures,
}

/// What the portal says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PortalIndicators {
    /// Twelve months, oldest first.
    pub months: Vec<PortalMonth>,
    /// All of them together.
    pub total: PortalFigures,
}

/// The figures of the last twelve months, as everybody may read them: figures under five are hidden, and those that
/// would give one away by subtraction. It reads a few rows a month, however many services there are.
///
/// # Errors
/// Unavailable when the database cannot be reached.
pub async fn portal_indicators(tx: &Read) -> Result<PortalIndicators> {
    let to = Month::of(tx.now());
    let from = to.back(PORTAL_MONTHS - 1);
    let mut counts: BTreeMap<Month, Counts> =
        (0..PORTAL_MONTHS).map(|back| (to.back(back), Counts::default())).collect();
    for row in store::months::between(tx, from, to).await? {
        let Some((month, measure, dimension)) = row.key() else { continue };
        if let Some(counts) = counts.get_mut(&month) {
            counts.add(measure, dimension, row.value);
        }
    }
    for row in catalogue::search_months(tx, &from.to_string()).await? {
        if let Some(counts) = of_month(&mut counts, &row.month) {
            counts.searches = Pair { whole: row.searches, part: row.searches - row.empty };
            counts.answers = Pair { whole: row.found + row.missed, part: row.found };
        }
    }
    for row in knowledge::answer_months(tx, &from.to_string()).await? {
        if let Some(counts) = of_month(&mut counts, &row.month) {
            counts.article_answers = Pair { whole: row.helpful + row.unhelpful, part: row.helpful };
        }
    }
    let all: Vec<Counts> = counts.values().copied().collect();
    let month = |(month, counts): (Month, Counts)| PortalMonth { month, figures: figures(&[counts]) };
    Ok(PortalIndicators { total: figures(&all), months: counts.into_iter().map(month).collect() })
}

fn of_month<'a>(counts: &'a mut BTreeMap<Month, Counts>, month: &str) -> Option<&'a mut Counts> {
    counts.get_mut(&month.parse::<Month>().ok()?)
}

/// A count and those of it that are of a kind.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    whole: i64,
    part: i64,
}

impl Pair {
    /// Whether the part, or what is left of the whole without it, is too small to be told.
    const fn is_small(self) -> bool {
        is_small(self.part) || is_small(self.whole - self.part)
    }
}

/// The counts of one month.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    requested: Pair,
    searches: Pair,
    answers: Pair,
    article_answers: Pair,
    rated: i64,
    points: i64,
}

impl Counts {
    fn add(&mut self, measure: Measure, dimension: &str, value: i64) {
        match measure {
            Measure::Requested => {
                self.requested.whole += value;
                if dimension == Channel::Electronic.as_str() {
                    self.requested.part += value;
                }
            }
            Measure::Rated => {
                let points = POINTS.iter().zip(1..).find(|(name, _)| **name == dimension);
                self.rated += value;
                self.points += points.map_or(0, |(_, points)| points) * value;
            }
            _ => {}
        }
    }
}

/// The figures of some months together.
fn figures(months: &[Counts]) -> PortalFigures {
    let of = |pick: fn(&Counts) -> Pair| share(&months.iter().map(pick).collect::<Vec<_>>());
    let ratings: Vec<i64> = months.iter().map(|counts| counts.rated).collect();
    let points: i64 = months.iter().map(|counts| counts.points).sum();
    let rated = shown(ratings.iter().sum(), &ratings);
    let average = |count: i64| (points as f64 / count as f64 * 10.0).round() / 10.0;
    PortalFigures {
        requested: of(|counts| counts.requested),
        searches: of(|counts| counts.searches),
        answers: of(|counts| counts.answers),
        article_answers: of(|counts| counts.article_answers),
        rating_average: rated.value().filter(|count| *count > 0).map(average),
        rated,
    }
}

/// The sums of months; a sum is hidden too where it and the other months would give a hidden one away.
fn share(months: &[Pair]) -> Share {
    let wholes: Vec<i64> = months.iter().map(|pair| pair.whole).collect();
    let sum = Pair { whole: wholes.iter().sum(), part: months.iter().map(|pair| pair.part).sum() };
    let hidden = months.iter().filter(|pair| pair.is_small()).count();
    let whole = shown(sum.whole, &wholes);
    let part =
        if sum.is_small() || (months.len() > 1 && hidden == 1) { Figure::Hidden } else { Figure::Shown(sum.part) };
    Share { whole, part, share: ratio(part, whole) }
}

type Column = (&'static str, fn(&PortalFigures) -> String);

/// The columns behind the month: name and value.
const COLUMNS: [Column; 14] = [
    ("requested", |row| row.requested.whole.text()),
    ("requested_electronic", |row| row.requested.part.text()),
    ("electronic_share", |row| decimals(row.requested.share)),
    ("searches", |row| row.searches.whole.text()),
    ("searches_found", |row| row.searches.part.text()),
    ("found_share", |row| decimals(row.searches.share)),
    ("answers", |row| row.answers.whole.text()),
    ("answers_yes", |row| row.answers.part.text()),
    ("answers_share", |row| decimals(row.answers.share)),
    ("article_answers", |row| row.article_answers.whole.text()),
    ("article_answers_yes", |row| row.article_answers.part.text()),
    ("article_answers_share", |row| decimals(row.article_answers.share)),
    ("rated", |row| row.rated.text()),
    ("rating_average", |row| row.rating_average.map_or_else(String::new, |average| format!("{average:.1}"))),
];

fn decimals(share: Option<f64>) -> String {
    share.map_or_else(String::new, |share| format!("{share:.4}"))
}

/// Writes the figures as CSV: a heading, a line for each month, and one called `total`. Hidden figures are `<5`.
///
/// # Errors
/// Unavailable `export-write` when `out` cannot be written.
pub fn write_portal_csv(found: &PortalIndicators, out: impl Write) -> Result<()> {
    let mut table = WriterBuilder::new().from_writer(out);
    let unwritable = |error: csv::Error| Error::unavailable("export-write").source(error);
    let names = COLUMNS.iter().map(|(name, _)| *name);
    table.write_record(["month"].into_iter().chain(names)).map_err(unwritable)?;
    let months = found.months.iter().map(|one| (one.month.to_string(), &one.figures));
    for (name, figures) in months.chain([("total".to_owned(), &found.total)]) {
        let values = COLUMNS.iter().map(|(_, value)| value(figures));
        table.write_record([name].into_iter().chain(values)).map_err(unwritable)?;
    }
    table.flush().map_err(|error| Error::unavailable("export-write").source(error))
}
