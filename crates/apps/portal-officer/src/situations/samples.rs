//! The page on which a life situation is written, with invented content.

use super::form::{StepFields, TermFields, TextFields};
use super::page::{Check, EditPage, GapLine, Version};
use crate::differences::Difference;
use crate::parts::{Choice, either};
use crate::picks::Pick;
use chrono::{DateTime, NaiveDate};
use kernel::Locale;
use web_kit::{FormErrors, Template};

impl Template for EditPage {
    const NAME: &'static str = "work/situations/edit.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let fields = TextFields {
            title_lv: "Bērna piedzimšana".to_owned(),
            title_en: "Childbirth".to_owned(),
            steps: vec![step(), StepFields::default()],
            terms: vec![TermFields::default()],
            sdg: true,
            ..TextFields::default()
        };
        let version = |to| Version {
            version: 1,
            from: Some(DateTime::UNIX_EPOCH),
            to,
            note: "Pirmais teksts".to_owned(),
            href: to.map(|_| format!("/{locale}/life/childbirth?version=1")),
        };
        let draft_version = Version { from: None, ..version(None) };
        let check = Check { at: DateTime::UNIX_EPOCH, who: "Dace Zariņa".to_owned(), note: "Pārlasīju".to_owned() };
        let published = Self {
            here: format!("/{locale}/work/situations/childbirth"),
            title: either(locale, "Bērna piedzimšana", "Childbirth"),
            responsible: "VSAA".to_owned(),
            coordinator: "VDAA".to_owned(),
            publishes: true,
            confirms: true,
            hand: Some(Pick { choices: vec![Choice::new("2", "NVA")], ..Pick::default() }),
            state: "published",
            revision: 3,
            public: Some(format!("/{locale}/life/childbirth")),
            preview: format!("/{locale}/life/childbirth?draft=1"),
            unpublished: false,
            gaps: Vec::new(),
            check_due: NaiveDate::from_ymd_opt(2026, 11, 23),
            check_late: true,
            checks: vec![check],
            versions: vec![version(None), version(Some(DateTime::UNIX_EPOCH))],
            institutions: vec![Choice::new("1", "VSAA")],
            fields,
            note: String::new(),
            check_note: String::new(),
            conflict: Vec::new(),
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        for field in
            ["title-lv", "summary-en", "step-0-services", "deadline-0-when-lv", "note", "check-note", "responsible"]
        {
            errors.add(Some(field), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        }
        let conflict =
            vec![Difference { place: "title · lv".to_owned(), mine: "Mans".to_owned(), theirs: "Viņu".to_owned() }];
        let draft = Self {
            state: "draft",
            public: None,
            unpublished: true,
            gaps: vec![GapLine {
                field: "summary-en".to_owned(),
                place: either(locale, "īsumā · en", "summary · en"),
                what: either(locale, "Ierakstiet šo tekstu.", "Write this text."),
            }],
            check_due: None,
            check_late: false,
            checks: Vec::new(),
            versions: vec![draft_version],
            ..published.clone()
        };
        let institutions = Self { publishes: false, hand: None, unpublished: true, ..published.clone() };
        let several = Some(Pick::sample("valsts", &["VID", "VSAA"]));
        let coordinators = Self { confirms: false, hand: several, ..published.clone() };
        let (note, check_note) = ("Jauns <solis>".to_owned(), "Pārlasīju <visu>".to_owned());
        let wrong = Self { errors, conflict, note, check_note, unpublished: true, ..published.clone() };
        vec![published, draft, institutions, coordinators, wrong]
    }
}

fn step() -> StepFields {
    StepFields {
        place: "1".to_owned(),
        title_lv: "Reģistrējiet bērnu".to_owned(),
        title_en: "Register the child".to_owned(),
        text_lv: "Dzimtsarakstu nodaļā <tur>.".to_owned(),
        text_en: "At a registry office.".to_owned(),
        services: "1007 1008".to_owned(),
        institution: "1".to_owned(),
    }
}
