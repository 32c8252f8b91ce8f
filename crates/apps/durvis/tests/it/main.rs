//! Whole servers on both databases: one binary, so that everything is linked once.
#![expect(clippy::expect_used, reason = "a test stops at the first thing that is not as it should be")]
mod browser;
mod commands;
mod editing;
mod examples;
mod finding;
mod front_door;
mod headers;
mod kill;
mod matrix;
mod open;
mod operations;
mod rules;
mod support;
mod things;
mod walkthroughs;
mod wrong_input;
