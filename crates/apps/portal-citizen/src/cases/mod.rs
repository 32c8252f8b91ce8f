//! A client's own cases: the list, one case, and what a client can do with it.

mod act;
mod answer;
mod attached;
mod list;
mod show;
mod submitted;
mod timeline;
mod withdraw;

pub(crate) use act::{complain, rate};
pub(crate) use answer::answer;
pub(crate) use list::{ListPage, list};
pub(crate) use show::{CasePage, show};
pub(crate) use submitted::{SubmittedPage, submitted};
pub(crate) use withdraw::{WithdrawPage, ask_withdraw, withdraw};
