//! The page of an institution with invented data.

use kernel::Locale;
use web_kit::Template;

use super::show::{Hours, InstitutionPage, Place};
use crate::names::NamedLink;
use crate::services::ServiceLine;
use crate::services::elements::ContactLine;

impl Template for InstitutionPage {
    const NAME: &'static str = "citizen/institutions/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let either = |lv: &str, en: &str| if locale == Locale::Lv { lv.to_owned() } else { en.to_owned() };
        let ministry = "Viedās administrācijas un reģionālās attīstības ministrija";
        let above = NamedLink {
            href: format!("/{locale}/institutions/VARAM"),
            name: ministry.to_owned(),
            lang: (locale == Locale::En).then_some("lv"),
        };
        let hours = |lang| Hours { text: either("Darba dienās 8.30–17.00", "Working days 8.30–17.00"), lang };
        let phone = ContactLine { icon: "phone", href: Some("tel:64161800".to_owned()), text: "6416 1800".to_owned() };
        let address =
            ContactLine { icon: "map-pin", href: None, text: "Konventa laukums 1, Cēsis <paraugs>".to_owned() };
        let place = |full: bool| Place {
            href: full.then(|| format!("/{locale}/institutions/VPVKAC-CESIS")),
            name: "Cēsu VPVKAC".to_owned(),
            lang: (!full).then_some("lv"),
            address: full.then(|| "Raunas iela 4, Cēsis".to_owned()),
            phone: full.then(|| "6416 1801".to_owned()),
            phone_href: full.then(|| "tel:64161801".to_owned()),
            hours: full.then(|| hours(None)),
            invented: (!full).then_some("institution-origin-example"),
        };
        let full = Self {
            href: format!("/{locale}/institutions/LV-022"),
            name: either("Cēsu novada <pašvaldība>", "Cēsis Municipality"),
            lang: None,
            kind: "municipality",
            code: "LV-022".to_owned(),
            registration_number: Some("90000031048".to_owned()),
            invented: Some("institution-origin-example"),
            above: Some(above),
            contacts: vec![phone, address],
            hours: Some(hours(None)),
            content_contact: true,
            ask: Some(format!("/{locale}/contact?institution=1")),
            places: vec![place(true), place(false)],
            more_places: true,
            services: ServiceLine::samples(locale),
            first: Some("/a".to_owned()),
            next: Some("/b".to_owned()),
        };
        let bare = Self {
            name: "Municipality of Molendrecht".to_owned(),
            lang: (locale == Locale::Lv).then_some("en"),
            registration_number: None,
            invented: None,
            above: None,
            contacts: Vec::new(),
            hours: None,
            content_contact: false,
            ask: None,
            places: vec![place(false)],
            more_places: false,
            services: Vec::new(),
            first: None,
            next: None,
            href: full.href.clone(),
            code: "TEST:MOLENDRECHT".to_owned(),
            kind: "municipality",
        };
        vec![full, bare]
    }
}
