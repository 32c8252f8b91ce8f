//! A person's own data and the capacities they may act in.

mod sessions;
mod show;
mod switch;

pub(crate) use sessions::{SessionsPage, end_others, end_session, sessions};
pub(crate) use show::{ProfilePage, save, show};
pub(crate) use switch::switch;
