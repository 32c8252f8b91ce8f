//! Indicators that a holder sets for a request or receipt channel of its service, beyond those of MK 399 p.23 (p.19).

mod define;
mod events;
mod list;
mod model;
mod quantity;
mod record;
mod table;
mod values;

pub use define::{ChangeOwn, DefineOwn, change_own_indicator, define_own_indicator};
pub(crate) use events::recorded;
pub use events::{OWN_INDICATOR_CHANGED, OWN_INDICATOR_SET, OWN_VALUE_RECORDED};
pub use list::{OwnSeries, own_indicator, own_indicators};
pub use model::{Better, OwnCode, OwnIndicator, OwnStage, OwnText, OwnValue};
pub use quantity::Quantity;
pub use record::{GivenValue, MOST_VALUES, RecordValues, Recorded, record_own_values};
pub use table::values_of_table;
pub use values::{OwnFigure, own_figures, own_values};
