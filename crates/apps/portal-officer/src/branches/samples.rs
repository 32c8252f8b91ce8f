//! The pages of branches with invented ones.

use super::edit::{BranchPage, Known};
use super::list::{BranchesPage, Row};
use super::typed::TypedBranch;
use crate::parts::{Paging, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{Fields, FormErrors, Template};

impl Template for BranchesPage {
    const NAME: &'static str = "work/branches/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let row = |number: u8, closed: bool| Row {
            code: format!("VSAA-{number}"),
            name: either(locale, "Cēsu filiāle <paraugs>", "Cēsis branch <example>"),
            href: format!("/{locale}/work/branches/VSAA-{number}"),
            address: "Raunas iela 8, Cēsis".to_owned(),
            hours: either(locale, "Darba dienās 8.30–17.00", "Working days 8.30–17.00"),
            phone: closed.then(|| "+371 64000000".to_owned()),
            origin: (!closed).then_some("example"),
            closed_at: closed.then_some(DateTime::UNIX_EPOCH),
        };
        let institution = either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency");
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/branches?after=31")) };
        let empty = Self { institution, rows: Vec::new(), paging: Paging::default() };
        vec![Self { rows: vec![row(1, false), row(2, true)], paging, ..empty.clone() }, empty]
    }
}

impl Template for BranchPage {
    const NAME: &'static str = "work/branches/edit.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let action = format!("/{locale}/work/branches/VSAA-1");
        let known = |closed: bool| Known {
            code: "VSAA-1".to_owned(),
            name: either(locale, "Cēsu filiāle <paraugs>", "Cēsis branch <example>"),
            revision: 3,
            closed_at: closed.then_some(DateTime::UNIX_EPOCH),
            close: format!("{action}/close"),
        };
        let fields = [("name_lv", "Cēsu <filiāle>"), ("latitude", "ziemeļi"), ("day-1", "8:30-17:00"), ("day-2", "x")];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let typed = TypedBranch::of(&Fields(fields.to_vec()));
        let mut errors = FormErrors::none();
        for field in ["latitude", "day-2"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let other = [("name_lv", "Cēsu filiāle"), ("latitude", "57,31"), ("day-1", "9:00–12:00")];
        let other = TypedBranch::of(&Fields(other.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()));
        let page = |known, errors| Self { action: action.clone(), known, typed: typed.clone(), stored: None, errors };
        let meanwhile = |closed: bool, errors: &FormErrors| {
            let page = page(Some(known(closed)), errors.clone());
            Self { stored: Some(other.clone()), ..page }
        };
        let mut shut = FormErrors::none();
        shut.add(None, either(locale, "Vieta ir slēgta.", "The place is closed."));
        let blank = Self { typed: TypedBranch::default(), ..page(None, FormErrors::none()) };
        vec![
            meanwhile(false, &errors),
            meanwhile(true, &shut),
            page(Some(known(false)), errors),
            page(Some(known(true)), FormErrors::none()),
            blank,
        ]
    }
}
