#![doc = include_str!("../README.md")]

mod adapters;
pub mod demo;
mod lookup;
mod model;
mod port;

pub use adapters::http::HttpPersonRegister;
pub use adapters::unconfigured::Unconfigured;
pub use lookup::{Lookup, Retrieved, lookup};
pub use model::RegisterPerson;
pub use port::PersonRegister;

#[cfg(test)]
mod tests;
