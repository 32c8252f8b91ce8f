//! Facts about services.

use kernel::{InstitutionId, Result};
use serde::{Deserialize, Serialize};
use storage::NewEvent;

/// A service was registered and has a code.
pub const SERVICE_REGISTERED: &str = "service.registered";
/// A version of its description became public.
pub const SERVICE_PUBLISHED: &str = "service.published";
/// It can no longer be requested.
pub const SERVICE_WITHDRAWN: &str = "service.withdrawn";

/// Data of all three events, version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ServiceFact {
    pub code: String,
    pub holder: InstitutionId,
    pub version: i32,
    pub digest: String,
}

impl ServiceFact {
    /// The event of `kind`.
    pub fn event(&self, kind: &'static str) -> Result<NewEvent> {
        NewEvent::new(kind, 1, self)
    }
}
