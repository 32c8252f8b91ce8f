//! The page of an institution's systems with invented ones.

use super::page::{Issued, System, SystemsPage, TypedSystem};
use crate::parts::{Choice, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for SystemsPage {
    const NAME: &'static str = "work/systems/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let system = |name: &str, number: u8, revoked: bool| System {
            id: format!("01900000-0000-7000-8000-0000000000{number}"),
            name: name.to_owned(),
            scopes: vec!["cases:read".to_owned(), "cases:write".to_owned()],
            created: DateTime::UNIX_EPOCH,
            used: (number == 21).then_some(DateTime::UNIX_EPOCH),
            revoked: revoked.then_some(DateTime::UNIX_EPOCH),
            former_until: (number == 21).then_some(DateTime::UNIX_EPOCH),
            renew: format!("/{locale}/work/systems/{number}/renew"),
            revoke: format!("/{locale}/work/systems/{number}/revoke"),
        };
        let plain = Self {
            institution: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            of: String::new(),
            systems: vec![system("SAIS", 21, false), system("Arhīvs", 22, true)],
            scopes: vec![Choice {
                hint: Some(either(locale, "Lasīt iestādes lietas un to gaitu", "Read the institution's cases")),
                ..Choice::new("cases:read", "cases:read")
            }],
            typed: TypedSystem::default(),
            issued: None,
            errors: FormErrors::none(),
        };
        let issued = Some(Issued { client: "01900000-0000-7000-8000-000000000021".to_owned(), secret: "x".repeat(43) });
        let mut errors = FormErrors::none();
        for field in ["name", "scopes"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let typed = TypedSystem { name: "A".to_owned(), scopes: vec!["cases:read".to_owned()] };
        let none = Self { systems: Vec::new(), of: "VSAA".to_owned(), typed, errors, ..plain.clone() };
        vec![Self { issued, ..plain.clone() }, none, plain]
    }
}
