//! The port: what Durvis asks of an engine, whoever runs it.

use async_trait::async_trait;
use kernel::Result;

/// An engine that translates.
#[async_trait]
pub trait Translator: Send + Sync + std::fmt::Debug {
    /// The texts in the language `to`, in the same order and number. Languages are BCP 47 tags.
    ///
    /// # Errors
    /// Unavailable `translation-unreachable` when the engine does not answer, `translation-answer` when what it answers
    /// does not fit the question.
    async fn translate(&self, texts: &[String], from: &str, to: &str) -> Result<Vec<String>>;

    /// Its name, as people read it beside a translation.
    fn name(&self) -> &str;
}
