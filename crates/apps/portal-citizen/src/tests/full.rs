//! A description with every element filled: each text and value is another one, so that a page can be searched for it.

use catalogue::{
    ChannelOffer, ChannelReason, ClientCircle, Contact, Deadline, Description, DigitalMode, DigitalScope, DocumentKind,
    Fee, FeeTier, Flags, FormChoice, Keywords, LegalAct, Opening, Output, OutputKind, ProviderStage, RequiredDocument,
    Signature, Stage, Step, Territory, Weekday,
};
use chrono::NaiveDate;
use kernel::{Assurance, Channel, InstitutionId, LangText, Money};

fn text(words: &str) -> LangText {
    LangText::new(format!("{words} latviski"), format!("{words} in English"))
}

/// Given by two institutions in these municipalities, related to one service.
pub(super) fn full(institutions: [InstitutionId; 2], municipalities: Vec<String>, related: String) -> Description {
    let day = |year| NaiveDate::from_ymd_opt(year, 3, 14);
    Description {
        name: text("Nosaukums"),
        summary: text("Kopsavilkums"),
        cofog: "10.4.0".to_owned(),
        client_circle: ClientCircle::NaturalPerson,
        audience: text("Kam domāts"),
        territory: Territory::Municipalities(municipalities),
        steps: Stage::ALL.iter().map(|stage| step(*stage)).collect(),
        documents: documents(),
        conditions: vec![text("Pirmais nosacījums"), text("Otrais nosacījums")],
        outputs: OutputKind::ALL.iter().map(|kind| output(*kind)).collect(),
        legal_basis: vec![LegalAct {
            title: text("Pabalstu likums"),
            link: Some("https://likumi.lv/ta/id/68483".to_owned()),
        }],
        appeal: text("Apstrīdēšana"),
        providers: providers(institutions),
        channels: channels(),
        form: FormChoice::Key("childbirth-benefit".to_owned()),
        identification: Assurance::High,
        signature: Signature::Qualified,
        digital: Some(DigitalMode {
            mode: DigitalScope::DigitalByDefault,
            since: day(2021),
            support: text("Palīdzēsim klātienē"),
        }),
        flags: Flags {
            e_assistant: true,
            authorised: true,
            proactive: true,
            sdg: true,
            minimum_basket: true,
            ..Flags::default()
        },
        related: vec![related],
        life_events: vec!["taxes".to_owned()],
        keywords: Keywords { lv: vec!["atslēgvārds".to_owned()], en: vec!["keyword".to_owned()] },
        payment: Some(text("Kā samaksāt")),
        minutes_to_fill: Some(17),
        notice: Some(text("Paziņojums")),
        checked_on: day(2040),
        valid_from: day(2022),
        valid_to: day(2039),
        only_language: None,
    }
}

fn step(stage: Stage) -> Step {
    let word = stage.as_str();
    Step { stage, title: text(&format!("Solis {word}")), text: text(&format!("Gaita {word}")) }
}

fn output(kind: OutputKind) -> Output {
    Output { name: text(&format!("Rezultāts {}", kind.as_str())), kind }
}

fn documents() -> Vec<RequiredDocument> {
    let form = RequiredDocument {
        name: text("Veidlapa par bērnu"),
        kind: DocumentKind::Form,
        required: true,
        note: Some(text("Piezīme par veidlapu")),
        link: Some("https://forms.example/veidlapa".to_owned()),
        evidence_type: Some("birth-certificate".to_owned()),
        proves: Some(2),
        channels: vec![Channel::Post, Channel::Institution],
    };
    let paper = RequiredDocument {
        name: text("Izziņa"),
        kind: DocumentKind::Document,
        required: false,
        note: Some(text("Piezīme par izziņu")),
        link: Some("https://papers.example/izzina".to_owned()),
        evidence_type: None,
        proves: None,
        channels: Vec::new(),
    };
    vec![form, paper]
}

/// Every stage has contacts of its own.
fn providers([one, other]: [InstitutionId; 2]) -> Vec<ProviderStage> {
    let provider = |stage: &Stage| {
        let word = stage.as_str();
        ProviderStage {
            stage: *stage,
            institution: if *stage == Stage::Receipt { other } else { one },
            contact: Contact {
                phone: Some(format!("+371 6000000{}", word.len())),
                email: Some(format!("{word}@iestade.example")),
                address: Some(format!("Iela {word}, Rīga")),
                website: Some(format!("https://{word}.example")),
            },
        }
    };
    Stage::ALL.iter().map(provider).collect()
}

/// Other payments in the second channel: less, nothing, not said how much, and something on top.
fn tiers(place: usize) -> Vec<FeeTier> {
    if place != 1 {
        return Vec::new();
    }
    let fees = [Fee::Amount(Money::cents(142)), Fee::Free, Fee::Stated, Fee::Amount(Money::cents(999))];
    let tier = |(number, fee): (usize, Fee)| FeeTier {
        fee,
        added: number > 0,
        condition: text(&format!("Gadījums numur {number}")),
    };
    fees.into_iter().enumerate().map(tier).collect()
}

/// Requested in the first three, received in the first and the last two.
fn channels() -> Vec<ChannelOffer> {
    let stages = [
        vec![Stage::Request, Stage::Receipt],
        vec![Stage::Request],
        vec![Stage::Request],
        vec![Stage::Receipt],
        vec![Stage::Execution, Stage::Receipt],
    ];
    let fees = [Fee::Free, Fee::Amount(Money::cents(350)), Fee::Stated, Fee::Amount(Money::cents(1275)), Fee::Free];
    let deadlines = [
        Some(Deadline::WorkingDays(5)),
        Some(Deadline::Months(2)),
        Some(Deadline::WorkingDays(11)),
        Some(Deadline::WorkingDays(21)),
        None,
    ];
    let mut offers = Vec::new();
    for (place, channel) in Channel::ALL.into_iter().enumerate() {
        offers.push(ChannelOffer {
            channel,
            stages: stages[place].clone(),
            fee: fees[place],
            tiers: tiers(place),
            deadline: deadlines[place],
            hours: text(&format!("Darba laiks {channel}")),
            opening: vec![Opening {
                days: vec![Weekday::Monday, Weekday::Wednesday],
                opens: format!("08:1{place}"),
                closes: format!("17:4{place}"),
            }],
            link: Some(format!("https://{channel}.example/vieta")),
            sign_in: (channel == Channel::Electronic).then(|| "https://electronic.example/login".to_owned()),
            places: if channel == Channel::Centre { vec!["VPVKAC-CESIS".to_owned()] } else { Vec::new() },
            reason: ChannelReason::ALL[place % ChannelReason::ALL.len()],
            note: text(&format!("Piezīme {channel}")),
        });
    }
    offers
}
