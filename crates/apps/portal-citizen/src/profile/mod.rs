//! A person's own data and the capacities they may act in.

mod show;
mod switch;

pub(crate) use show::{ProfilePage, save, show};
pub(crate) use switch::switch;
