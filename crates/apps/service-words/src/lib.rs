#![doc = include_str!("../README.md")]

mod changes;
mod functions;
mod labels;

pub use changes::{Change, PieceView, changes, pieces};
pub use functions::{function_key, function_name};
pub use labels::{label, label_key, language};
