#![doc = include_str!("../README.md")]

mod breaker;
mod call;
mod client;
mod crypto;
mod public;
mod settings;

pub use call::{Answer, Call};
pub use client::Client;
pub use crypto::install_crypto;
pub use public::{Lookup, Probe, PublicClient, PublicSettings, Resolver, SystemResolver, is_public};
pub use settings::Settings;

#[cfg(test)]
mod tests;
