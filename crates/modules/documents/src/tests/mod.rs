//! Tests of files: what is accepted, what is refused, who may see what.

mod access;
mod archives;
mod inspect;
mod names;
mod samples;
