//! The page of an institution with invented staff.

use super::page::{InstitutionPage, Member, Name, TypedMember};
use crate::checks::Notice;
use crate::parts::{Choice, Paging, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for InstitutionPage {
    const NAME: &'static str = "work/institution/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let member = |name: &str, role: &'static str, me: bool, holds: bool| Member {
            name: name.to_owned(),
            me,
            role,
            unit: (role == "officer").then(|| either(locale, "Pabalstu daļa", "Benefits")),
            from: DateTime::UNIX_EPOCH,
            to: (!holds).then_some(DateTime::UNIX_EPOCH),
            holds,
            revoke: (holds && !me).then(|| format!("/{locale}/work/institution/members/1/revoke")),
        };
        let members = vec![
            member("Māris Eglītis", "institution_administrator", true, true),
            member("Pēteris Liepa", "officer", false, true),
            member("Dace Zariņa", "contact_person", false, true),
            member("Ilze Kalniņa", "specialist", false, false),
        ];
        let name = either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency");
        let plain = Self {
            institution: Name { name, code: "VSAA".to_owned() },
            of: String::new(),
            notices: Vec::new(),
            members,
            paging: Paging { first: None, next: Some(format!("/{locale}/work/institution?after=31")) },
            roles: vec![Choice::new("officer", either(locale, "Amatpersona", "Officer"))],
            typed: TypedMember::default(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["code", "family_name", "role", "unit"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let typed = TypedMember {
            code: "1".to_owned(),
            family_name: "Liepa".to_owned(),
            role: "officer".to_owned(),
            unit: "A".to_owned(),
        };
        let nobody = Self { members: Vec::new(), paging: Paging::default(), ..plain.clone() };
        let late = Self { notices: Notice::samples(true), ..plain.clone() };
        let begun = Self { notices: Notice::task_samples(), ..plain.clone() };
        vec![nobody, plain.clone(), late, begun, Self { typed, errors, of: "VSAA".to_owned(), ..plain }]
    }
}
