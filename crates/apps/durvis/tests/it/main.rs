//! Whole servers on both databases: one binary, so that everything is linked once.
mod commands;
mod kill;
mod operations;
mod support;
