//! The page of a section with invented texts.

use super::fields::{Block, Field, Group, Guide, InLanguage, Inner, InnerItem, Item, Note, Tick, TickGroup};
use super::page::{SectionPage, sample_sections};
use crate::parts::{Choice, either};
use chrono::DateTime;
use kernel::Locale;
use web_kit::{FormErrors, Template};

fn input(kind: &'static str, name: &str, locale: Locale) -> Field {
    Field {
        kind,
        name: name.to_owned(),
        label: either(locale, "Nosaukums", "Name"),
        hint: (kind != "boxes").then(|| either(locale, "Līdz 100 rakstzīmēm.", "Up to 100 characters.")),
        guide: None,
        note: None,
        optional: kind == "line",
        rows: 1,
        width: "long",
        value: "Pieteikties <klātienē>".to_owned(),
        texts: Vec::new(),
        options: Vec::new(),
        groups: Vec::new(),
        list: None,
        sought: String::new(),
    }
}

fn note(severity: &'static str, locale: Locale) -> Option<Note> {
    Some(Note { text: either(locale, "Šeit kaut kā trūkst.", "Something is missing here."), severity })
}

fn words(name: &str, locale: Locale, rows: u8) -> Field {
    let text = |tag: &str, language: &str, wrong: bool| InLanguage {
        tag: tag.to_owned(),
        language: language.to_owned(),
        name: format!("{name}/{tag}"),
        value: "Teksts".to_owned(),
        note: if wrong { note("wrong", locale) } else { None },
    };
    let texts = vec![text("lv", "latviešu", false), text("en", "English", true), text("uk", "українська", false)];
    Field { texts, rows, note: note("missing", locale), ..input("words", name, locale) }
}

fn choices(kind: &'static str, name: &str, locale: Locale) -> Field {
    let option = |value: &str, chosen: bool| Tick {
        value: value.to_owned(),
        label: either(locale, "Pieprasīšana", "Request"),
        chosen,
    };
    Field { options: vec![option("request", true), option("receipt", false)], ..input(kind, name, locale) }
}

fn item(place: usize, locale: Locale) -> Item {
    let name = format!("steps/{place}");
    let inner = Inner {
        name: format!("{name}/opening"),
        label: either(locale, "Darba laiks", "Opening hours"),
        hint: Some(either(locale, "Programmām.", "For programs.")),
        add: either(locale, "Pievienot", "Add"),
        items: vec![InnerItem {
            name: format!("{name}/opening/0"),
            title: either(locale, "1. rinda", "Line 1"),
            fields: vec![choices("boxes", &format!("{name}/opening/0/days"), locale)],
            note: note("wrong", locale),
        }],
    };
    Item {
        title: format!("{} {}", place + 1, either(locale, "solis", "step")),
        brief: format!("{} · <b>", either(locale, "Pieprasīšana", "Request")),
        folds: true,
        open: place == 0,
        own: true,
        first: place == 0,
        last: place == 1,
        fields: vec![
            choices("choice", &format!("{name}/stage"), locale),
            words(&format!("{name}/title"), locale, 1),
            input("area", &format!("{name}/note"), locale),
        ],
        note: if place == 0 { None } else { note("missing", locale) },
        inner: if place == 0 { vec![inner] } else { Vec::new() },
        name,
    }
}

impl Template for SectionPage {
    const NAME: &'static str = "work/services/section.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let guide = Guide {
            why: either(locale, "Cilvēks saprot, kas notiks.", "People see what will happen."),
            example: Some(either(locale, "Piesakieties internetā", "Apply on-line")),
        };
        let group = Group {
            name: "steps".to_owned(),
            label: either(locale, "Soļi", "Steps"),
            guide: Some(guide.clone()),
            note: None,
            add: either(locale, "Pievienot soli", "Add a step"),
            none: either(locale, "Soļu vēl nav.", "No steps yet."),
            items: vec![item(0, locale), item(1, locale)],
        };
        let alone = Item { folds: false, first: true, last: true, ..item(2, locale) };
        let single = Group { name: "alone".to_owned(), items: vec![alone], ..group.clone() };
        let empty =
            Group { name: "outputs".to_owned(), items: Vec::new(), note: note("missing", locale), ..group.clone() };
        let summary = Field { guide: Some(guide), ..words("summary", locale, 4) };
        let search =
            Field { note: note("wrong", locale), sought: "pabalsts <b>".to_owned(), ..input("search", "find", locale) };
        let line = Field { list: Some("institutions"), ..input("line", "cofog", locale) };
        let plain = choices("choice", "territory", locale);
        let division = TickGroup { label: "10 Paraugs <b>".to_owned(), options: plain.options.clone() };
        let grouped = Field { options: Vec::new(), groups: vec![division], ..plain };
        let page = Self {
            code: "1007".to_owned(),
            service: either(locale, "Bērna piedzimšanas pabalsts", "Childbirth benefit"),
            section: "steps",
            overview: format!("/{locale}/work/services/1007"),
            action: format!("/{locale}/work/services/1007/sections/steps"),
            preview: format!("/{locale}/services/1007/preview"),
            sections: sample_sections(locale),
            base: 2,
            revision: 3,
            began: "name/lv 0011223344556677".to_owned(),
            writable: true,
            in_review: false,
            by: "Dace Zariņa".to_owned(),
            at: Some(DateTime::UNIX_EPOCH),
            blocks: vec![
                summary.into(),
                line.into(),
                grouped.into(),
                group.into(),
                single.into(),
                empty.into(),
                choices("boxes", "flags", locale).into(),
                search.into(),
            ],
            further: vec![Choice::new("de", "Deutsch")],
            languages: vec![Choice::new("uk", "українська")],
            institutions: vec![Choice::new("VSAA", "VSAA")],
            evidence_types: vec![Choice::new(
                "birth-certificate",
                either(locale, "Dzimšanas apliecība", "Birth certificate"),
            )],
            errors: FormErrors::none(),
        };
        let mut errors = FormErrors::none();
        errors.add(Some("cofog"), either(locale, "Šeit kaut kas nav pareizi.", "Something is wrong here."));
        let untouched =
            Self { by: String::new(), at: None, blocks: Vec::<Block>::new(), further: Vec::new(), ..page.clone() };
        let read = Self { writable: false, in_review: true, ..page.clone() };
        vec![Self { errors, ..page.clone() }, page, read, untouched]
    }
}
