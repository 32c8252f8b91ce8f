//! Several payments of one channel: kept, typed, checked, compared.

use super::{blocking, db, pilot};
use crate::editing::{Known, carried, understand, write};
use crate::{
    ChannelOffer, Description, Fee, FeeTier, Finding, Piece, QualityContext, Remark, Section, Typed, compare, findings,
};
use kernel::{Channel, LangText, Money};

const fn cents(cents: i64) -> Fee {
    Fee::Amount(Money::cents(cents))
}

fn tier(fee: Fee, added: bool, condition: &str) -> FeeTier {
    FeeTier { fee, added, condition: LangText::new(condition, format!("{condition} in English")) }
}

/// A passport: an ordinary fee, a lower one, none at all, and delivery on top.
fn passport(offer: &mut ChannelOffer) {
    offer.fee = cents(3420);
    offer.tiers = vec![
        tier(cents(1425), false, "Bērniem un pensionāriem"),
        tier(Fee::Free, false, "Politiski represētām personām"),
        tier(cents(1000), true, "Piegāde ar kurjeru"),
    ];
}

async fn description() -> Description {
    (*pilot(&db().await, "P.11").await.description).clone()
}

/// What the channels say with these inputs.
fn typed(pairs: &[(&str, &str)], on: &Description) -> (Description, Vec<Remark>) {
    let typed: Typed = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut description = on.clone();
    let remarks = understand(Section::Channels, &typed, &Known::default(), &mut description);
    (description, remarks)
}

fn of_rule(description: &Description, rule: &str) -> Vec<String> {
    let found = findings(description, &QualityContext::default()).into_iter();
    found.filter(|finding: &Finding| finding.rule == rule).map(|finding| finding.path).collect()
}

// req: CAT-04, CAT-25, CAT-33
#[tokio::test]
async fn an_old_description_is_written_as_it_was_and_a_new_one_comes_back() {
    let old = description().await;
    let text = serde_json::to_string(&old).unwrap();
    assert!(!text.contains("\"tiers\"") && !text.contains("\"payment\":"), "{text}");
    assert_eq!(serde_json::from_str::<Description>(&text).unwrap(), old);
    let mut new = old;
    passport(&mut new.channels[0]);
    new.payment = Some(LangText::new("Internetbankā.", "In the internet bank."));
    let value = serde_json::to_value(&new).unwrap();
    assert_eq!(
        value["channels"][0]["tiers"][0],
        serde_json::json!({
            "fee": { "amount": 1425 },
            "condition": { "lv": "Bērniem un pensionāriem", "en": "Bērniem un pensionāriem in English" },
        })
    );
    assert_eq!(value["channels"][0]["tiers"][2]["added"], true);
    assert_eq!(serde_json::from_value::<Description>(value.clone()).unwrap(), new);
    let mut strange = value;
    strange["channels"][0]["tiers"][0]["vat"] = serde_json::json!(21);
    assert!(serde_json::from_value::<Description>(strange).is_err(), "what is not known is not passed over");
}

// req: CAT-25
#[test]
fn the_least_and_the_most_are_those_of_all_cases_that_say_how_much() {
    let mut offer = crate::ensure_sample::offer(Channel::Electronic, cents(700));
    assert_eq!(offer.fee_span(), Some((700, 700)));
    passport(&mut offer);
    assert_eq!(offer.fee_span(), Some((0, 3420)), "what is added is no case");
    offer.fee = Fee::Stated;
    assert_eq!(offer.fee_span(), Some((0, 1425)), "the cases say it");
    offer.tiers[0].fee = Fee::Stated;
    assert_eq!(offer.fee_span(), None);
    offer.tiers.retain(|tier| tier.added);
    assert_eq!(offer.fee_span(), None, "what is added does not say what it is added to");
}

// req: CAT-04, CAT-15, CAT-25
#[tokio::test]
async fn payments_come_back_from_their_inputs() {
    let mut whole = description().await;
    passport(&mut whole.channels[0]);
    passport(&mut whole.channels[2]);
    whole.channels[2].tiers[0].condition.other.insert("uk".to_owned(), "Дітям".to_owned());
    whole.payment = Some(LangText::new("Internetbankā.", ""));
    let inputs = write(Section::Channels, &Known::default(), &whole);
    assert_eq!(inputs.get("channels/0/tiers/0/fee/amount"), "14,25");
    let mut again = whole.clone();
    (again.channels, again.payment) = (Vec::new(), None);
    assert_eq!(understand(Section::Channels, &inputs, &Known::default(), &mut again), []);
    assert_eq!(again, whole);
}

// req: CAT-18, CAT-25
#[tokio::test]
async fn a_wrong_amount_is_told_at_its_input_and_its_words_stay() {
    let on = description().await;
    for (amount, key) in [
        ("-5", "edit-amount"),
        ("pieci", "edit-amount"),
        ("1.234", "edit-amount"),
        ("9999999999", "edit-amount"),
        ("", "edit-amount-missing"),
    ] {
        let pairs = [
            ("channels/0/tiers/0/fee", "free"),
            ("channels/0/tiers/0/condition/lv", "Bērniem"),
            ("channels/0/tiers/1/fee", "amount"),
            ("channels/0/tiers/1/fee/amount", amount),
            ("channels/0/tiers/1/condition/lv", "Steidzami"),
        ];
        let (read, remarks) = typed(&pairs, &on);
        let told: Vec<_> = remarks.iter().map(|remark| (remark.path.as_str(), remark.key.as_str())).collect();
        assert_eq!(told, [("channels/0/tiers/1/fee/amount", key)], "{amount:?}");
        let tiers = &read.channels[0].tiers;
        assert_eq!((tiers[0].fee, tiers[1].condition.lv.as_str()), (Fee::Free, "Steidzami"));
    }
    // A payment that was just added asks for its amount, whatever is chosen first.
    let (read, remarks) = typed(&[("channels/0/tiers/0", "")], &on);
    assert_eq!((read.channels[0].tiers.len(), remarks[0].path.as_str()), (1, "channels/0/tiers/0/fee/amount"));
    let (_, remarks) = typed(&[("channels/0/tiers/0/fee", "nope")], &on);
    assert_eq!(remarks[0].path, "channels/0/tiers/0/fee");
}

