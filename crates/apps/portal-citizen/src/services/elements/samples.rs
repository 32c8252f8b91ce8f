//! Invented elements.

use super::channels::Term;
use super::fees::FeeLine;
use super::hours::OpeningLine;
use super::texts::OutputLine;
use super::{
    Address, ChannelLine, ContactLine, DocumentLine, Elements, FeeGroup, LawLine, Provider, RegisterFact, StepLine,
    Who, Words,
};

impl Words {
    /// Invented words, with their language where it is not the page's.
    pub(crate) fn sample(text: &str, lang: Option<&str>) -> Self {
        Self { text: text.to_owned(), lang: lang.map(str::to_owned) }
    }
}

impl RegisterFact {
    /// Invented facts: a plain one and one with many values.
    pub(crate) fn samples() -> Vec<Self> {
        let many = ["Cēsu novada pašvaldība", "Ogres novada pašvaldība"].map(str::to_owned).to_vec();
        vec![
            Self { term: "Kods".to_owned(), value: "1001".to_owned(), more: Vec::new() },
            Self { term: "Teritorija".to_owned(), value: "2 pašvaldības".to_owned(), more: many },
        ]
    }
}

impl Elements {
    /// Everything, with the marks of the language `lang`.
    pub(crate) fn sample(lang: Option<&str>) -> Self {
        let words = |text: &str| Words::sample(text, lang);
        Self {
            notice: Some(words("Apraksts ir saīsināts <paraugs>.")),
            outputs: vec![OutputLine { name: words("Lēmums par pabalstu"), kind: "Lēmums".to_owned() }],
            who: Who {
                audience: Some(words("Bērna vecāks.")),
                conditions: vec![words("Bērns dzīvo Latvijā."), words("Bērns nav vecāks par gadu.")],
            },
            documents: DocumentLine::samples(lang),
            steps: vec![
                StepLine {
                    stage: "Pieprasīšana".to_owned(),
                    title: Some(words("Iesniedzat")),
                    text: Some(words("Saņemat numuru.")),
                },
                StepLine { stage: "Izpilde".to_owned(), title: None, text: None },
            ],
            channels: ChannelLine::samples(lang),
            fees: FeeGroup::samples(lang),
            payment: Some(words("Maksājiet internetbankā\npirms pieteikšanās <paraugs>.")),
            terms: vec![Term { name: "Paraksts".to_owned(), words: words("Paraksts nav vajadzīgs") }],
            marks: vec!["Iesniegt var palīdzēt e-asistents".to_owned()],
            appeal: Some(words("Lēmumu var apstrīdēt viena mēneša laikā.")),
            laws: LawLine::samples(),
            providers: Provider::samples(),
        }
    }

    /// Nothing.
    pub(crate) fn empty() -> Self {
        Self {
            notice: None,
            outputs: Vec::new(),
            who: Who::default(),
            documents: Vec::new(),
            steps: Vec::new(),
            channels: Vec::new(),
            fees: Vec::new(),
            payment: None,
            terms: Vec::new(),
            marks: Vec::new(),
            appeal: None,
            laws: Vec::new(),
            providers: Vec::new(),
        }
    }
}

impl DocumentLine {
    /// A form with everything that can be said of it, and a plain document.
    pub(crate) fn samples(lang: Option<&str>) -> Vec<Self> {
        let plain = Self {
            name: Words::sample("Bankas konta numurs <IBAN>", lang),
            form: false,
            required: true,
            note: None,
            address: None,
            only: None,
            proves: None,
            evidence: None,
        };
        let form = Self {
            name: Words::sample("Iesniegums", lang),
            form: true,
            required: false,
            note: Some(Words::sample("Klātienē veidlapu izsniedz darbinieks.", lang)),
            address: Address::of(Some("https://vsaa.lv/veidlapa")),
            only: Some("Vajadzīgs tikai, ja piesakāties šādi: pa pastu".to_owned()),
            proves: Some(Words::sample("Bērns dzīvo Latvijā.", lang)),
            evidence: Some("Dzimšanas apliecība".to_owned()),
        };
        vec![form, plain]
    }
}

