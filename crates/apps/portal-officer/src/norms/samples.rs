//! The pages of rules with invented statements.

use super::edit::{Line, NormPage};
use super::list::{Document, Group, Measured, NormsPage, Row};
use super::satisfaction::{Line as MeasuredLine, SatisfactionPage};
use super::typed::{TypedMeasurement, TypedNorm};
use crate::parts::{Choice, either};
use crate::quality::Holder;
use chrono::{DateTime, NaiveDate};
use kernel::Locale;
use web_kit::{FormErrors, Template};

const LINK: &str = "https://www.example.lv/noteikumi";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 15).unwrap_or_default()
}

fn holder(locale: Locale) -> Holder {
    let name = either(locale, "Valsts sociālās apdrošināšanas aģentūra", "State Social Insurance Agency");
    Holder { name, id: None }
}

fn document() -> Document {
    let title = "Klientu apkalpošanas noteikumi <paraugs>".to_owned();
    Document { title, number: "1-2/3".to_owned(), from: Some(day()), link: LINK.to_owned() }
}

fn wrong(locale: Locale, fields: &[&str]) -> FormErrors {
    let mut errors = FormErrors::none();
    for field in fields {
        errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
    }
    errors
}

fn measured(locale: Locale, due: &'static str, late: bool) -> Measured {
    let known = due != "never-stated";
    Measured {
        href: format!("/{locale}/work/norms/satisfaction"),
        ended_on: known.then(day),
        published_on: (due == "in-time").then(day),
        link: if due == "in-time" { LINK.to_owned() } else { String::new() },
        due,
        late,
        by: known.then(day),
    }
}

fn row(locale: Locale, point: &str, state: &'static str) -> Row {
    let bare = Document { number: String::new(), from: None, link: String::new(), ..document() };
    Row {
        point: point.to_owned(),
        title: either(locale, "Objektīvs lēmums", "Objective decisions"),
        href: format!("/{locale}/work/norms/{point}"),
        state,
        document: match state {
            "in-force" => Some(document()),
            "not-yet" => Some(bare),
            _ => None,
        },
        note: if state == "in-force" { "Par kļūdu <atvainojas> un to labo.".to_owned() } else { String::new() },
        valid_from: (state != "not-stated").then(day),
        coming: (state == "not-yet").then(day),
    }
}

impl Template for NormsPage {
    const NAME: &'static str = "work/norms/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let rows = |point: &str| vec![row(locale, &format!("{point}.1"), "in-force"), row(locale, "26.2", "not-yet")];
        let own = Self {
            holder: holder(locale),
            on: String::new(),
            past: None,
            states: true,
            in_force: 2,
            groups: vec![
                Group { point: "20".to_owned(), rows: rows("20") },
                Group { point: "26".to_owned(), rows: vec![row(locale, "26.3", "not-stated")] },
            ],
            measured: measured(locale, "in-time", false),
            errors: FormErrors::none(),
        };
        let overseen = Holder { id: Some("1".to_owned()), ..holder(locale) };
        let past = Self {
            past: Some(day()),
            on: "15.01.2026".to_owned(),
            states: false,
            holder: overseen,
            measured: measured(locale, "measure-late", true),
            ..own.clone()
        };
        let again = Self {
            on: "rīt".to_owned(),
            errors: wrong(locale, &["on"]),
            measured: measured(locale, "never-stated", false),
            ..own.clone()
        };
        let published = Self { measured: measured(locale, "to-publish", false), ..own.clone() };
        let late = Self { measured: measured(locale, "publish-late", true), ..own.clone() };
        vec![own, past, again, published, late]
    }
}

impl Template for NormPage {
    const NAME: &'static str = "work/norms/edit.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |version, state: &'static str| Line {
            version,
            state,
            document: (state == "in-force").then(document),
            note: if version == 1 { String::new() } else { "Par kļūdu atvainojas.".to_owned() },
            valid_from: day(),
            stated_at: DateTime::UNIX_EPOCH,
            stated_by: if version == 1 { String::new() } else { "Dace Zariņa".to_owned() },
        };
        let states = [("in-force", "Ir spēkā", "In force"), ("not-yet", "Vēl nav", "Not yet")];
        let known = Self {
            holder: holder(locale),
            back: format!("/{locale}/work/norms"),
            here: format!("/{locale}/work/norms/20.4"),
            point: "20.4".to_owned(),
            title: either(locale, "Objektīvs lēmums", "Objective decisions"),
            law: either(locale, "Kā lēmumu pieņem objektīvi.", "How decisions are made objectively."),
            states: true,
            choices: states.map(|(value, lv, en)| Choice::new(value, either(locale, lv, en))).to_vec(),
            revision: 2,
            typed: TypedNorm { state: "in-force".to_owned(), link: LINK.to_owned(), ..TypedNorm::default() },
            history: vec![line(2, "in-force"), line(1, "not-yet")],
            errors: FormErrors::none(),
        };
        let fields = ["state", "title", "number", "document_from", "link", "note", "valid_from"];
        let again = Self { errors: wrong(locale, &fields), ..known.clone() };
        let first = Self { history: Vec::new(), revision: 0, typed: TypedNorm::default(), ..known.clone() };
        let read = Self { states: false, ..known.clone() };
        vec![known, again, first.clone(), read, Self { states: false, ..first }]
    }
}

impl Template for SatisfactionPage {
    const NAME: &'static str = "work/norms/satisfaction.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |version, published: bool| MeasuredLine {
            version,
            ended_on: day(),
            published_on: published.then(day),
            link: if published { LINK.to_owned() } else { String::new() },
            stated_at: DateTime::UNIX_EPOCH,
            stated_by: if published { "Dace Zariņa".to_owned() } else { String::new() },
        };
        let known = Self {
            holder: holder(locale),
            back: format!("/{locale}/work/norms"),
            states: true,
            measured: measured(locale, "in-time", false),
            revision: 2,
            typed: TypedMeasurement { ended_on: "15.01.2026".to_owned(), ..TypedMeasurement::default() },
            history: vec![line(2, true), line(1, false)],
            errors: FormErrors::none(),
        };
        let again = Self { errors: wrong(locale, &["ended_on", "published_on", "link"]), ..known.clone() };
        let never = Self {
            history: Vec::new(),
            revision: 0,
            states: false,
            measured: measured(locale, "never-stated", false),
            typed: TypedMeasurement::default(),
            ..known.clone()
        };
        let late = Self { measured: measured(locale, "publish-late", true), ..known.clone() };
        vec![known, again, never, late]
    }
}
