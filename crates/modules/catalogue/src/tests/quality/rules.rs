//! Each rule finds what it is for, and nothing in a description that is in order.

use super::starting_acts;
use crate::tests::{db, pilot};
use crate::{
    Deadline, Description, DigitalScope, Fee, Finding, FormChoice, Opening, QualityContext, Section, Severity,
};
use crate::{findings, most_characters, rules, score};
use kernel::{Assurance, Channel, LangText, Money};

/// That of a pilot service; whether it has a form is for the context to say.
async fn description() -> Description {
    let model = pilot(&db().await, "P.11").await;
    Description { form: FormChoice::default(), ..(*model.description).clone() }
}

/// What a service with a form knows of itself.
fn with_form() -> QualityContext {
    QualityContext { has_form: true, repealed: starting_acts(), ..QualityContext::default() }
}

fn of_rule(description: &Description, context: &QualityContext, rule: &str) -> Vec<Finding> {
    let found = findings(description, context).into_iter();
    found.filter(|finding| finding.rule == rule).collect()
}

fn lv(text: &str) -> LangText {
    LangText::new(text, "Something else in English")
}

fn offer(d: &mut Description, channel: Channel) -> &mut crate::ChannelOffer {
    d.channels.iter_mut().find(|offer| offer.channel == channel).unwrap()
}

// req: CAT-18
#[tokio::test]
async fn each_rule_finds_its_defect_at_its_place() {
    type Break = fn(&mut Description);
    let whole = description().await;
    let breaks: [(&str, &str, Break); 34] = [
        ("english-detail-missing", "documents/0/note", |d| d.documents[0].note = Some(LangText::new("Piezīme", ""))),
        ("name-too-long", "name", |d| d.name.lv = "Pabalsts ".repeat(14).trim().into()),
        ("summary-too-long", "summary", |d| d.summary.en = "It helps you. ".repeat(30).trim().into()),
        ("title-too-long", "steps/0/title", |d| d.steps[0].title.lv = "Iesniedziet ".repeat(11).trim().into()),
        ("text-too-long", "appeal", |d| d.appeal.lv = "Varat apstrīdēt lēmumu. ".repeat(30).trim().into()),
        ("summary-too-short", "summary", |d| d.summary.lv = "Pabalsts.".into()),
        ("step-too-short", "steps/1/text", |d| d.steps[1].text.lv = "Gaidiet.".into()),
        ("sentences-long", "steps/0/text", |d| {
            d.steps[0].text = lv(&format!("Jūs {}.", "un tad vēl ".repeat(9).trim()))
        }),
        ("words-long", "conditions/0", |d| {
            d.conditions[0] =
                lv("Nepieciešamības pamatojums, nodarbinātības apliecinājums un apdrošināšanas apliecinājums ir mums.");
        }),
        ("officialese", "summary", |d| {
            d.summary.lv = "Pabalsts tiek veikts saskaņā ar likumu, un to saņem ģimene.".into()
        }),
        ("passive", "steps/1/text", |d| {
            d.steps[1].text = lv("Iesniegums tiek pārbaudīts, un lēmums tiks pieņemts nedēļā.")
        }),
        ("abbreviation", "conditions/0", |d| d.conditions[0] = lv("Jums ir QZXW apliecība.")),
        ("capitals", "notice", |d| d.notice = Some(lv("UZMANĪBU! LASIET ŠO"))),
        ("spacing", "audience", |d| d.audience.lv = "Bērna  māte".into()),
        ("markup", "steps/0/text", |d| d.steps[0].text.lv = "Nospiediet <b>šeit</b> un gaidiet.".into()),
        ("english-identical", "audience", |d| d.audience = LangText::new("Bērna māte vai tēvs", "Bērna māte vai tēvs")),
        ("law-repealed", "legal_basis/0", |d| {
            d.legal_basis[0].link = Some("https://likumi.lv/ta/id/49641-iedzivotaju-registra-likums".into());
        }),
        ("law-link-missing", "legal_basis/1/link", |d| d.legal_basis[1].link = None),
        ("law-elsewhere", "legal_basis/0/link", |d| d.legal_basis[0].link = Some("https://example.lv/likums".into())),
        ("fee-without-amount", "channels/0/fee", |d| d.channels[0].fee = Fee::Stated),
        ("deadline-not-stated", "channels/0/deadline", |d| d.channels[0].deadline = None),
        ("online-slower", "channels/0/deadline", |d| {
            offer(d, Channel::Electronic).deadline = Some(Deadline::WorkingDays(30));
        }),
        ("online-dearer", "channels/0/fee", |d| offer(d, Channel::Electronic).fee = Fee::Amount(Money::cents(500))),
        ("identification-missing", "identification", |d| d.identification = Assurance::None),
        ("digital-only-in-person", "digital/mode", |d| d.digital.as_mut().unwrap().mode = DigitalScope::DigitalOnly),
        ("digital-without-channel", "digital/mode", |d| d.channels.retain(|o| o.channel != Channel::Electronic)),
        ("form-not-offered", "channels", |d| d.channels.retain(|o| o.channel != Channel::Electronic)),
        ("opening-times", "channels/1/opening", |d| {
            d.channels[1].opening =
                vec![Opening { days: vec![crate::Weekday::Monday], opens: "17:00".into(), closes: "08:30".into() }];
        }),
        ("link-faulty", "providers/0/website", |d| d.providers[0].contact.website = Some("vsaa.gov.lv".into())),
        ("email-faulty", "providers/0/email", |d| d.providers[0].contact.email = Some("pasts vsaa.gov.lv".into())),
        ("evidence-for-nothing", "documents/1/proves", |d| d.documents[1].proves = Some(9)),
        ("document-channel-missing", "documents/1/channels", |d| {
            d.channels.retain(|o| o.channel != Channel::Post);
            d.documents[1].channels = vec![Channel::Institution, Channel::Post];
        }),
        ("keywords-few", "keywords", |d| d.keywords.lv.truncate(1)),
        ("digital-missing", "digital", |d| d.digital = None),
    ];
    for (rule, path, break_it) in breaks {
        assert!(of_rule(&whole, &with_form(), rule).is_empty(), "{rule} finds something in a good description");
        let mut broken = whole.clone();
        break_it(&mut broken);
        let found = of_rule(&broken, &with_form(), rule);
        assert!(found.iter().any(|finding| finding.path == path), "{rule}: {found:?}");
        assert!(
            score(&findings(&broken, &with_form())) < score(&findings(&whole, &with_form())),
            "{rule} costs nothing"
        );
    }
}