impl ChannelLine {
    /// A channel of which little is said, and one with everything.
    pub(crate) fn samples(lang: Option<&str>) -> Vec<Self> {
        let plain = Self {
            name: "Elektroniski".to_owned(),
            can: None,
            hours: None,
            fee: "Bez maksas".to_owned(),
            deadline: "10 darba dienas".to_owned(),
            opening: Vec::new(),
            address: Address::of(Some("vsaa.lv")),
            some_places: true,
            reason: "Pieejamība un ērtības".to_owned(),
            note: None,
        };
        let desk = Self {
            name: "Iestādē klātienē".to_owned(),
            can: Some("Var pieteikties un saņemt rezultātu".to_owned()),
            hours: Some(Words::sample("Darba dienās", lang)),
            opening: vec![OpeningLine { days: "pirmdiena–piektdiena".to_owned(), time: "8.30–17.00".to_owned() }],
            address: Address::of(Some("https://vsaa.lv/nodalas")),
            note: Some(Words::sample("Saruna ar iestādes darbinieku.", lang)),
            ..plain.clone()
        };
        vec![plain, desk]
    }
}

impl FeeGroup {
    /// Payments of some channels, and those of all.
    fn samples(lang: Option<&str>) -> Vec<Self> {
        let line = |case: &str, sum: &str| FeeLine { case: Words::sample(case, lang), sum: sum.to_owned() };
        let lines = vec![line("Parasti", "34,20 €"), line("Bērniem <līdz 18 gadiem>", "14,25 €")];
        let some = Self { channels: Some("Ja piesakāties šādi: pa pastu".to_owned()), lines: lines.clone() };
        vec![some, Self { channels: None, lines }]
    }
}

impl LawLine {
    /// One with a page, one without.
    pub(crate) fn samples() -> Vec<Self> {
        let law = |title: &str, lang: Option<&str>, link: Option<&str>| Self {
            title: Words::sample(title, lang),
            address: Address::of(link),
        };
        vec![
            law("Valsts sociālo pabalstu likums", None, Some("https://likumi.lv/ta/id/68483")),
            law("Regulation", Some("en"), None),
        ]
    }
}

impl StepLine {
    /// One step.
    pub(crate) fn samples() -> Vec<Self> {
        let words = |text: &str| Some(Words::sample(text, None));
        let stage = "Pieprasīšana".to_owned();
        vec![Self { stage, title: words("Iesniedzat"), text: words("Ieceri un projektu.") }]
    }
}

impl Who {
    /// An audience with one condition.
    pub(crate) fn sample() -> Self {
        let words = |text: &str| Words::sample(text, None);
        Self { audience: Some(words("Zemes īpašnieks.")), conditions: vec![words("iecere atbilst plānojumam")] }
    }
}

impl Provider {
    fn samples() -> Vec<Self> {
        let contact = |icon, href: Option<&str>, text: &str| ContactLine {
            icon,
            href: href.map(str::to_owned),
            text: text.to_owned(),
        };
        let name = "Valsts sociālās apdrošināšanas aģentūra".to_owned();
        let does = "Pieņem iesniegumus · Izskata un izpilda".to_owned();
        let contacts = vec![
            contact("phone", Some("tel:67000000"), "6700 0000"),
            contact("mail", Some("mailto:info@example.lv"), "info@example.lv"),
            contact("globe", Some("https://example.lv"), "https://example.lv"),
            contact("map-pin", None, "Lāčplēša iela 70a, Rīga"),
        ];
        let centre = Self { name: "VPVKAC".to_owned(), does: "Izsniedz rezultātu".to_owned(), contacts: Vec::new() };
        vec![Self { name, does, contacts }, centre]
    }
}
