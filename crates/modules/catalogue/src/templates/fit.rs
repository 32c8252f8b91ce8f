//! Whether a service may be attached to a template.

use super::TemplateScope;
use institutions::{Institution, InstitutionKind};
use kernel::{Error, Result};

/// That services of this holder may be attached to templates of this scope (UNI-02, UNI-08).
pub(super) fn require_scope(scope: TemplateScope, holder: &Institution) -> Result<()> {
    if scope.takes(holder.kind) { Ok(()) } else { Err(Error::conflict("template-scope")) }
}

impl TemplateScope {
    /// Whether holders of this kind may attach services to templates of this scope.
    #[must_use]
    pub fn takes(self, kind: InstitutionKind) -> bool {
        let municipal = kind == InstitutionKind::Municipality;
        match self {
            Self::Municipalities => municipal,
            Self::State => !municipal,
            Self::Both => true,
        }
    }
}