// req: CAT-18
#[tokio::test]
async fn a_channel_may_be_open_until_the_end_of_the_day() {
    let mut late = description().await;
    late.channels[1].opening =
        vec![Opening { days: vec![crate::Weekday::Monday], opens: "18:00".into(), closes: "24:00".into() }];
    assert_eq!(of_rule(&late, &with_form(), "opening-times"), Vec::new());
}

// req: CAT-18
#[tokio::test]
async fn what_only_others_know_comes_from_outside() {
    let whole = description().await;
    let link = "https://likumi.lv/ta/id/68483";
    let context = QualityContext {
        has_form: true,
        dead_links: [link.to_owned()].into(),
        duplicates: vec!["1002".into(), "1003".into()],
        alike: vec!["1004".into()],
        unconfirmed: Some("2026-Q4".into()),
        repealed: starting_acts(),
    };
    for (rule, path, name, value) in [
        ("link-dead", "legal_basis/0/link", "link", link),
        ("duplicate", "name", "codes", "1002, 1003"),
        ("not-confirmed", "confirmed", "quarter", "2026-Q4"),
    ] {
        let found = of_rule(&whole, &context, rule);
        assert_eq!(found.len(), 1, "{rule}");
        assert_eq!((found[0].path.as_str(), found[0].args[name].as_str()), (path, value));
        assert!(of_rule(&whole, &with_form(), rule).is_empty());
    }
    assert!(of_rule(&whole, &context, "alike").is_empty(), "the same name says more");
    let alike = QualityContext { duplicates: Vec::new(), ..context };
    assert_eq!(of_rule(&whole, &alike, "alike")[0].args["codes"], "1004");
}

// req: CAT-18
#[tokio::test]
async fn a_service_that_is_requested_nowhere_on_line_is_told_so() {
    let whole = description().await;
    let found = of_rule(&whole, &QualityContext::default(), "electronic-nowhere");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].path.as_str(), found[0].severity), ("channels/0/link", Severity::Warns));
    let mut linked = whole.clone();
    offer(&mut linked, Channel::Electronic).link = Some("https://www.vsaa.gov.lv/apply".into());
    assert!(of_rule(&linked, &QualityContext::default(), "electronic-nowhere").is_empty());
    let mut receipt = whole.clone();
    offer(&mut receipt, Channel::Electronic).stages = vec![crate::Stage::Receipt];
    let none = of_rule(&receipt, &QualityContext::default(), "electronic-nowhere");
    assert!(none.is_empty(), "what is only received on-line promises no form");
}

// req: CAT-06, CAT-18
#[tokio::test]
async fn a_document_of_one_channel_is_in_order_while_the_service_has_that_channel() {
    let mut d = description().await;
    d.documents[0].channels = vec![Channel::Post];
    d.documents[1].channels = vec![Channel::Institution, Channel::Post];
    assert!(of_rule(&d, &with_form(), "document-channel-missing").is_empty());
    d.channels.retain(|offer| offer.channel != Channel::Post);
    let found = of_rule(&d, &with_form(), "document-channel-missing");
    let places: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(places, ["documents/0/channels", "documents/1/channels"]);
    assert!(found.iter().all(|one| one.severity == Severity::Warns && one.section == Section::Documents));
    assert!(found.iter().all(|one| one.args["channel"] == "post"));
}

