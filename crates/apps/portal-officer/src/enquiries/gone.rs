//! What was typed about a letter that is not the institution's any more.

use super::show::Typed;
use crate::parts::either;
use kernel::Locale;
use serde::Serialize;
use web_kit::Template;

/// Context of `work/enquiries/gone.html`. It looks the same for a letter of others and for one that never was.
#[derive(Debug, Clone, Serialize)]
pub struct GonePage {
    /// Whether it was to be the answer, and not the reason for passing the letter on.
    answer: bool,
    text: String,
}

impl GonePage {
    pub(super) fn of(typed: Typed) -> Self {
        let answer = !typed.answer.is_empty();
        Self { answer, text: if answer { typed.answer } else { typed.reason } }
    }
}

impl Template for GonePage {
    const NAME: &'static str = "work/enquiries/gone.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let text = either(locale, "Jā.\nTulkojumu <apliecina>.", "Yes.\nThe translation <is certified>.");
        vec![Self { answer: true, text: text.clone() }, Self { answer: false, text }]
    }
}
