//! Checks that compare what the channels of a service say.

use super::rules::Check;
use super::{Out, QualityContext};
use crate::{ChannelOffer, Deadline, Description, DigitalScope, Fee, FeeTier, FormChoice, Opening, Signature, Stage};
use kernel::{Assurance, Channel, DayTime};

/// Runs one check.
pub fn run(check: &Check, d: &Description, context: &QualityContext, out: &mut Out<'_>) {
    let electronic = d.channels.iter().position(|offer| offer.channel == Channel::Electronic);
    let requests_online = d.channels.iter().any(|offer| offer.channel == Channel::Electronic && requests(offer));
    let has_form = match &d.form {
        FormChoice::Unsaid => context.has_form,
        chosen => chosen.key().is_some(),
    };
    let mode = d.digital.as_ref().map(|digital| digital.mode);
    match check {
        Check::StageWithoutChannel => stages(d, out),
        Check::ChannelTwice => twice(d, out),
        Check::FeeWithoutAmount => fees(d, out),
        Check::FeeAddedFree => added_free(d, out),
        Check::DeadlineNotStated => each(d, out, "deadline", |offer| offer.deadline.is_none()),
        Check::OpeningTimes => each(d, out, "opening", |offer| !offer.opening.iter().all(is_possible)),
        Check::OnlineSlower => {
            contradiction(d, out, electronic, "deadline", |online, other| days(online.deadline) > days(other.deadline))
        }
        Check::OnlineDearer => {
            contradiction(d, out, electronic, "fee", |online, other| dearer(online.fee, other.fee));
            contradiction(d, out, electronic, "tiers", tiers_dearer);
        }
        Check::IdentificationMissing => {
            let needed = has_form || d.signature == Signature::Qualified;
            if needed && requests_online && d.identification == Assurance::None {
                out.add("identification");
            }
        }
        Check::DigitalOnlyInPerson if mode == Some(DigitalScope::DigitalOnly) => {
            if let Some(other) = d.channels.iter().find(|offer| offer.channel != Channel::Electronic && requests(offer))
            {
                out.with("digital/mode", [("channel", other.channel.to_string())]);
            }
        }
        Check::DigitalWithoutChannel if mode.is_some() && electronic.is_none() => out.add("digital/mode"),
        Check::FormNotOffered if has_form && !requests_online => out.add("channels"),
        Check::ElectronicNowhere if !has_form => {
            if let Some(place) = electronic {
                let offer = d.channels.get(place).filter(|offer| requests(offer) && offer.link.is_none());
                offer.into_iter().for_each(|_| out.add(format!("channels/{place}/link")));
            }
        }
        _ => {}
    }
}

fn requests(offer: &ChannelOffer) -> bool {
    offer.stages.contains(&Stage::Request)
}

/// A service is requested and received through some channel.
fn stages(d: &Description, out: &mut Out<'_>) {
    for stage in [Stage::Request, Stage::Receipt] {
        if !d.channels.iter().any(|offer| offer.stages.contains(&stage)) {
            out.add(format!("channels/{}", stage.as_str()));
        }
    }
}

fn twice(d: &Description, out: &mut Out<'_>) {
    for (place, offer) in d.channels.iter().enumerate() {
        if d.channels.iter().take(place).any(|earlier| earlier.channel == offer.channel) {
            out.add(format!("channels/{place}"));
        }
    }
}

/// Fees that do not say how much. One that depends on the case says it by its cases.
fn fees(d: &Description, out: &mut Out<'_>) {
    for (place, offer) in d.channels.iter().enumerate() {
        if offer.fee == Fee::Stated && offer.tiers.iter().all(|tier| tier.added) {
            out.add(format!("channels/{place}/fee"));
        }
        for (inner, _) in offer.tiers.iter().enumerate().filter(|(_, tier)| tier.fee == Fee::Stated) {
            out.add(format!("channels/{place}/tiers/{inner}/fee"));
        }
    }
}

/// Payments on top that are nothing: what was meant is another sum, or a payment in the place of the ordinary one.
fn added_free(d: &Description, out: &mut Out<'_>) {
    for (place, offer) in d.channels.iter().enumerate() {
        for (inner, _) in offer.tiers.iter().enumerate().filter(|(_, tier)| tier.added && tier.fee.cents() == Some(0)) {
            out.add(format!("channels/{place}/tiers/{inner}/fee"));
        }
    }
}

fn each(d: &Description, out: &mut Out<'_>, element: &str, wrong: impl Fn(&ChannelOffer) -> bool) {
    for (place, _) in d.channels.iter().enumerate().filter(|(_, offer)| wrong(offer)) {
        out.add(format!("channels/{place}/{element}"));
    }
}

/// The electronic channel is worse than one in person or by post: that is hardly meant.
fn contradiction(
    d: &Description,
    out: &mut Out<'_>,
    electronic: Option<usize>,
    element: &str,
    worse: impl Fn(&ChannelOffer, &ChannelOffer) -> bool,
) {
    let Some((place, online)) = electronic.and_then(|place| Some((place, d.channels.get(place)?))) else { return };
    if let Some(other) = d.channels.iter().find(|other| other.channel != Channel::Electronic && worse(online, other)) {
        out.with(format!("channels/{place}/{element}"), [("channel", other.channel.to_string())]);
    }
}

/// Rough days, only to compare terms of different units; nothing stated means one month.
fn days(deadline: Option<Deadline>) -> u32 {
    match deadline.unwrap_or(crate::LEGAL_DEADLINE) {
        Deadline::WorkingDays(days) => u32::from(days) * 7 / 5,
        Deadline::Months(months) => u32::from(months) * 30,
    }
}

fn dearer(online: Fee, other: Fee) -> bool {
    online.cents().zip(other.cents()).is_some_and(|(online, other)| online > other)
}

/// Whether the same case costs more on-line.
fn tiers_dearer(online: &ChannelOffer, other: &ChannelOffer) -> bool {
    let same = |one: &FeeTier, two: &FeeTier| one.added == two.added && one.condition == two.condition;
    let worse = |mine: &FeeTier| other.tiers.iter().any(|theirs| same(mine, theirs) && dearer(mine.fee, theirs.fee));
    online.tiers.iter().any(worse)
}

fn is_possible(opening: &Opening) -> bool {
    DayTime::parse(&opening.opens).zip(DayTime::parse(&opening.closes)).is_some_and(|(opens, closes)| opens < closes)
        && !opening.days.is_empty()
}
