//! Asking for the key of a letter: whoever wrote it down types it here.

use http::StatusCode;
use kernel::{Error, Locale};
use serde::Serialize;
use web_kit::{Answer, FormErrors, Template, Visit};

/// Context of `enquiries/key.html`.
#[derive(Debug, Serialize)]
pub(crate) struct KeyPage {
    reference: String,
    errors: FormErrors,
}

/// The page before anything was typed.
pub(super) fn ask(visit: &Visit) -> Answer {
    visit.render(&KeyPage { reference: String::new(), errors: FormErrors::none() })
}

/// Nothing was typed.
pub(super) fn missing(visit: &Visit) -> Answer {
    let errors = visit.form_errors(Error::invalid("form-has-errors").field("reference", "enquiry-key-needed"))?;
    visit.render_invalid(&KeyPage { reference: String::new(), errors })
}

/// No letter has this key: it stays where it was typed.
pub(super) fn unknown(visit: &Visit, reference: String) -> Answer {
    let errors = visit.form_errors(Error::invalid("form-has-errors").field("reference", "enquiry-key"))?;
    visit.render_with(StatusCode::NOT_FOUND, &KeyPage { reference, errors })
}

impl Template for KeyPage {
    const NAME: &'static str = "citizen/enquiries/key.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let mut errors = FormErrors::none();
        let told = if locale == Locale::Lv { "Šādas vēstules nav." } else { "There is no such letter." };
        errors.add(Some("reference"), told);
        vec![
            Self { reference: String::new(), errors: FormErrors::none() },
            Self { reference: "0f<1e>".to_owned(), errors },
        ]
    }
}
