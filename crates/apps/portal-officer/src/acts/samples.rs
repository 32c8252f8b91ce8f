//! The page of repealed acts with invented ones.

use super::page::{ActsPage, Line, TypedAct};
use crate::parts::either;
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for ActsPage {
    const NAME: &'static str = "work/acts/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |number: &str, title: &str| Line {
            number: number.to_owned(),
            title: title.to_owned(),
            href: format!("https://likumi.lv/ta/id/{number}"),
            successor: "Pašvaldību <likums>".to_owned(),
            link: "https://likumi.lv/ta/id/336956".to_owned(),
            revision: 2,
            change: format!("/{locale}/work/acts?edit={number}#act"),
            remove: format!("/{locale}/work/acts/{number}/remove"),
        };
        let full = Self {
            find: "pašvald".to_owned(),
            acts: vec![line("57255", "Likums „Par pašvaldībām”"), line("36531", "Būvniecības likums (1995)")],
            more: 7,
            typed: TypedAct::default(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in ["act", "title", "successor", "link"] {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let typed =
            TypedAct { number: "57255".to_owned(), revision: 2, act: "<57255>".to_owned(), ..TypedAct::default() };
        let empty = Self { find: String::new(), acts: Vec::new(), more: 0, ..full.clone() };
        let nothing = Self { find: "zzz".to_owned(), ..empty.clone() };
        vec![full.clone(), Self { typed, errors, ..full }, nothing, empty]
    }
}
