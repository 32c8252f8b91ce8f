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
        .with::<crate::services_exchange::RefusedPage>()
        .with::<crate::services_exchange::ImportPage>()
        .with::<crate::services_exchange::PreviewPage>()
        .with::<crate::services_exchange::DonePage>()
        .with::<crate::services::NewPage>()
        .with::<crate::services::OverviewPage>()
        .with::<crate::services::SectionPage>()
        .with::<crate::services::RefusedPage>()
        .with::<crate::services::ChangesPage>()
        .with::<crate::services::DiscardPage>()
        .with::<crate::services::OpeningPage>()
        .with::<crate::services::BulkPage>()
        .with::<crate::services::BulkReport>()
        .with::<crate::services::ApprovalPage>()
        .with::<crate::services::ProposalsPage>()
        .with::<crate::quality::QualityPage>()
        .with::<crate::quality::ServiceQualityPage>()
        .with::<crate::checks::ChecksPage>()
        .with::<crate::norms::NormsPage>()
        .with::<crate::norms::NormPage>()
        .with::<crate::norms::SatisfactionPage>()
        .with::<crate::own_indicators::OwnListPage>()
        .with::<crate::own_indicators::DefinePage>()
        .with::<crate::own_indicators::OwnPage>()
        .with::<crate::oversight::OversightPage>()
        .with::<crate::oversight::CandidatesPage>()
        .with::<crate::institution::InstitutionPage>()
        .with::<crate::audit::AuditPage>()
        .with::<crate::operations::OperationsPage>()
        .with::<crate::search::SearchPage>()
        .with::<crate::search::SearchReportPage>()
        .with::<crate::shortcuts::ShortcutsPage>()
        .with::<crate::unified::TemplatesPage>()
        .with::<crate::unified::TemplatePage>()
        .with::<crate::unified::EditPage>()
        .with::<crate::unified::CoveragePage>()
        .with::<crate::unified::SimilarPage>()
        .with::<crate::internal::InternalPage>()
        .with::<crate::situations::ListPage>()
        .with::<crate::situations::NewPage>()
        .with::<crate::situations::EditPage>()
        .with::<crate::enquiries::ListPage>()
        .with::<crate::enquiries::EnquiryPage>()
        .with::<crate::corrections::ListPage>()
        .with::<crate::corrections::CorrectionPage>()
        .with::<crate::articles::ListPage>()
        .with::<crate::articles::NewPage>()
        .with::<crate::articles::EditPage>()
}
