//! Parts of the page of a service.

pub(crate) mod open;
