//! Templates of unified services: writing them, attaching to them, who covers what, what looks alike (UNI-01 to UNI-08).

mod act;
mod asked;
mod confirm;
mod coverage;
mod coverage_page;
mod edit;
mod folds;
mod form;
mod keep;
mod list;
mod page;
mod plan;
mod samples;
mod show;
mod similar;
mod similar_act;
mod words;
mod written;

pub use act::{attach, create_service, detach, publish, withdraw};
pub use confirm::ConfirmPage;
pub use coverage::{coverage, csv};
pub use coverage_page::CoveragePage;
pub use edit::{EditPage, begin, change, create, edit};
pub use list::{TemplatesPage, list};
pub use page::TemplatePage;
pub use plan::withdraw_plan;
pub use show::show;
pub use similar::{SimilarPage, similar};
pub use similar_act::{attach_similar, decide, make_template};
