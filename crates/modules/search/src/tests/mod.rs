//! Tests of the analysis and of finding things.
mod analysis;
mod facets;
mod finding;
mod quality;
mod synonyms;
mod writing;
