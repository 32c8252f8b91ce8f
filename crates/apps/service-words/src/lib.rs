#![doc = include_str!("../README.md")]

mod changes;
mod labels;

pub use changes::{Change, PieceView, changes, pieces};
pub use labels::{label, label_key, language};
