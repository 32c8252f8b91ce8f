#![doc = include_str!("../README.md")]

mod candidates;
mod cells;
mod export;
mod figures;
mod month;
mod most_requested;
mod nominations;
mod own;
mod policy;
mod portal;
mod query;
mod reader;
mod rebuild;
mod store;
mod sums;

pub use candidates::{Candidate, CandidateFilter, MANY_CASES, counted_years, eservice_candidates};
pub use cells::{CellDelta, CellKey, Measure, cells_of};
pub use export::{Form, export_indicators};
pub use figures::{Figure, Parts, SMALLEST_SHOWN};
pub use month::Month;
pub use most_requested::most_requested;
pub use nominations::{
    Criterion, ESERVICE_NOMINATED, ESERVICE_NOMINATION_WITHDRAWN, NominateService, Nomination, WithdrawNomination,
    Withdrawal, nominate_service, nomination, nominations_of_service, withdraw_nomination, withdrawn_nominations,
    withdraws,
};
pub use own::{
    Better, ChangeOwn, DefineOwn, GivenValue, MOST_VALUES, OWN_INDICATOR_CHANGED, OWN_INDICATOR_SET,
    OWN_VALUE_RECORDED, OwnCode, OwnFigure, OwnIndicator, OwnSeries, OwnStage, OwnText, OwnValue, Quantity,
    RecordValues, Recorded, change_own_indicator, define_own_indicator, own_figures, own_indicator, own_indicators,
    own_values, record_own_values, values_of_table,
};
pub use policy::{View, view_of};
pub use portal::{
    PORTAL_MONTHS, PortalFigures, PortalIndicators, PortalMonth, Share, portal_indicators, write_portal_csv,
};
pub use query::{Filter, Grouping, ServiceIndicators, service_indicators};
pub use reader::{IndicatorReader, READER};
pub use rebuild::{Difference, RebuildReport, rebuild};
pub use sums::{ServiceSum, ServiceSums, Sum, last_requested_before, month_sums, service_sums};

#[cfg(test)]
mod tests;
