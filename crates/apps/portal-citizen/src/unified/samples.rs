//! The page of a unified service with invented content.

use kernel::Locale;
use web_kit::Template;

use super::page::{ChannelLine, Chosen, Compared, Details, Step, UnifiedPage};
use crate::names::Link;
use crate::services::ContactLine;

impl Template for UnifiedPage {
    const NAME: &'static str = "citizen/unified/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![
            sample(locale, None, false),
            sample(locale, Some(attached(locale, false)), false),
            sample(locale, Some(attached(locale, true)), false),
            sample(locale, Some(absent()), false),
            sample(locale, None, true),
        ]
    }
}

fn sample(locale: Locale, chosen: Option<Chosen>, unknown: bool) -> UnifiedPage {
    let href = format!("/{locale}/unified/V102");
    let compared = |name: &str, chosen: bool, closed: bool| Compared {
        name: name.to_owned(),
        href: format!("{href}?municipality=LV-022#chosen"),
        chosen,
        fee: "45,00 €".to_owned(),
        deadline: "20 darba dienas".to_owned(),
        online: !closed,
        closed,
    };
    UnifiedPage {
        code: "V102".to_owned(),
        name: "Būvatļauja <paraugs>".to_owned(),
        lead: "Saņemiet būvvaldes atļauju būvēt.".to_owned(),
        state_too: unknown,
        choices: vec![crate::own::Choice::new("LV-022", "Cēsu novada pašvaldība")],
        choice: chosen.as_ref().map(|_| "LV-022".to_owned()).unwrap_or_default(),
        unknown,
        who: "Zemes īpašnieks.\n\n- iecere atbilst plānojumam".to_owned(),
        steps: vec![Step { title: "Iesniedzat".to_owned(), text: "Ieceri un projektu.".to_owned() }],
        documents: vec!["Būvniecības iesniegums".to_owned()],
        compared: if unknown {
            Vec::new()
        } else {
            vec![
                compared("Cēsu novada pašvaldība", chosen.is_some(), false),
                compared("Ogres novada pašvaldība", false, true),
            ]
        },
        absent: vec![Link {
            href: format!("{href}?municipality=LV-050#chosen"),
            name: "Kuldīgas novada pašvaldība".to_owned(),
        }],
        appeal: "Lēmumu var apstrīdēt mēneša laikā.".to_owned(),
        laws: vec![
            Link { href: "https://likumi.lv/ta/id/258572".to_owned(), name: "Būvniecības likums".to_owned() },
            Link { href: String::new(), name: "Saistošie noteikumi".to_owned() },
        ],
        chosen,
        href,
    }
}

fn attached(locale: Locale, other: bool) -> Chosen {
    let channel = ChannelLine {
        name: "Elektroniski".to_owned(),
        hours: "Visu diennakti".to_owned(),
        fee: "36,00 €".to_owned(),
        deadline: "20 darba dienas".to_owned(),
    };
    let contact =
        ContactLine { icon: "phone", href: Some("tel:+37160000100".to_owned()), text: "+371 60000100".to_owned() };
    Chosen {
        name: "Cēsu novada pašvaldība".to_owned(),
        details: Some(Details {
            href: format!("/{locale}/services/1100"),
            own_name: other.then(|| "Atļauja būvēt".to_owned()),
            deviation: other.then(|| "Ārpus pilsētas atļauju izsniedz pagasta pārvalde.".to_owned()),
            notice: (!other).then(|| "Izdomāts paraugs.".to_owned()),
            closed: other,
            fee: "36,00 € – 45,00 €".to_owned(),
            deadline: "20 darba dienas".to_owned(),
            apply: (!other).then(|| format!("/{locale}/services/1100/apply")),
            online: other
                .then(|| Link { href: "https://www.epakalpojumi.lv/".to_owned(), name: "epakalpojumi.lv".to_owned() }),
            channels: vec![channel],
            conditions: if other { vec!["Vecpilsētā vajag saskaņojumu.".to_owned()] } else { Vec::new() },
            contacts: vec![contact],
        }),
        ask: Vec::new(),
    }
}

fn absent() -> Chosen {
    let centre = ContactLine { icon: "building", href: None, text: "Kuldīgas VPVKAC".to_owned() };
    Chosen { name: "Kuldīgas novada pašvaldība".to_owned(), details: None, ask: vec![centre] }
}
