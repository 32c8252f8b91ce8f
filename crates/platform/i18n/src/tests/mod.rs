//! Tests of the texts and of how values are written.

mod format;
mod keys;
mod negotiate;
mod plurals;
mod sources;
