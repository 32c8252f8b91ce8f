//! News and help.

mod feed;
mod list;
mod show;
mod vote;

pub(crate) use feed::feed;
pub(crate) use list::{ListPage, help, news};
pub(crate) use show::{ArticlePage, show_help, show_news};
pub(crate) use vote::{vote_help, vote_news};
