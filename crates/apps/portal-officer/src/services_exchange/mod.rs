//! Services in and out for the people of institutions: tables that are written out, filled in and read in again; and
//! which writes of systems were refused.

mod apply;
mod export;
mod form;
mod lines;
mod preview;
mod refused;

pub use apply::{DonePage, apply};
pub use export::{csv, xlsx};
pub use form::{ImportPage, show};
pub use preview::{PreviewPage, preview};
pub use refused::{RefusedPage, refused};
