//! Rows of this module's tables.

pub mod access_tokens;
pub mod api_clients;
pub mod organisations;
pub mod pending_logins;
pub mod person_codes;
pub mod persons;
pub mod representations;
pub mod sessions;
pub mod staff_words;
