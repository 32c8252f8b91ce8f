//! Engines.

mod demo;
mod http;

pub use demo::DemoTranslator;
pub use http::HttpTranslator;
