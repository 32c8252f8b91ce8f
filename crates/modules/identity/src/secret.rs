//! Random secrets that are handed out once and kept only as SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Ids, digest_hex};
use std::fmt;
use subtle::ConstantTimeEq as _;

/// A fresh secret of 256 random bits as text. `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub(crate) fn new(ids: &dyn Ids) -> Self {
        Self(URL_SAFE_NO_PAD.encode(ids.secret()))
    }

    /// The text to hand out, once.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is kept.
    pub(crate) fn hash(&self) -> String {
        hash(&self.0)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// What is kept of a secret that somebody shows.
pub fn hash(shown: &str) -> String {
    digest_hex(shown.as_bytes())
}

/// Whether two texts are equal, in a time that does not tell where they differ.
pub fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}
