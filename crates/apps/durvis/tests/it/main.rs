//! Whole servers on both databases: one binary, so that everything is linked once.
mod commands;
mod front_door;
mod kill;
mod operations;
mod support;
mod walkthroughs;
