//! The first page with invented content.

use chrono::{DateTime, NaiveDate};
use kernel::Locale;
use web_kit::Template;

use super::show::{Branch, HomePage, News, OwnPart, Tile, Waiting};
use crate::names::Link;
use crate::services::ServiceLine;

impl Template for HomePage {
    const NAME: &'static str = "citizen/home/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let tile = |slug: &str, count| Tile {
            href: format!("/{locale}/life/{slug}"),
            icon: "baby",
            name: "Bērna gaidīšana un piedzimšana".to_owned(),
            text: "Kas jādara <vispirms>".to_owned(),
            count,
        };
        let branch = |word, all: bool| Branch {
            word,
            tiles: vec![tile("childbirth", None), tile("job-loss", None)],
            all: all.then(|| format!("/{locale}/life")),
        };
        let own = |services| OwnPart {
            name: "Cēsu novada pašvaldība".to_owned(),
            services,
            href: format!("/{locale}/browse/municipality/0042000"),
        };
        let waiting = |number: &str, answer_by| Waiting {
            href: format!("/{locale}/cases/{number}"),
            name: "Pabalsts – 1007 4".to_owned(),
            answer_by,
        };
        let full = Self {
            waiting: vec![waiting("1007-4", NaiveDate::from_ymd_opt(2026, 12, 11)), waiting("1007-5", None)],
            place: Some("Cēsu novada pašvaldība".to_owned()),
            branches: vec![branch("residents", true), branch("businesses", false)],
            own: Some(own(ServiceLine::samples(locale))),
            themes: vec![tile("10", Some(14)), tile("01", Some(1))],
            ways: vec![Link { href: format!("/{locale}/browse/institution"), name: "Pēc iestādes".to_owned() }],
            popular: ServiceLine::samples(locale),
            company: Some(ServiceLine::samples(locale)),
            limited: false,
            manages: true,
            news: vec![News {
                href: format!("/{locale}/news/jauns"),
                title: "Jauna iespēja".to_owned(),
                lead: "Īsi par to.".to_owned(),
                at: DateTime::UNIX_EPOCH,
            }],
        };
        let bare = || Self {
            waiting: Vec::new(),
            place: None,
            branches: Vec::new(),
            own: Some(own(Vec::new())),
            themes: Vec::new(),
            ways: Vec::new(),
            popular: Vec::new(),
            company: None,
            limited: false,
            manages: false,
            news: Vec::new(),
        };
        let limited = Self { company: Some(Vec::new()), limited: true, ..bare() };
        vec![full, limited, bare()]
    }
}
