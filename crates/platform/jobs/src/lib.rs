#![doc = include_str!("../README.md")]

mod caught;
mod reader;
mod runner;
mod timer;

pub use reader::{Reader, run_reader};
pub use runner::Runner;
pub use timer::{TimerHandler, run_timers};

#[cfg(test)]
mod tests;
