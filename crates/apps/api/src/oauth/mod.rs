//! OAuth 2 for systems.

pub mod token;
