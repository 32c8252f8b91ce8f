//! When clients' satisfaction is to be measured and its result published.

use super::model::Measurement;
use chrono::{Months, NaiveDate};

/// A measurement is due so many months after the end of the last one (MK 399 p.27).
const MEASURE_EVERY: Months = Months::new(36);
/// Its result is to be published within so many months after its end.
const PUBLISH_WITHIN: Months = Months::new(3);

/// How an institution stands with its measurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SatisfactionDue {
    /// None was ever stated.
    NeverStated,
    /// Measured and published; the next one is to end by this day.
    InTime(NaiveDate),
    /// Measured; the result is to be published by this day.
    ToPublish(NaiveDate),
    /// The result was to be published by this day.
    PublishLate(NaiveDate),
    /// The next one was to end by this day.
    MeasureLate(NaiveDate),
}

impl SatisfactionDue {
    /// How it stands on `today` with this last measurement.
    #[must_use]
    pub fn of(last: Option<&Measurement>, today: NaiveDate) -> Self {
        let Some(last) = last else { return Self::NeverStated };
        let (measure_by, publish_by) = (last.ended_on + MEASURE_EVERY, last.ended_on + PUBLISH_WITHIN);
        match last.published_on {
            _ if today > measure_by => Self::MeasureLate(measure_by),
            Some(_) => Self::InTime(measure_by),
            None if today > publish_by => Self::PublishLate(publish_by),
            None => Self::ToPublish(publish_by),
        }
    }

    /// Whether a day of the regulation has passed.
    #[must_use]
    pub const fn is_late(self) -> bool {
        matches!(self, Self::PublishLate(_) | Self::MeasureLate(_))
    }

    /// The word used in exports and in the keys of texts.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NeverStated => "never-stated",
            Self::InTime(_) => "in-time",
            Self::ToPublish(_) => "to-publish",
            Self::PublishLate(_) => "publish-late",
            Self::MeasureLate(_) => "measure-late",
        }
    }

    /// The day it is about.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::NeverStated => None,
            Self::InTime(day) | Self::ToPublish(day) | Self::PublishLate(day) | Self::MeasureLate(day) => Some(day),
        }
    }
}
