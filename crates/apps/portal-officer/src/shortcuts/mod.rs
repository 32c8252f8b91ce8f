//! The help page of the keyboard shortcuts.

mod show;

pub use show::{ShortcutsPage, show};
