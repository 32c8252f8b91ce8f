//! Whole servers on both databases: one binary, so that everything is linked once.
#![expect(clippy::expect_used, reason = "a test stops at the first thing that is not as it should be")]
mod beside;
mod browser;
mod check;
mod commands;
mod corrected;
mod editing;
mod examples;
mod finding;
mod front_door;
mod headers;
mod interface;
mod kill;
mod matrix;
mod open;
mod operations;
mod real_data;
mod received;
mod represent;
mod rules;
mod setup;
mod several;
mod support;
mod things;
mod tokens;
mod walkthroughs;
mod wrong_input;
