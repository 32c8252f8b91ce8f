//! Reported mistakes in life situations and services.

mod act;
mod list;
mod notice;
mod show;

pub use act::{forward, resolve};
pub use list::{ListPage, list};
pub use notice::CorrectionNotice;
pub use show::{CorrectionPage, show};
