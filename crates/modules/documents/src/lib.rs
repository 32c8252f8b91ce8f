#![doc = include_str!("../README.md")]

mod attach_to_case;
mod inspect;
mod jobs;
mod list_for;
mod model;
mod open;
mod policy;
mod remove;
mod store;
mod store_upload;

pub use attach_to_case::attach_to_case;
pub use inspect::{InspectedFile, inspect, too_large};
pub use jobs::{PURGE_TIMER, purge};
pub use list_for::{document, document_of_case, documents_of_case, documents_of_cases, list_for};
pub use model::{Document, FileType, MAX_PER_FIELD, Subject};
pub use open::{open, open_of_case};
pub use remove::{remove, remove_all_of_draft};
pub use store_upload::{Upload, store_upload, store_upload_as};

#[cfg(test)]
mod tests;
