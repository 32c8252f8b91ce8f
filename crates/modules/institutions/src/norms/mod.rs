//! An institution's internal rules: norms of serving clients and measures of improvement (MK 399 p.20, p.26), and its
//! measurements of clients' satisfaction (p.27).

mod due;
mod items;
mod measure;
mod model;
mod satisfaction;
mod standing;
mod state;
mod view;

pub use due::SatisfactionDue;
pub use items::{NormItem, norm_items};
pub use measure::{StateMeasurement, state_measurement};
pub use model::{Measurement, MeasurementStatement, NormContent, NormStatement};
pub use satisfaction::{Satisfaction, satisfaction};
pub use standing::{NormStanding, norm_standings};
pub use state::{StateNorm, state_norm};
pub use view::{NormHistory, NormLine, norm_history, norms_on};
