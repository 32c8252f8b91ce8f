//! The page of a record with invented institutions.

use super::page::{Change, Known, RecordPage};
use super::typed::TypedInstitution;
use crate::differences::Difference;
use crate::parts::{Choice, Paging, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{Fields, FormErrors, Template};

impl Template for RecordPage {
    const NAME: &'static str = "work/institutions/record.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let known = Known {
            code: "VSAA".to_owned(),
            name: either(locale, "Apdrošināšanas aģentūra <paraugs>", "Insurance Agency <example>"),
            kind: "state_institution",
            origin: "own",
            revision: 3,
            public: format!("/{locale}/institutions/VSAA"),
        };
        let fields = [
            ("name_lv", "Aģentūra <paraugs>"),
            ("kind", "state_institution"),
            ("parent", "LM"),
            ("calendar_transfers", "state"),
            ("phone", "+371 64000000"),
            ("email", "pasts"),
            ("latitude", "ziemeļi"),
            ("day-1", "8:30-17:00"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let change = |what: Option<String>, by: Option<&str>| Change {
            at: DateTime::UNIX_EPOCH,
            by: by.map(str::to_owned),
            after: if what.is_some() { "+371 64000000".to_owned() } else { String::new() },
            before: String::new(),
            what,
        };
        let phone = || either(locale, "Tālrunis", "Telephone");
        let mut errors = FormErrors::none();
        for field in ["kind", "email", "latitude"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let other = "+371 64000001".to_owned();
        let conflict = vec![Difference { place: phone(), mine: "+371 64000000".to_owned(), theirs: other }];
        let blank = Self {
            action: format!("/{locale}/work/institutions"),
            known: None,
            whole: true,
            kinds: vec![Choice::new("state_institution", either(locale, "Valsts iestāde", "State institution"))],
            regions: vec![Choice::new("Vidzeme", "Vidzeme")],
            transfers: vec![Choice::new("state", either(locale, "Kā valsts iestādēm", "As state institutions"))],
            typed: TypedInstitution::default(),
            conflict: Vec::new(),
            changes: Vec::new(),
            paging: Paging::default(),
            errors: FormErrors::none(),
        };
        let own = Self {
            action: format!("/{locale}/work/institutions/VSAA"),
            known: Some(known),
            whole: false,
            typed: TypedInstitution::of(&Fields(fields.to_vec())),
            changes: vec![
                change(Some(phone()), Some("Dace Zariņa")),
                change(Some(phone()), None),
                change(None, Some("Ilze")),
            ],
            paging: Paging { first: None, next: Some(format!("/{locale}/work/contacts?after=31#changes")) },
            ..blank.clone()
        };
        let wrong = Self { whole: true, conflict, errors: errors.clone(), ..own.clone() };
        vec![own, wrong, Self { errors, ..blank.clone() }, blank]
    }
}
