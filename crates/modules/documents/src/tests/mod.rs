//! Tests of files: what is accepted, what is refused, who may see what.

mod access;
mod archives;
mod inspect;
mod names;
mod policy;
mod samples;

/// The most bytes that a file of these tests may have, where that is not the point.
const LIMIT: usize = 10 << 20;
