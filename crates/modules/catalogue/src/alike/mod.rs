//! Services that are the same or alike, of one or several institutions (UNI-05): found without comparing all with all.
//!
//! Each service becomes a set of features: the stems of its words, the laws it stands on, its documents, its class, and
//! whether it is a permit or a benefit. Sets that share much get the same mark in at least one of a few bands (MinHash),
//! so only services that share a mark are compared; what a comparison costs does not grow with the catalogue.

mod compare;
mod decide;
mod features;
mod learn;
mod list;
mod marks;
mod reader;
mod rebuild;
mod template;
mod told;
mod words;

pub use decide::{DecideSimilar, decide_similar};
pub use list::{SimilarFilter, SimilarPair, similar_pairs};
pub use reader::SimilarReader;
pub use rebuild::{RebuildReport, rebuild_similar};
pub use template::create_template_from_services;
pub(crate) use told::{Told, earlier_alike};
pub use words::{SimilarKind, SimilarReason, SimilarState};
