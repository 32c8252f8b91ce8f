//! Tests of the analysis and of finding things.
mod analysis;
mod finding;
mod writing;
