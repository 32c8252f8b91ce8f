//! Parts of the page of a service that other things contribute.

mod situations;

pub(crate) use situations::{Extra, extra};
