//! A life situation with invented content.

use chrono::{DateTime, NaiveDate};
use kernel::Locale;
use web_kit::Template;

use super::meant::ServiceRef;
use super::show::{LifePage, Step, Term, Was};
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
            unassigned: !closed && !online,
        };
        let family = || ServiceRef {
            href: format!("/{locale}/unified/V101"),
            name: "Bērna reģistrācija pirmsskolā <paraugs>".to_owned(),
            holder: "18 iestādēs".to_owned(),
            ..service(false, false)
        };
        let step = |services: Vec<ServiceRef>| Step {
            title: "Reģistrējiet bērna piedzimšanu".to_owned(),
            text: "Jebkurā dzimtsarakstu nodaļā <arī citā>.".to_owned(),
            institution: services
                .is_empty()
                .then(|| Link { href: format!("/{locale}/institutions/TM"), name: "Tieslietu ministrija".to_owned() }),
            services,
        };
        let (languages, speech) = spoken::samples(locale);
        let full = |speech: Option<spoken::Speech>| Self {
            href: format!("/{locale}/life/childbirth"),
            title: "Bērna gaidīšana un piedzimšana".to_owned(),
            summary: "Kas jādara.".to_owned(),
            steps: vec![step(Vec::new()), step(vec![service(false, true), service(true, false), family()])],
            terms: vec![Term { when: "Mēneša laikā".to_owned(), what: "Reģistrējiet bērnu.".to_owned() }],
            advice: "Padoms.\n\n- viens\n- divi".to_owned(),
            responsible: "Valsts sociālās apdrošināšanas aģentūra".to_owned(),
            checked_on: NaiveDate::from_ymd_opt(2026, 11, 23),
            sdg: true,
            draft: false,
            on: None,
            was: None,
            withdrawn: None,
            versions: Some(format!("/{locale}/life/childbirth/versions")),
            correct: Some(format!("/{locale}/life/childbirth/correction")),
            languages: languages.clone(),
            lang: speech.as_ref().map(|speech| speech.tag.clone()),
            speech,
        };
        let human = spoken::Speech { engine: None, ..speech.clone() };
        let bare = |draft: bool, on| Self {
            steps: Vec::new(),
            terms: Vec::new(),
            advice: String::new(),
            checked_on: None,
            sdg: false,
            draft,
            on,
            versions: (!draft).then(|| format!("/{locale}/life/childbirth/versions")),
            correct: None,
            languages: Vec::new(),
            ..full(None)
        };
        let day = NaiveDate::from_ymd_opt(2026, 1, 2);
        let was = |to| Some(Was { number: 1, from: Some(DateTime::UNIX_EPOCH), to });
        let before = Self { was: was(Some(DateTime::UNIX_EPOCH)), ..bare(false, None) };
        let present = Self { was: was(None), ..bare(false, None) };
        let gone = Self { withdrawn: day, ..bare(false, None) };
        let (spoken, told) = (full(Some(speech)), full(Some(human)));
        vec![full(None), spoken, told, bare(true, None), bare(false, day), before, present, gone]
    }
}