// req: CAT-26
#[tokio::test]
async fn a_digital_mode_says_since_when_and_who_helps() {
    let mut d = description().await;
    d.digital =
        Some(crate::DigitalMode { mode: DigitalScope::PrimarilyDigital, since: None, support: LangText::default() });
    let found = of_rule(&d, &with_form(), "digital-date-missing");
    assert_eq!((found.len(), found[0].path.as_str(), found[0].section), (1, "digital/since", Section::Digital));
    let found = of_rule(&d, &with_form(), "text-missing");
    assert_eq!((found.len(), found[0].path.as_str(), found[0].severity), (1, "digital/support", Severity::Blocks));
    d.digital = Some(crate::DigitalMode {
        mode: DigitalScope::PrimarilyDigital,
        since: "2026-02-01".parse().ok(),
        support: LangText::new("Palīdzēsim klātienē.", "We help in person."),
    });
    let found = findings(&d, &with_form());
    assert!(found.iter().all(|finding| !finding.path.starts_with("digital")), "{found:?}");
}

// req: CAT-18
#[tokio::test]
async fn a_quicker_or_cheaper_electronic_channel_is_no_contradiction() {
    let mut d = description().await;
    for offer in &mut d.channels {
        let online = offer.channel == Channel::Electronic;
        offer.fee = Fee::Amount(Money::cents(if online { 100 } else { 500 }));
        offer.deadline = Some(if online { Deadline::WorkingDays(21) } else { Deadline::Months(1) });
    }
    assert!(of_rule(&d, &with_form(), "online-slower").is_empty());
    assert!(of_rule(&d, &with_form(), "online-dearer").is_empty());
}

// req: CAT-18
#[tokio::test]
async fn the_most_serious_stand_first_and_lead_to_their_section() {
    let mut d = description().await;
    d.audience.lv = "Bērna  māte".into();
    d.steps.clear();
    let found = findings(&d, &with_form());
    assert_eq!((found[0].severity, found[0].section), (Severity::Blocks, Section::Steps));
    assert!(found.is_sorted_by_key(|finding| finding.severity));
    for (path, section) in [
        ("name", Section::Basics),
        ("documents/0/link", Section::Documents),
        ("outputs", Section::Conditions),
        ("appeal", Section::Law),
        ("providers/0/email", Section::Providers),
        ("digital/mode", Section::Digital),
        ("related/0", Section::Links),
    ] {
        assert_eq!(Section::of(path), Some(section), "{path}");
    }
}

// req: CAT-18
#[test]
fn the_score_counts_three_places_of_a_rule_at_most() {
    let finding = |rule: &str, path: &str| Finding {
        rule: rule.into(),
        severity: Severity::Hints,
        path: path.into(),
        section: Section::Basics,
        args: Default::default(),
    };
    let weight = rules().iter().find(|rule| rule.id == "spacing").unwrap().weight as u8;
    let places = |count: usize| (0..count).map(|n| finding("spacing", &format!("steps/{n}/text"))).collect::<Vec<_>>();
    assert_eq!(score(&[]), 100);
    assert_eq!(score(&places(2)), 100 - 2 * weight);
    assert_eq!(score(&places(9)), 100 - 3 * weight);
    let all: Vec<Finding> = rules().iter().flat_map(|rule| (0..3).map(|n| finding(&rule.id, &n.to_string()))).collect();
    assert_eq!(score(&all), 0);
}

// req: CAT-18
#[tokio::test]
async fn the_length_that_is_said_is_the_length_that_is_checked() {
    let mut d = description().await;
    assert_eq!(most_characters("audience"), most_characters("appeal"));
    assert_eq!((most_characters("cofog"), most_characters("steps/4/stage")), (None, None));
    let most = |path: &str| most_characters(path).unwrap();
    d.name.lv = "a".repeat(most("name"));
    d.summary.lv = "a".repeat(most("summary"));
    d.steps[1].title.lv = "a".repeat(most("steps/1/title"));
    let too_long = |d: &Description| -> Vec<String> {
        let found = findings(d, &with_form()).into_iter().filter(|one| one.rule.ends_with("too-long"));
        found.map(|one| one.path).collect()
    };
    assert_eq!(too_long(&d), Vec::<String>::new());
    for text in [&mut d.name, &mut d.summary, &mut d.steps[1].title] {
        text.lv.push('a');
    }
    assert_eq!(too_long(&d), ["name", "summary", "steps/1/title"]);
}

#[test]
fn findings_survive_being_kept() {
    let finding = Finding {
        rule: "link-dead".into(),
        severity: Severity::Warns,
        path: "documents/0/link".into(),
        section: Section::Documents,
        args: [("link".to_owned(), "https://example.lv".to_owned())].into(),
    };
    let text = serde_json::to_string(std::slice::from_ref(&finding)).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Finding>>(&text).unwrap(), [finding]);
}
