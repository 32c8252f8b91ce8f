//! The register as open data: every public service as linked data by CPSV-AP 3.2, the catalogue that describes the data
//! set by DCAT-AP, and everything at once as a stream.
//!
//! A description becomes one list of triples; Turtle and JSON-LD are two ways to write the same list.

mod channels;
mod concepts;
mod dcat;
mod documents;
mod dump;
mod evidence;
mod graph;
mod hours;
mod jsonld;
mod laws;
mod organisations;
mod periods;
mod places;
mod publisher;
mod schemes;
mod service;
mod sources;
pub(crate) mod terms;
mod turtle;

pub use dcat::describe_catalogue;
pub use dump::{Dump, DumpFormat};
pub(crate) use dump::{cell_of_deadline, cell_of_fee};
pub use graph::Graph;
pub use organisations::describe_institution;
pub use publisher::{OpenData, OpenDataSettings};
pub use schemes::describe_concepts;
pub use service::describe_service;
