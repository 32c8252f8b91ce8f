//! On the page of an attached service: that others offer the same.

use i18n::Args;
use kernel::{Result, ServiceId};
use serde::Serialize;
use storage::Read;
use web_kit::Visit;

/// Context of `services/_family.html`.
#[derive(Debug, Serialize)]
pub(crate) struct FamilyPart {
    /// The page of the family.
    href: String,
    /// Harmonised name.
    name: String,
    /// "In 17 municipalities".
    holders: String,
}

impl FamilyPart {
    /// The part for a service; none for one that stands alone.
    pub(crate) async fn of(tx: &Read, visit: &Visit, service: ServiceId) -> Result<Option<Self>> {
        let template = catalogue::template_of(tx, service).await?;
        let template = template.filter(|template| template.state == catalogue::TemplateState::Published);
        Ok(template.map(|template| {
            let mut values = Args::new();
            values.set("count", i64::try_from(template.members).unwrap_or(i64::MAX));
            Self {
                href: visit.url(&format!("/unified/{}", template.code)),
                name: template.name.get(visit.locale()).to_owned(),
                holders: visit.text_with("unified-holders", &values),
            }
        }))
    }

    /// An invented one.
    pub(crate) fn sample(locale: kernel::Locale) -> Self {
        Self {
            href: format!("/{locale}/unified/V101"),
            name: "Būvatļauja <paraugs>".to_owned(),
            holders: "18 iestādēs".to_owned(),
        }
    }
}
