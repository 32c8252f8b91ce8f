//! The pages of own indicators with invented ones.

use super::define::DefinePage;
use super::figures::{OwnRow, Shown};
use super::list::OwnListPage;
use super::show::{Line, OwnPage};
use super::typed::{TypedOwn, TypedValue};
use crate::parts::{Choice, Paging, either};
use crate::picks::Pick;
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

fn name(locale: Locale) -> String {
    either(locale, "Atbildes laiks <minūtēs>", "Time to answer <minutes>")
}

fn wanted(locale: Locale) -> String {
    either(locale, "ne vairāk kā 5 min", "5 min or less")
}

fn wrong(locale: Locale, fields: &[&str]) -> FormErrors {
    let mut errors = FormErrors::none();
    for field in fields {
        errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
    }
    errors
}

fn betters(locale: Locale) -> Vec<Choice> {
    vec![Choice::new("higher", either(locale, "Jo vairāk", "More")), Choice::new("lower", "–")]
}

impl OwnRow {
    /// For samples of pages.
    pub fn sample(locale: Locale, values: usize) -> Self {
        let shown = |place: usize| Shown {
            month: format!("2026-{:02}", 12 - place),
            value: "4,25 min".to_owned(),
            reached: place == 0,
        };
        Self {
            code: "1007-R1".to_owned(),
            name: name(locale),
            service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            channel: "phone",
            stage: "request",
            wanted: wanted(locale),
            closed: values == 0,
            last: (values > 0).then(|| shown(0)),
            earlier: (1..values).map(shown).collect(),
        }
    }
}

impl Template for OwnListPage {
    const NAME: &'static str = "work/own_indicators/list.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let rows = vec![OwnRow::sample(locale, 3), OwnRow::sample(locale, 1), OwnRow::sample(locale, 0)];
        let paging = Paging { first: None, next: Some(format!("/{locale}/work/indicators/own?after=31")) };
        let full = Self { rows, paging, typed: String::new(), errors: FormErrors::none() };
        let again = Self {
            typed: "1007-R1,2026-13,<daudz>".to_owned(),
            errors: wrong(locale, &["values", "values"]),
            ..full.clone()
        };
        vec![Self { rows: Vec::new(), ..full.clone() }, full, again]
    }
}

impl Template for DefinePage {
    const NAME: &'static str = "work/own_indicators/define.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let listed = vec![Choice::new("1007", either(locale, "1007 Pabalsts", "1007 Benefit"))];
        let empty = Self {
            service: Pick { choices: listed, ..Pick::default() },
            channels: vec![Choice::new("phone", either(locale, "Tālrunis", "Phone"))],
            stages: vec![Choice::new("request", either(locale, "Pieprasīšana", "Requesting"))],
            betters: betters(locale),
            typed: TypedOwn::default(),
            errors: FormErrors::none(),
        };
        let fields = ["service", "channel", "stage", "name_lv", "name_en", "unit_lv", "unit_en", "better", "wanted"];
        let typed = TypedOwn { service: "1007".to_owned(), wanted: "daudz".to_owned(), ..TypedOwn::default() };
        let again = Self { typed, errors: wrong(locale, &fields), ..empty.clone() };
        let several = Self { service: Pick::sample("pabalsts", &["1004", "1007"]), ..again.clone() };
        vec![empty, Self { service: Pick::sample("zzz", &[]), ..again.clone() }, several, again]
    }
}

impl Template for OwnPage {
    const NAME: &'static str = "work/own_indicators/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let line = |month: &str, by: &str| Line {
            month: month.to_owned(),
            value: "4,25 min".to_owned(),
            reached: by.is_empty(),
            recorded_at: DateTime::UNIX_EPOCH,
            recorded_by: by.to_owned(),
        };
        let full = Self {
            here: format!("/{locale}/work/indicators/own/1007-R1"),
            code: "1007-R1".to_owned(),
            name: name(locale),
            service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            channel: "phone",
            stage: "receipt",
            wanted: wanted(locale),
            closed: false,
            revision: 1,
            values: vec![line("2026-10", "Dace Zariņa"), line("2026-09", "")],
            paging: Paging::default(),
            betters: betters(locale),
            typed: TypedOwn { name_lv: "Atbildes laiks".to_owned(), better: "lower".to_owned(), ..TypedOwn::default() },
            typed_value: TypedValue::default(),
            errors: FormErrors::none(),
        };
        let fields = ["month", "value", "name_lv", "name_en", "unit_lv", "unit_en", "better", "wanted"];
        let typed_value = TypedValue { month: "oktobris".to_owned(), value: "daudz".to_owned() };
        let again = Self { typed_value, errors: wrong(locale, &fields), ..full.clone() };
        let closed = TypedOwn { closed: true, ..full.typed.clone() };
        let closed = Self { closed: true, values: Vec::new(), typed: closed, ..full.clone() };
        let paging = Paging { first: Some("/a".to_owned()), next: Some("/b".to_owned()) };
        let middle = Self { paging, ..full.clone() };
        vec![full, middle, again, closed]
    }
}
