//! What has been imported.

mod entities;
mod known;
mod sources;
pub(crate) mod tables;

pub(crate) use known::{Known, Row, keep, known};
pub(crate) use sources::{Target, keep_target, target};
