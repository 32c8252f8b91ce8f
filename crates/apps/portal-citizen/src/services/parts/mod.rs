//! Parts of the page of a service that other things contribute.

pub(crate) mod elsewhere;
pub(crate) mod headline;
pub(crate) mod open;
mod situations;
pub(crate) mod unavailable;

pub(crate) use situations::{Extra, extra};
