#![doc = include_str!("../README.md")]

mod error;
mod nearest;
mod schema;
mod secret;
mod sections;
mod source;

#[cfg(test)]
mod tests;

pub use error::ConfigError;
pub use schema::{KEYS, Key, Kind, explain};
pub use secret::Secret;
pub use sections::{
    Claims, Config, Database, Jobs, Log, LogFormat, Oidc, OpenData, RateLimit, Registers, Server, Storage, Translation,
    Upload, load,
};
pub use source::Sources;