// req: CAT-18, CAT-25
#[tokio::test]
async fn payments_without_amount_or_words_and_dearer_ones_on_line_are_found() {
    let mut whole = description().await;
    whole.channels.iter_mut().for_each(passport);
    assert_eq!(blocking(&whole), [] as [String; 0]);
    for rule in ["fee-without-amount", "online-dearer", "english-detail-missing", "latvian-missing"] {
        assert_eq!(of_rule(&whole, rule), [] as [String; 0], "{rule}");
    }
    let mut broken = whole.clone();
    broken.channels[1].tiers[0].condition = LangText::default();
    broken.channels[1].tiers[2].condition.en.clear();
    broken.channels[1].tiers[1].fee = Fee::Stated;
    assert_eq!(blocking(&broken), ["channels/1/tiers/0/condition", "channels/1/tiers/2/condition"]);
    assert_eq!(of_rule(&broken, "fee-without-amount"), ["channels/1/tiers/1/fee"]);
    // Nothing on top is no payment.
    assert_eq!(of_rule(&whole, "fee-added-free"), [] as [String; 0]);
    for nothing in [Fee::Free, cents(0)] {
        let mut odd = whole.clone();
        odd.channels[1].tiers[2].fee = nothing;
        assert_eq!(of_rule(&odd, "fee-added-free"), ["channels/1/tiers/2/fee"]);
    }
    // A fee that depends on the case is said by its cases, not by what is added.
    let mut stated = whole.clone();
    stated.channels[0].fee = Fee::Stated;
    assert_eq!(of_rule(&stated, "fee-without-amount"), [] as [String; 0]);
    stated.channels[0].tiers.retain(|tier| tier.added);
    assert_eq!(of_rule(&stated, "fee-without-amount"), ["channels/0/fee"]);
    // The same case is dearer on-line than elsewhere.
    let online = whole.channels.iter().position(|offer| offer.channel == Channel::Electronic).unwrap();
    whole.channels[online].tiers[0].fee = cents(2000);
    assert_eq!(of_rule(&whole, "online-dearer"), [format!("channels/{online}/tiers")]);
    whole.payment = Some(LangText::new("Internetbankā.", ""));
    assert_eq!(of_rule(&whole, "english-detail-missing"), ["payment"]);
}

// req: CAT-33
#[tokio::test]
async fn a_changed_payment_is_compared_value_by_value() {
    let before = description().await;
    let mut after = before.clone();
    passport(&mut after.channels[0]);
    let changes = compare(&before, &after).unwrap();
    let of = |path: &str| changes.iter().find(|change| change.path == path).map(|change| change.pieces.clone());
    assert_eq!(of("channels/0/fee"), Some(vec![Piece::Removed("free".into()), Piece::Added("3420".into())]));
    assert_eq!(of("channels/0/fee/amount"), None);
    assert_eq!(of("channels/0/tiers/0/fee/amount"), Some(vec![Piece::Added("1425".into())]));
    assert_eq!(of("channels/0/tiers/2/added"), Some(vec![Piece::Added("true".into())]));
    let mut later = after.clone();
    later.channels[0].tiers[0].fee = cents(1500);
    later.channels[0].tiers[1].condition.lv = "Politiski represētiem cilvēkiem".into();
    let changes = compare(&after, &later).unwrap();
    let paths: Vec<_> = changes.iter().map(|change| change.path.as_str()).collect();
    assert_eq!(paths, ["channels/0/tiers/0/fee/amount", "channels/0/tiers/1/condition/lv"]);
    assert_eq!(changes[1].pieces[0], Piece::Kept("Politiski ".into()));
}

// req: CAT-33
#[tokio::test]
async fn a_list_of_prices_is_carried_whole_into_what_is_planned() {
    let mut before = description().await;
    passport(&mut before.channels[0]);
    let (mut now, mut planned) = (before.clone(), before.clone());
    now.channels[0].tiers[0].fee = cents(1500);
    planned.channels[0].hours = LangText::new("No astoņiem", "From eight");
    let both = carried(&before, &now, &planned).unwrap();
    assert_eq!((both.disputed.len(), &both.description.channels[0].tiers), (0, &now.channels[0].tiers));
    assert_eq!(both.description.channels[0].hours, planned.channels[0].hours);
    // One gives the first price to others, the other changes it: no price is made of both.
    planned.channels[0].tiers[0].condition = LangText::new("Skolēniem", "For pupils");
    let both = carried(&before, &now, &planned).unwrap();
    assert_eq!(
        (both.disputed, &both.description.channels[0].tiers),
        (vec![Section::Channels], &planned.channels[0].tiers)
    );
}
