//! Context of the page that finds viewings.

use super::page::Viewed;
use crate::parts::{Choice, either};
use crate::picks::{Pick, said};
use chrono::DateTime;
use kernel::Locale;
use serde::Serialize;
use web_kit::{Fields, FormErrors, Template};

/// Context of `work/audit/viewings.html`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ViewingsPage {
    pub(super) institution: Pick,
    pub(super) typed: Typed,
    pub(super) found: Option<Found>,
    pub(super) errors: FormErrors,
}

/// What the form says.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Typed {
    /// Whose data were looked at: a personal code.
    pub(super) code: String,
    /// Who looked: an institution.
    pub(super) institution: String,
    /// Who looked: the personal code of an official.
    pub(super) official: String,
    pub(super) from: String,
    pub(super) to: String,
}

impl Typed {
    pub(super) fn of(sent: &Fields) -> Self {
        let text = |name: &str| sent.text(name).to_owned();
        Self {
            code: text("code"),
            institution: said(sent, "institution"),
            official: text("official"),
            from: text("from"),
            to: text("to"),
        }
    }
}

/// A page of viewings.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Found {
    pub(super) lines: Vec<Line>,
    /// Where the next page begins, or where to look further.
    pub(super) next: Option<String>,
}

/// One viewing and its case.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Line {
    pub(super) viewed: Viewed,
    pub(super) case: Option<LinkedCase>,
}

/// A case whose check is a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LinkedCase {
    pub(super) number: String,
    pub(super) href: String,
}

impl Template for ViewingsPage {
    const NAME: &'static str = "work/audit/viewings.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let viewed = Viewed {
            at: DateTime::UNIX_EPOCH,
            who: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            official: Some("Pēteris <Liepa>".to_owned()),
            role: "officer",
            what: either(locale, "Lieta", "The case"),
            why: either(locale, "Iesnieguma izskatīšana", "Handling the application"),
        };
        let case = LinkedCase { number: "1007 42".to_owned(), href: format!("/{locale}/work/audit?number=1007-42") };
        let lines = vec![
            Line { viewed: viewed.clone(), case: Some(case) },
            Line { viewed: Viewed { official: None, ..viewed }, case: None },
        ];
        let listed = Pick { choices: vec![Choice::new("1", "VSAA")], ..Pick::default() };
        let typed = Typed { code: "328000-00014".to_owned(), from: "01.01.2026".to_owned(), ..Typed::default() };
        let mut errors = FormErrors::none();
        for field in ["code", "institution", "official", "from", "to"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let page = Self { institution: listed, typed, ..Self::default() };
        let of = |lines, next: Option<&str>| Some(Found { lines, next: next.map(str::to_owned) });
        vec![
            Self { found: of(lines, Some("31")), ..page.clone() },
            Self { found: of(Vec::new(), Some("31")), ..page.clone() },
            Self { found: of(Vec::new(), None), ..page.clone() },
            Self { institution: Pick::sample("valsts", &["VID", "VSAA"]), errors, ..page },
            Self::default(),
        ]
    }
}
