//! The templates of the workplace with their contexts.

use rust_embed::RustEmbed;
use web_kit::TemplateSet;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct Files;

/// The templates of this portal, for [`web_kit::Templates::new`].
#[must_use]
pub fn templates() -> TemplateSet {
    TemplateSet::new::<Files>("work")
        .with::<crate::desk::DeskPage>()
        .with::<crate::cases::CasePage>()
        .with::<crate::cases::IdentityPage>()
        .with::<crate::indicators::IndicatorsPage>()
        .with::<crate::services::ServicesPage>()
        .with::<crate::institution::InstitutionPage>()
        .with::<crate::audit::AuditPage>()
        .with::<crate::operations::OperationsPage>()
        .with::<crate::shortcuts::ShortcutsPage>()
        .with::<crate::internal::InternalPage>()
        .with::<crate::situations::ListPage>()
        .with::<crate::situations::NewPage>()
        .with::<crate::situations::EditPage>()
        .with::<crate::corrections::ListPage>()
        .with::<crate::corrections::CorrectionPage>()
        .with::<crate::articles::ListPage>()
        .with::<crate::articles::NewPage>()
        .with::<crate::articles::EditPage>()
}
