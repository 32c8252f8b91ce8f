#![doc = include_str!("../README.md")]

pub mod analysis;
mod asking;
mod begun;
mod counting;
mod errors;
mod fields;
mod gather;
mod index;
mod location;
mod model;
mod properties;
mod quality;
mod query;
mod synonyms;
mod write;

#[cfg(test)]
mod tests;

pub use asking::{Hit, Hits, Query, Suggestion, Typed};
pub use index::Index;
pub use location::{Location, ask_for_rebuild, own_folders};
pub use model::{Change, Document, Facet, Text, Weight};
pub use quality::ndcg;
pub use synonyms::{Synonym, Synonyms};
pub use write::Refill;
