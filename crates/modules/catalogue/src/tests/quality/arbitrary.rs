//! No rule stumbles, whatever is typed.

use crate::quality::measures::Measured;
use crate::{Deadline, Description, Fee, FeeTier, QualityContext, findings, score};
use kernel::{Channel, InstitutionId, LangText, Money};
use proptest::prelude::*;
use uuid::Uuid;

fn text() -> impl Strategy<Value = LangText> {
    let words = prop_oneof![
        3 => "\\PC{0,80}",
        1 => "[A-ZĀČĒĢĪĶĻŅŠŪŽ ()<>&.,;!?\\n]{0,60}",
        1 => "(tiek veikts|saskaņā ar|  |\\.|1\\.|\u{0}|🙂|VSAA){0,6}",
    ];
    (words.clone(), words).prop_map(|(lv, en)| LangText::new(lv, en))
}

fn link() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(prop_oneof![
        "\\PC{0,40}".boxed(),
        "https?://[a-z.:@/?#=]{0,30}".boxed(),
        "https://likumi.lv/(ta/id/|doc.php\\?id=)[0-9]{0,25}".boxed(),
    ])
}

prop_compose! {
    fn description()(
        texts in proptest::collection::vec(text(), 12),
        links in proptest::collection::vec(link(), 5),
        cofog in "\\PC{0,8}",
        channels in proptest::collection::vec((0..5_usize, 0..4_u16, -5_i64..500, any::<bool>()), 0..7),
        proves in proptest::option::of(any::<u16>()),
        opens in "\\PC{0,6}",
        email in proptest::option::of("\\PC{0,20}"),
    ) -> Description {
        let holder = InstitutionId::new(Uuid::from_u128(1));
        let mut d = crate::ensure_sample::sample_description(holder, texts[0].clone(), texts[1].clone());
        d.cofog = cofog;
        d.audience = texts[2].clone();
        d.appeal = texts[3].clone();
        d.notice = Some(texts[4].clone());
        d.steps = vec![crate::Step { stage: crate::Stage::Request, title: texts[5].clone(), text: texts[6].clone() }];
        d.documents = vec![crate::RequiredDocument {
            name: texts[7].clone(),
            kind: crate::DocumentKind::Form,
            required: true,
            note: Some(texts[8].clone()),
            link: links[0].clone(),
            evidence_type: None,
            proves,
            channels: Vec::new(),
        }];
        d.conditions = vec![texts[9].clone()];
        d.legal_basis = vec![crate::LegalAct { title: texts[10].clone(), link: links[1].clone() }];
        d.providers[0].contact.website = links[2].clone();
        d.providers[0].contact.email = email;
        d.channels = channels
            .into_iter()
            .map(|(channel, months, cents, free)| {
                let fee = if free { Fee::Free } else { Fee::Amount(Money::cents(cents)) };
                let mut offer = crate::ensure_sample::offer(Channel::ALL[channel], fee);
                offer.deadline = (months > 0).then_some(Deadline::Months(months * 20_000));
                offer.hours = texts[11].clone();
                offer.tiers = vec![FeeTier { fee, added: free, condition: texts[9].clone() }];
                offer.link = links[3].clone();
                offer.opening =
                    vec![crate::Opening { days: Vec::new(), opens: opens.clone(), closes: opens.clone() }];
                offer
            })
            .collect();
        d
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    // req: CAT-18
    #[test]
    fn rules_answer_for_every_description(d in description(), has_form: bool) {
        let context = QualityContext { has_form, ..QualityContext::default() };
        let found = findings(&d, &context);
        prop_assert!(score(&found) <= 100);
        prop_assert_eq!(&findings(&d, &context), &found);
        let text = serde_json::to_string(&found).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vec<crate::Finding>>(&text).unwrap(), found);
    }

    #[test]
    fn measures_are_within_bounds(text in "\\PC{0,200}") {
        let measured = Measured::new(&text);
        prop_assert!(measured.long_words_percent(5) <= 100);
        prop_assert!(measured.words_per_sentence() <= measured.words);
        prop_assert!(measured.passives() <= measured.words);
    }
}
