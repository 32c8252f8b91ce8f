//! One section of a description to write in.

mod autosave;
mod builder;
mod fields;
mod forms;
mod offered;
mod page;
mod places;
mod providers;
mod samples;
mod save;
mod sent;
mod show;

pub use autosave::autosave;
pub use page::SectionPage;
pub use save::save;
pub use show::show;
