//! The first page.

mod samples;
mod show;

pub(crate) use show::{HomePage, Tile, show, situation_tile, themes};
