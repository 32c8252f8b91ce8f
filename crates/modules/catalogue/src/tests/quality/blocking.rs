//! What keeps a description from being published.

use crate::tests::{db, pilot};
use crate::{Contact, Description, DigitalScope, QualityContext, Severity, Stage, Territory, findings};
use kernel::{Channel, LangText};

async fn description() -> Description {
    (*pilot(&db().await, "P.11").await.description).clone()
}

fn paths(description: &Description) -> Vec<String> {
    let found = findings(description, &QualityContext::default()).into_iter();
    found.filter(|finding| finding.severity == Severity::Blocks).map(|finding| finding.path).collect()
}

// req: CAT-18
#[tokio::test]
async fn each_missing_element_is_found() {
    let whole = description().await;
    assert_eq!(paths(&whole), Vec::<String>::new());
    type Break = fn(&mut Description);
    let breaks: [(&str, Break); 20] = [
        ("name", |d| d.name.en.clear()),
        ("summary", |d| d.summary.lv = "  ".into()),
        ("audience", |d| d.audience = LangText::default()),
        ("appeal", |d| d.appeal = LangText::default()),
        ("cofog", |d| d.cofog = "11.1".into()),
        ("territory", |d| d.territory = Territory::Municipalities(vec![])),
        ("valid_to", |d| (d.valid_from, d.valid_to) = ("2026-02-01".parse().ok(), "2026-01-01".parse().ok())),
        ("steps", |d| d.steps.clear()),
        ("documents", |d| d.documents.clear()),
        ("conditions", |d| d.conditions.clear()),
        ("legal_basis", |d| d.legal_basis.clear()),
        ("steps/1/title", |d| d.steps[1].title.lv.clear()),
        ("channels/receipt", |d| d.channels.iter_mut().for_each(|o| o.stages.retain(|s| s.as_str() == "request"))),
        ("channels/0/hours", |d| d.channels[0].hours = LangText::default()),
        ("channels/0/note", |d| d.channels[0].note = LangText::new(" ", "In English only")),
        ("notice", |d| d.notice = Some(LangText::new("", "In English only"))),
        ("outputs/0/name", |d| d.outputs[0].name = LangText::default()),
        ("digital/support", |d| d.digital.as_mut().unwrap().support.lv.clear()),
        ("providers/execution", |d| d.providers.retain(|p| p.stage.as_str() != "execution")),
        ("providers/receipt", |d| {
            let receipt = d.providers.iter_mut().filter(|p| p.stage.as_str() == "receipt");
            receipt.for_each(|p| p.contact = Contact::default());
        }),
    ];
    for (path, break_it) in breaks {
        let mut broken = whole.clone();
        break_it(&mut broken);
        assert_eq!(paths(&broken), [path]);
    }
}

// req: CAT-18
#[tokio::test]
async fn a_channel_stands_once() {
    let mut twice = description().await;
    twice.channels.push(twice.channels[0].clone());
    assert_eq!(paths(&twice), [format!("channels/{}", twice.channels.len() - 1)]);
}

// req: CAT-09
#[tokio::test]
async fn cofog_codes_are_those_of_the_classifier() {
    let mut description = description().await;
    for (code, good) in [
        ("10", true),
        ("10.4", true),
        ("10.4.0", true),
        ("01.1.2", true),
        ("10.4.7", false),
        ("10.10", false),
        ("1.1", false),
        ("10.", false),
        ("", false),
        ("10.4.0.1", false),
        ("00", false),
    ] {
        description.cofog = code.into();
        assert_eq!(paths(&description).is_empty(), good, "{code:?}");
    }
}

// req: CAT-18, CAT-26
#[tokio::test]
async fn what_is_digital_only_is_not_requested_otherwise() {
    let mut d = description().await;
    d.digital.as_mut().unwrap().mode = DigitalScope::DigitalOnly;
    assert_eq!(paths(&d), ["digital/mode"]);
    for offer in d.channels.iter_mut().filter(|offer| offer.channel != Channel::Electronic) {
        offer.stages.retain(|stage| *stage != Stage::Request);
    }
    assert_eq!(paths(&d), Vec::<String>::new());
}
