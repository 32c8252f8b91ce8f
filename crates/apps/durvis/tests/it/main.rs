//! Whole servers on both databases: one binary, so that everything is linked once.
mod browser;
mod commands;
mod front_door;
mod kill;
mod matrix;
mod operations;
mod support;
mod things;
mod walkthroughs;
