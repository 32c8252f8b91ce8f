//! `/work/services/import`: where a table is uploaded.

use kernel::Locale;
use serde::Serialize;
use web_kit::{Answer, FormErrors, Template, Visit};

/// Context of `work/services_exchange/import.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ImportPage {
    pub(super) errors: FormErrors,
}

impl Template for ImportPage {
    const NAME: &'static str = "work/services_exchange/import.html";

    fn samples(_locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        errors.add(Some("table"), "Izvēlieties datni.");
        vec![Self::default(), Self { errors }]
    }
}

/// The empty form.
pub async fn show(visit: Visit) -> Answer {
    visit.render(&ImportPage::default())
}
