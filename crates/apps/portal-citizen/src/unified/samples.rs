//! The page of a unified service with invented content.

use kernel::Locale;
use web_kit::Template;

use super::page::{Chosen, Compared, Details, UnifiedPage};
use crate::names::Link;
use crate::services::elements::{
    ContactLine, DocumentLine, Elements, Fact, LawLine, RegisterFact, StepLine, Who, Words,
};
use crate::services::parts::elsewhere::Elsewhere;
use crate::spoken;

impl Template for UnifiedPage {
    const NAME: &'static str = "citizen/unified/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        vec![
            sample(locale, None, false),
            sample(locale, Some(attached(locale, false)), false),
            sample(locale, Some(attached(locale, true)), false),
            sample(locale, Some(absent()), false),
            sample(locale, None, true),
            UnifiedPage {
                name: Words { text: "Дозвіл".to_owned(), lang: Some("uk".to_owned()) },
                speech: Some(spoken::samples(locale).1),
                ..sample(locale, Some(attached(locale, true)), false)
            },
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
        name: Words::own("Būvatļauja <paraugs>"),
        lead: Some(Words::own("Saņemiet būvvaldes atļauju būvēt.")),
        languages: if unknown { Vec::new() } else { spoken::samples(locale).0 },
        speech: None,
        state_too: unknown,
        choices: vec![crate::own::Choice::new("LV-022", "Cēsu novada pašvaldība")],
        choice: chosen.as_ref().map(|_| "LV-022".to_owned()).unwrap_or_default(),
        unknown,
        who: if unknown { Who::default() } else { Who::sample() },
        steps: StepLine::samples(),
        documents: DocumentLine::samples(None),
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
        appeal: (!unknown).then(|| Words::own("Lēmumu var apstrīdēt mēneša laikā.")),
        laws: LawLine::samples(),
        situations: if unknown {
            Vec::new()
        } else {
            vec![Link { href: format!("/{locale}/life/parenting"), name: "Bērns sāk iet bērnudārzā".to_owned() }]
        },
        register: RegisterFact::samples(),
        chosen,
        href,
    }
}

fn attached(locale: Locale, other: bool) -> Chosen {
    Chosen {
        name: "Cēsu novada pašvaldība".to_owned(),
        details: Some(Details {
            href: format!("/{locale}/services/1100"),
            own_name: other.then(|| "Atļauja būvēt".to_owned()),
            deviation: other.then(|| Words::own("Ārpus pilsētas atļauju izsniedz pagasta pārvalde.")),
            closed: other,
            facts: vec![
                Fact::sample("euro", "Maksa", "36,00 € – 45,00 €"),
                Fact::sample("calendar", "Termiņš", "20 darba dienas"),
            ],
            apply: (!other).then(|| format!("/{locale}/services/1100/apply")),
            refused: other.then(|| "Vadība to nav piešķīrusi.".to_owned()),
            online: other.then(|| Elsewhere {
                href: "https://www.epakalpojumi.lv/".to_owned(),
                site: "epakalpojumi.lv".to_owned(),
                signed_in: false,
            }),
            told: if other { Elements::sample(None) } else { Elements::empty() },
        }),
        ask: Vec::new(),
    }
}

fn absent() -> Chosen {
    let centre = ContactLine { icon: "building", href: None, text: "Kuldīgas VPVKAC".to_owned() };
    Chosen { name: "Kuldīgas novada pašvaldība".to_owned(), details: None, ask: vec![centre] }
}
