//! The directory of staff with invented people.

use super::list::{Row, StaffPage};
use crate::parts::{Choice, Paging, either};
use crate::picks::Pick;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for StaffPage {
    const NAME: &'static str = "work/staff/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |name: &str, role: &'static str, full: bool| Row {
            name: name.to_owned(),
            role,
            unit: full.then(|| either(locale, "Pabalstu <daļa>", "Benefits <unit>")),
            institution: either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency"),
            href: format!("/{locale}/institutions/VSAA"),
            phone: full.then(|| "64507020".to_owned()),
            email: full.then(|| "pasts@example.lv".to_owned()),
        };
        let empty = Self {
            q: String::new(),
            roles: vec![Choice::new("officer", either(locale, "Amatpersona", "Officer"))],
            role: "",
            institution: Pick {
                choices: vec![Choice::new("1", either(locale, "Cēsu novada pašvaldība", "Cēsis Municipality"))],
                ..Pick::default()
            },
            errors: FormErrors::none(),
            looked: false,
            rows: Vec::new(),
            paging: Paging::default(),
        };
        let found = Self {
            q: "liepa".to_owned(),
            role: "officer",
            looked: true,
            rows: vec![row("Dace Zariņa", "contact_person", false), row("Pēteris Liepa", "officer", true)],
            paging: Paging { first: Some("/a".to_owned()), next: Some("/b".to_owned()) },
            ..empty.clone()
        };
        let nobody = Self { q: "<x>".to_owned(), looked: true, ..empty.clone() };
        let further = Self { paging: found.paging.clone(), ..nobody.clone() };
        let mut errors = FormErrors::none();
        errors.add(Some("institution"), either(locale, "Šādas iestādes nav.", "There is no such institution."));
        let several = Self {
            institution: Pick::sample("aģentūra", &["VSAA", "NVA"]).linked(|_| "/a".to_owned()),
            ..nobody.clone()
        };
        let unknown = Self { institution: Pick::sample("nekas", &[]), errors, ..empty.clone() };
        vec![empty, found, nobody, further, several, unknown]
    }
}
