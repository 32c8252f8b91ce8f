//! Texts and what waits for an engine.

use kernel::digest_hex;
use uuid::Uuid;

/// A text that people wrote.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Source {
    /// The text.
    pub text: String,
    /// Its language, by BCP 47 tag: `lv`.
    pub language: String,
}

impl Source {
    /// A text in a language.
    pub fn new(text: impl Into<String>, language: impl Into<String>) -> Self {
        Self { text: text.into(), language: language.into() }
    }

    /// SHA-256 of the text, in hexadecimal: the name under which its translations are kept.
    #[must_use]
    pub fn digest(&self) -> String {
        digest_hex(self.text.as_bytes())
    }
}

/// A text in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The text.
    pub text: String,
    /// Who translated it.
    pub engine: String,
}

/// Something public whose texts wait to be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What kind of thing: `service`.
    pub kind: String,
    /// Which one.
    pub id: Uuid,
}
