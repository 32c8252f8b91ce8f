#![doc = include_str!("../README.md")]

mod app;
mod cli;
mod commands;
mod demo;
mod failure;
mod open;
mod ops;
mod patience;
mod server;
mod subscriptions;
mod translate;

pub use app::{Mode, routes};
pub use commands::run;
pub use failure::Failure;
pub use server::{Running, start};

#[cfg(test)]
mod tests;
