//! `/work/services/new`: registers a service by its name; it gets its code here.

use crate::parts::either;
use kernel::{LangText, Locale};
use serde::Serialize;
use web_kit::{Answer, Fields, FormErrors, Template, Visit};

/// Context of `work/services/new.html`.
#[derive(Debug, Clone, Serialize)]
pub struct NewPage {
    lv: String,
    en: String,
    /// The most characters that a name should have.
    most: usize,
    errors: FormErrors,
}

impl NewPage {
    fn of(lv: String, en: String, errors: FormErrors) -> Self {
        Self { lv, en, most: catalogue::most_characters("name").unwrap_or_default(), errors }
    }
}

impl Template for NewPage {
    const NAME: &'static str = "work/services/new.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        errors.add(Some("name/lv"), either(locale, "Ierakstiet nosaukumu.", "Write the name."));
        let empty = Self::of(String::new(), String::new(), FormErrors::none());
        vec![Self { en: "Benefit".to_owned(), errors, ..empty.clone() }, empty]
    }
}

/// Asks for the name.
pub async fn show(visit: Visit) -> Answer {
    visit.render(&NewPage::of(String::new(), String::new(), FormErrors::none()))
}

/// Registers it and leads to its first section.
pub async fn register(visit: Visit, sent: Fields) -> Answer {
    let (lv, en) = (sent.text("name/lv").to_owned(), sent.text("name/en").to_owned());
    let holder = visit.caller().require_institution()?;
    let mut tx = visit.write().await?;
    match catalogue::register_by_name(&mut tx, holder, LangText::new(&lv, &en)).await {
        Ok(code) => {
            tx.commit().await?;
            visit.redirect(&format!("/work/services/{code}?done=service-registered"))
        }
        Err(error) => {
            let errors = visit.form_errors(error)?;
            visit.shown_at("/work/services/new").render_invalid(&NewPage::of(lv, en, errors))
        }
    }
}
