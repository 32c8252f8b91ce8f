//! The page of a service with invented content.

use kernel::Locale;
use web_kit::Template;

use super::elements::{Elements, Fact, RegisterFact, Words};
use super::history::Moment;
use super::page::ServicePage;
use super::parts::Extra;
use super::parts::elsewhere::Elsewhere;
use super::parts::open::OpenPart;
use super::parts::unavailable::Unavailable;
use crate::names::Link;
use crate::spoken;
use crate::unified::FamilyPart;

impl Template for ServicePage {
    const NAME: &'static str = "citizen/services/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let [_, former, preview, draft] = Moment::samples(locale);
        let plain = || Self { draft: None, elsewhere: None, family: None, ..whole(locale) };
        let [soon, over] = Unavailable::samples(locale);
        let soon = Self { unavailable: Some(soon), ..bare(locale) };
        let closed = Self {
            unavailable: Some(over),
            together: true,
            only: Some(Locale::Lv),
            told: Elements::sample(Some("lv")),
            ..bare(locale)
        };
        let translated = Self {
            name: Words::sample("Допомога при народженні дитини", Some("uk")),
            lead: Some(Words::sample("Одноразова допомога", Some("uk"))),
            told: Elements::sample(Some("uk")),
            speech: Some(spoken::samples(locale).1),
            ..plain()
        };
        let elsewhere = Self { apply: None, ..whole(locale) };
        let refused = Self { apply: None, refused: Some("Vadība to nav piešķīrusi.".to_owned()), ..plain() };
        vec![
            whole(locale),
            closed,
            soon,
            bare(locale),
            elsewhere,
            refused,
            plain().at(former),
            Self { apply: None, by_clients: true, ..plain() }.at(preview),
            bare(locale).at(draft),
            translated,
        ]
    }
}

/// Everything there can be on the page.
fn whole(locale: Locale) -> ServicePage {
    let href = format!("/{locale}/services/1001");
    ServicePage {
        lead: Some(Words::own("Vienreizējs pabalsts par katru jaundzimušo bērnu.")),
        facts: vec![
            Fact::sample("euro", "Maksa", "Bez maksas"),
            Fact::sample("calendar", "Termiņš", "10 darba dienas"),
        ],
        apply: Some(format!("{href}/apply")),
        elsewhere: Some(Elsewhere {
            href: "https://vsaa.lv/x".to_owned(),
            site: "vsaa.lv".to_owned(),
            signed_in: true,
        }),
        draft: Some(format!("/{locale}/drafts/1")),
        told: Elements::sample(None),
        related: vec![Link { href: format!("/{locale}/services/1002"), name: "Bērna kopšanas pabalsts".to_owned() }],
        register: RegisterFact::samples(),
        open: Some(OpenPart::at(locale, "1001")),
        places: Some(format!("{href}/places")),
        combine: Some(format!("{href}/channels")),
        family: Some(FamilyPart::sample(locale)),
        checked: chrono::NaiveDate::from_ymd_opt(2026, 11, 12),
        ..bare(locale)
    }
}

/// A description that says nothing but its name.
fn bare(locale: Locale) -> ServicePage {
    let [now, ..] = Moment::samples(locale);
    ServicePage {
        href: format!("/{locale}/services/1001"),
        code: "1001".to_owned(),
        name: Words::own("Bērna piedzimšanas pabalsts"),
        lead: None,
        only: None,
        facts: Vec::new(),
        unavailable: None,
        apply: None,
        refused: None,
        by_clients: false,
        elsewhere: None,
        draft: None,
        told: Elements::empty(),
        related: Vec::new(),
        holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
        together: false,
        register: Vec::new(),
        open: None,
        places: None,
        combine: None,
        family: None,
        moment: now,
        feedback: true,
        checked: None,
        extra: Extra::sample(locale),
        speech: None,
    }
}
