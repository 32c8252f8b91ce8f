//! Channels with fees, deadline, hours and the reason of choice; how to pay.

use super::{Reader, Writer, values};
use crate::{ChannelOffer, ChannelReason, Deadline, Description, Fee, FeeTier, FormChoice, Opening, Stage};
use kernel::Channel;

pub(super) fn read(form: &mut Reader<'_>, description: &mut Description) {
    let count = form.typed.items("channels");
    let offer = |place: usize| {
        let at = |part: &str| format!("channels/{place}/{part}");
        ChannelOffer {
            channel: form.word(&at("channel"), Channel::Institution),
            stages: form.ticked::<Stage>(&at("stages")),
            fee: fee(form, &at("fee"), "free"),
            tiers: tiers(form, &at("tiers")),
            deadline: deadline(form, &at("deadline")),
            hours: form.words(&at("hours")),
            opening: openings(form, &at("opening")),
            link: form.link(&at("link")),
            sign_in: form.link(&at("sign_in")),
            places: places(form, &at("places"), &at("elsewhere")),
            reason: form.word(&at("reason"), ChannelReason::Access),
            note: form.words(&at("note")),
        }
    };
    description.channels = (0..count).map(offer).collect();
    description.payment = form.words_if_any("payment");
    let form_chosen = FormChoice::typed(form.typed.get("form"));
    // Nobody has chosen yet, and nothing is chosen now.
    if !(description.form.is_unsaid() && form_chosen == FormChoice::NoForm) {
        description.form = form_chosen;
    }
}

/// Codes of places: boxes that are ticked, and a list of places elsewhere, where the name may stand behind the code. Those
/// that nobody knows are told at their input and left out.
fn places(form: &mut Reader<'_>, ticked: &str, elsewhere: &str) -> Vec<String> {
    let mut named: Vec<(String, String)> = Vec::new();
    named.extend(form.codes(ticked).into_iter().map(|code| (ticked.to_owned(), code)));
    for place in 0..form.typed.items(elsewhere) {
        let input = format!("{elsewhere}/{place}/code");
        if let Some(code) = form.text(&input) {
            named.push((input, code));
        }
    }
    let mut codes: Vec<String> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    for (input, text) in named {
        let code = text.split_whitespace().next().unwrap_or_default().to_uppercase();
        if form.known.places.contains(&code) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        } else if !told.contains(&input) {
            form.refuse(input.as_str(), "edit-place-unknown");
            told.push(input);
        }
    }
    codes
}

/// A fee; `blank` is what an input that says nothing means.
fn fee(form: &mut Reader<'_>, name: &str, blank: &str) -> Fee {
    match Some(form.typed.get(name)).filter(|word| !word.is_empty()).unwrap_or(blank) {
        "free" => Fee::Free,
        "stated" => Fee::Stated,
        "amount" => {
            let amount = format!("{name}/amount");
            if form.typed.get(&amount).trim().is_empty() {
                form.refuse(&amount, "edit-amount-missing");
            }
            form.value(&amount, "edit-amount", values::amount).map_or(Fee::Stated, Fee::Amount)
        }
        _ => {
            form.refuse(name, "edit-choice");
            Fee::Stated
        }
    }
}

/// Other payments. Whoever adds one means an amount: it is asked for until something is chosen.
fn tiers(form: &mut Reader<'_>, name: &str) -> Vec<FeeTier> {
    let count = form.typed.items(name);
    let tier = |place: usize| {
        let at = |part: &str| format!("{name}/{place}/{part}");
        FeeTier {
            fee: fee(form, &at("fee"), "amount"),
            added: form.typed.get(&at("added")) == "yes",
            condition: form.words(&at("condition")),
        }
    };
    (0..count).map(tier).collect()
}

fn deadline(form: &mut Reader<'_>, name: &str) -> Option<Deadline> {
    let unit = form.typed.get(name).to_owned();
    let count = format!("{name}/count");
    if unit.is_empty() {
        return None;
    }
    if form.typed.get(&count).trim().is_empty() {
        form.refuse(&count, "edit-number");
    }
    let number = form.number(&count)?;
    match unit.as_str() {
        "working_days" => Some(Deadline::WorkingDays(number)),
        "months" => Some(Deadline::Months(number)),
        _ => {
            form.refuse(name, "edit-choice");
            None
        }
    }
}

/// Hours whose days and times are all there; half a line is told and left out.
fn openings(form: &mut Reader<'_>, name: &str) -> Vec<Opening> {
    let mut found = Vec::new();
    for place in 0..form.typed.items(name) {
        let at = |part: &str| format!("{name}/{place}/{part}");
        let days = form.ticked(&at("days"));
        let opens = form.value(&at("opens"), "edit-time", values::time);
        let closes = form.value(&at("closes"), "edit-time", values::time);
        match (days.is_empty(), opens, closes) {
            (false, Some(opens), Some(closes)) if opens < closes => found.push(Opening { days, opens, closes }),
            (false, Some(_), Some(_)) => form.refuse(at("closes"), "edit-time-order"),
            _ => form.refuse(at("opens"), "edit-opening"),
        }
    }
    found
}

pub(super) fn write(form: &mut Writer<'_>, description: &Description) {
    form.text("form", description.form.key().unwrap_or_default());
    for (place, offer) in description.channels.iter().enumerate() {
        let at = |part: &str| format!("channels/{place}/{part}");
        form.text(&at("channel"), offer.channel.as_str());
        form.ticked(&at("stages"), offer.stages.iter().map(|stage| stage.as_str()));
        write_fee(form, &at("fee"), offer.fee);
        for (line, tier) in offer.tiers.iter().enumerate() {
            write_fee(form, &at(&format!("tiers/{line}/fee")), tier.fee);
            form.text(&at(&format!("tiers/{line}/added")), if tier.added { "yes" } else { "no" });
            form.words(&at(&format!("tiers/{line}/condition")), &tier.condition);
        }
        let (unit, count) = match offer.deadline {
            None => ("", String::new()),
            Some(Deadline::WorkingDays(days)) => ("working_days", days.to_string()),
            Some(Deadline::Months(months)) => ("months", months.to_string()),
        };
        form.text(&at("deadline"), unit);
        form.text(&at("deadline/count"), count);
        form.words(&at("hours"), &offer.hours);
        for (line, opening) in offer.opening.iter().enumerate() {
            form.ticked(&at(&format!("opening/{line}/days")), opening.days.iter().map(|day| day.as_str()));
            form.text(&at(&format!("opening/{line}/opens")), &opening.opens);
            form.text(&at(&format!("opening/{line}/closes")), &opening.closes);
        }
        form.text_if_any(&at("link"), offer.link.as_deref());
        form.text_if_any(&at("sign_in"), offer.sign_in.as_deref());
        form.ticked(&at("places"), offer.places.iter().map(String::as_str));
        form.text(&at("reason"), offer.reason.as_str());
        form.words(&at("note"), &offer.note);
    }
    form.words_if_any("payment", description.payment.as_ref());
}

fn write_fee(form: &mut Writer<'_>, name: &str, fee: Fee) {
    let (word, amount) = match fee {
        Fee::Free => ("free", String::new()),
        Fee::Stated => ("stated", String::new()),
        Fee::Amount(amount) => ("amount", values::shown_amount(amount)),
    };
    form.text(name, word);
    form.text(&format!("{name}/amount"), amount);
}
