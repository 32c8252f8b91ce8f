//! Tables of this module: rows, and the queries that use cases ask.

pub mod clients;
pub mod logins;
pub mod organisations;
pub mod people;
mod rows;
pub mod sessions;
pub mod staff_words;
pub mod tokens;

pub use rows::{access_tokens, api_clients, sessions as session};
