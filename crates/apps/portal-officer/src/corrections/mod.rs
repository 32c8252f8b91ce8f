//! Reported mistakes in life situations.

mod act;
mod list;
mod show;

pub use act::{forward, resolve};
pub use list::{ListPage, list};
pub use show::{CorrectionPage, show};
