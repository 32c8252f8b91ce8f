#![doc = include_str!("../README.md")]

pub mod analysis;
mod errors;
mod fields;
mod index;
mod model;
mod query;
mod write;

#[cfg(test)]
mod tests;

pub use index::{Index, Location};
pub use model::{Change, Document, Facet, Hit, Hits, Query, Suggestion, Text, Weight};
