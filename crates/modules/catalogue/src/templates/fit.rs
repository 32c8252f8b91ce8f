//! Whether a service may be attached to a template.

use super::TemplateScope;
use institutions::{Institution, InstitutionKind};
use kernel::{Error, Result};

/// That services of this holder may be attached to templates of this scope (UNI-02, UNI-08).
pub(super) fn require_scope(scope: TemplateScope, holder: &Institution) -> Result<()> {
    if fits(scope, holder.kind) { Ok(()) } else { Err(Error::conflict("template-scope")) }
}

/// Whether holders of this kind may attach services to templates of this scope.
pub(super) fn fits(scope: TemplateScope, kind: InstitutionKind) -> bool {
    let municipal = kind == InstitutionKind::Municipality;
    match scope {
        TemplateScope::Municipalities => municipal,
        TemplateScope::State => !municipal,
        TemplateScope::Both => true,
    }
}
