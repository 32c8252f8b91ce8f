//! The registers that can be connected.

pub(crate) mod http;
pub(crate) mod unconfigured;
