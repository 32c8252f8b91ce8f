//! Categories to browse services by (POR-08): a projection of the published descriptions, kept when one is published or
//! closed.

mod browse;
mod families;
mod keep;
mod model;
mod popular;
mod rebuild;

pub use browse::{browse_services, browse_services_once, category_counts, internal_services};
pub use model::{Category, CategoryCount, CategoryKind, Clients, View};
pub use popular::{popular_services, set_popular_services};
pub use rebuild::{CategoriesReport, check_categories, ensure_categories, rebuild_categories};

pub(crate) use keep::{put, remove};
