//! What a text lacks before it may be published.

/// A missing or faulty element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Where in the text: `steps/2/title`.
    pub path: String,
    /// Message id of what is wrong, without `error-`.
    pub key: &'static str,
}
