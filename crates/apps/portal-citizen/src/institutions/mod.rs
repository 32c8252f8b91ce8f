//! Institutions: the page of one. They are found by the search (`search/directory.rs`).

mod samples;
mod show;

pub(crate) use show::{InstitutionPage, contacts_of, path_of, show};
