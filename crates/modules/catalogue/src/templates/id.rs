//! The id of a template.

use serde::{Deserialize, Serialize};
use std::fmt;
use storage::Stream;
use uuid::Uuid;

/// A template of unified services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemplateId(Uuid);

impl TemplateId {
    /// Wraps a UUID: that of a stored row, or the subject of a timer.
    #[must_use]
    pub const fn new(id: Uuid) -> Self {
        Self(id)
    }

    /// The bare UUID, for storage.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }

    /// Everything that happens to the template.
    #[must_use]
    pub fn stream(self) -> Stream {
        Stream::new("template", self.0)
    }
}

impl fmt::Display for TemplateId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
