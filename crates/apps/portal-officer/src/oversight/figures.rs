//! The figures that the oversight shows of an institution, and of all of them in sum.

use crate::quality::level;
use catalogue::{CorrectionStanding, HolderQuality, OversightLine, OversightTotal};
use serde::Serialize;

/// Figures of one institution or of several.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figures {
    pub(super) services: i64,
    pub(super) open: i64,
    pub(super) drafts: i64,
    pub(super) mean: Option<i64>,
    pub(super) level: Option<&'static str>,
    pub(super) blocking: i64,
    pub(super) dead_links: i64,
    pub(super) english_missing: i64,
    /// Checks of this quarter that are open.
    pub(super) unchecked: i64,
    /// Life situations that are answered for.
    pub(super) situations: i64,
    /// Reported mistakes that were dealt with late, or wait too long.
    pub(super) corrections_late: i64,
    /// How many of a hundred were dealt with in time.
    pub(super) corrections_in_time: Option<i64>,
}

impl From<&OversightLine> for Figures {
    fn from(line: &OversightLine) -> Self {
        let unchecked = line.checks.as_ref().map_or(0, |checks| checks.open);
        Self::of(&line.quality, unchecked, line.situations.published, &line.corrections)
    }
}

impl From<&OversightTotal> for Figures {
    fn from(sums: &OversightTotal) -> Self {
        Self::of(&sums.quality, sums.checks_open, sums.situations.published, &sums.corrections)
    }
}

impl Figures {
    fn of(quality: &HolderQuality, unchecked: i64, situations: i64, corrections: &CorrectionStanding) -> Self {
        Self {
            services: quality.services,
            open: quality.open,
            drafts: quality.drafts,
            mean: quality.mean,
            level: quality.mean.map(level),
            blocking: quality.blocking,
            dead_links: quality.dead_links,
            english_missing: quality.english_missing,
            unchecked,
            situations,
            corrections_late: corrections.late(),
            corrections_in_time: corrections.in_time(),
        }
    }

    /// Invented ones of so many services.
    pub(super) fn sample(services: i64, mean: Option<i64>) -> Self {
        Self {
            services,
            open: services,
            drafts: 0,
            mean,
            level: mean.map(level),
            blocking: services / 4,
            dead_links: services / 3,
            english_missing: services / 2,
            unchecked: services,
            situations: services,
            corrections_late: services / 4,
            corrections_in_time: (services > 2).then_some(75),
        }
    }
}
