//! Consultations, registered from the panel beside the queue.

mod register;
mod undo;

pub use register::register;
pub use undo::undo;
