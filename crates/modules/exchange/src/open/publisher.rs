//! Who publishes the register, under which address and licence; with the words of both languages.

use i18n::{Args, Catalog};
use kernel::{LangText, Locale};
use oxrdf::NamedNode;
use std::fmt;
use std::sync::Arc;

/// What an operator says of the open data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDataSettings {
    /// The address under which the register is published, without a final slash.
    pub base_url: String,
    /// Address of the licence.
    pub licence: String,
    /// Who publishes it.
    pub publisher: String,
    /// Where questions are answered.
    pub email: String,
}

struct Inner {
    settings: OpenDataSettings,
    words: Catalog,
}

/// The open data of this register; cheap to clone.
#[derive(Clone)]
pub struct OpenData(Arc<Inner>);

impl fmt::Debug for OpenData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OpenData").field(&self.0.settings).finish()
    }
}

impl OpenData {
    /// With the words of the program.
    #[must_use]
    pub fn new(settings: OpenDataSettings, words: Catalog) -> Self {
        Self(Arc::new(Inner { settings, words }))
    }

    /// What the operator said.
    #[must_use]
    pub fn settings(&self) -> &OpenDataSettings {
        &self.0.settings
    }

    /// The address of a service, for ever: it leads to the page or to the data, as the asker wants.
    #[must_use]
    pub fn service_address(&self, code: &str) -> String {
        format!("{}/id/service/{code}", self.0.settings.base_url)
    }

    pub(super) fn service(&self, code: &str) -> NamedNode {
        NamedNode::new_unchecked(self.service_address(code))
    }

    /// A thing with an address of ours. Characters that an address cannot hold are written as it prescribes.
    pub(super) fn thing(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}/{}", self.0.settings.base_url, escaped(path, b"-._~/#?=")))
    }

    /// A thing of ours that people name in their own words: whatever they write stays one part of the path.
    pub(super) fn named(&self, folder: &str, name: &str) -> NamedNode {
        let name = escaped(name, b"-_~");
        NamedNode::new_unchecked(format!("{}/{folder}/{name}", self.0.settings.base_url))
    }

    /// A text of the program in both languages; none when there is no such text.
    pub(super) fn words(&self, key: &str, args: &Args<'_>) -> Option<LangText> {
        let lv = self.0.words.text(Locale::Lv, key, args)?;
        let en = self.0.words.text(Locale::En, key, args)?;
        Some(LangText::new(lv, en))
    }

    /// As [`Self::words`], without values.
    pub(super) fn word(&self, key: &str) -> Option<LangText> {
        self.words(key, &Args::new())
    }
}

/// Everything but letters, digits and these marks becomes `%XX`.
fn escaped(text: &str, marks: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || marks.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
