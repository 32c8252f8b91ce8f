#![doc = include_str!("../README.md")]

mod adapters;
mod document;
mod model;
mod port;
mod queue;
mod store;
mod translate;
mod view;

#[cfg(test)]
mod tests;

pub use adapters::{DemoTranslator, HttpTranslator};
pub use document::{Spoken, sources, spoken};
pub use model::{Source, Subject, Translated};
pub use port::Translator;
pub use queue::{TranslationReader, Waiting, done, next_subject, put_off};
pub use translate::{keep, missing, translate_missing};
pub use view::languages_of;
