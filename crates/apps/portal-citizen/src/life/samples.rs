//! A life situation with invented content.

use chrono::NaiveDate;
use kernel::Locale;
use web_kit::Template;

use super::show::{LifePage, ServiceRef, Step, Term};
use crate::names::Link;
use crate::spoken;

impl Template for LifePage {
    const NAME: &'static str = "citizen/life/show.html";

    fn samples(locale: Locale) -> Vec<Self> {
        let service = |closed, online| ServiceRef {
            href: format!("/{locale}/services/1007"),
            name: "Bērna piedzimšanas pabalsts".to_owned(),
            lang: Some("lv".to_owned()),
            holder: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            online,
            closed,
        };
        let step = |services: Vec<ServiceRef>| Step {
            title: "Reģistrējiet bērna piedzimšanu".to_owned(),
            text: "Jebkurā dzimtsarakstu nodaļā <arī citā>.".to_owned(),
            institution: services.is_empty().then(|| Link {
                href: format!("/{locale}/browse/institution/1"),
                name: "Tieslietu ministrija".to_owned(),
            }),
            services,
        };
        let (languages, speech) = spoken::samples(locale);
        let full = |speech: Option<spoken::Speech>| Self {
            href: format!("/{locale}/life/childbirth"),
            title: "Bērna gaidīšana un piedzimšana".to_owned(),
            summary: "Kas jādara.".to_owned(),
            steps: vec![step(Vec::new()), step(vec![service(false, true), service(true, false)])],
            terms: vec![Term { when: "Mēneša laikā".to_owned(), what: "Reģistrējiet bērnu.".to_owned() }],
            advice: "Padoms.\n\n- viens\n- divi".to_owned(),
            responsible: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            checked_on: NaiveDate::from_ymd_opt(2026, 11, 23),
            sdg: true,
            draft: false,
            on: None,
            correct: Some(format!("/{locale}/life/childbirth/correction")),
            languages: languages.clone(),
            lang: speech.as_ref().map(|speech| speech.tag.clone()),
            speech,
        };
        let human = spoken::Speech { engine: None, ..speech.clone() };
        let bare = |draft, on| Self {
            steps: Vec::new(),
            terms: Vec::new(),
            advice: String::new(),
            checked_on: None,
            sdg: false,
            draft,
            on,
            correct: None,
            languages: Vec::new(),
            ..full(None)
        };
        let day = NaiveDate::from_ymd_opt(2026, 1, 2);
        vec![full(None), full(Some(speech)), full(Some(human)), bare(true, None), bare(false, day)]
    }
}
