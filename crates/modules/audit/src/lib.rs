#![doc = include_str!("../README.md")]

mod verify;
mod viewings;

pub use verify::{verify, verify_case};
pub use viewings::{Viewing, own_viewings, own_viewings_in_case, viewings_by, viewings_in_case, viewings_of};

#[cfg(test)]
mod tests;
