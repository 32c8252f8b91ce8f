//! The columns of each channel: what can be done in it, fees, deadline, hours, address, places, and why it was chosen.

use super::cells::{self, Wrong};
use super::columns::{Column, column};
use super::shape::{List, Shape};
use super::texts;
use crate::open::{cell_of_deadline, cell_of_fee};
use catalogue::{ChannelOffer, ChannelReason, Description, Fee, FeeTier, Stage};
use kernel::{Channel, LangText};

fn offer(text: &Description, channel: Channel) -> Option<&ChannelOffer> {
    text.channels.iter().find(|offer| offer.channel == channel)
}

fn offer_mut(text: &mut Description, channel: Channel) -> Option<&mut ChannelOffer> {
    text.channels.iter_mut().find(|offer| offer.channel == channel)
}

/// A column of a channel: a cell of a channel that is not offered must be empty.
fn of_channel(
    channel: Channel,
    part: &str,
    about: &'static str,
    get: impl Fn(&ChannelOffer) -> String + Send + Sync + 'static,
    set: impl Fn(&mut ChannelOffer, &str) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Column {
    let made = column(
        format!("{channel}_{part}"),
        about,
        move |text, _| offer(text, channel).map(&get).unwrap_or_default(),
        move |text, _, cell| match offer_mut(text, channel) {
            Some(offer) => set(offer, cell),
            None if cell.is_empty() => Ok(()),
            None => Err("table-channel-not-offered"),
        },
    );
    Column { moving: true, ..made }
}

/// The columns of one channel.
pub fn of(all: &mut Vec<Column>, shape: &Shape, channel: Channel) {
    let stages = column(
        format!("{channel}_stages"),
        "channel-stages",
        move |text, _| {
            let stages =
                offer(text, channel).map(|offer| offer.stages.iter().map(|stage| stage.as_str()).collect::<Vec<_>>());
            stages.unwrap_or_default().join(" ")
        },
        move |text, _, cell| {
            let stages: Vec<Stage> = cells::words(cell)?;
            if stages.is_empty() {
                text.channels.retain(|offer| offer.channel != channel);
            } else if let Some(offer) = offer_mut(text, channel) {
                offer.stages = stages;
            } else {
                text.channels.push(ChannelOffer::new(channel, stages, Fee::Free));
            }
            Ok(())
        },
    );
    all.push(stages.of(Stage::ALL.iter().map(|stage| stage.as_str())));
    all.push(of_channel(
        channel,
        "fee",
        "channel-fee",
        |offer| cell_of_fee(offer.fee),
        |offer, cell| {
            offer.fee = cells::fee(cell)?;
            Ok(())
        },
    ));
    for number in 1..=shape.count(List::Fees(channel)) {
        tier(all, shape, channel, number);
    }
    let deadline = |offer: &ChannelOffer| offer.deadline.map(cell_of_deadline).unwrap_or_default();
    all.push(of_channel(channel, "deadline", "channel-deadline", deadline, |offer, cell| {
        offer.deadline = cells::deadline(cell)?;
        Ok(())
    }));
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(of_channel(
            channel,
            &format!("hours_{tag}"),
            "channel-hours",
            move |offer| texts::get(&offer.hours, &shown),
            move |offer, cell| {
                texts::put(&mut offer.hours, &changed, cell);
                Ok(())
            },
        ));
    }
    let link = |offer: &ChannelOffer| offer.link.clone().unwrap_or_default();
    all.push(of_channel(channel, "link", "channel-link", link, |offer, cell| {
        offer.link = cells::link(cell)?;
        Ok(())
    }));
    details(all, shape, channel);
}

/// Where a sign-in begins, which places take it, its hours by day, why it was chosen.
fn details(all: &mut Vec<Column>, shape: &Shape, channel: Channel) {
    let sign_in = |offer: &ChannelOffer| offer.sign_in.clone().unwrap_or_default();
    all.push(of_channel(channel, "sign_in", "channel-sign_in", sign_in, |offer, cell| {
        offer.sign_in = cells::link(cell)?;
        Ok(())
    }));
    let places = |offer: &ChannelOffer| offer.places.join(" ");
    all.push(of_channel(channel, "places", "channel-places", places, |offer, cell| {
        offer.places = cell.split([' ', ',', ';', '\n']).map(str::trim).map(str::to_uppercase).collect();
        offer.places.retain(|code| !code.is_empty());
        Ok(())
    }));
    let opening = |offer: &ChannelOffer| cells::shown_opening(&offer.opening);
    all.push(of_channel(channel, "opening", "channel-opening", opening, |offer, cell| {
        offer.opening = cells::opening(cell)?;
        Ok(())
    }));
    let reason = |offer: &ChannelOffer| offer.reason.as_str().to_owned();
    let reasons = of_channel(channel, "reason", "channel-reason", reason, |offer, cell| {
        // A channel that a row adds has a reason already; one that is there keeps it.
        if !cell.is_empty() {
            offer.reason = cells::word(cell)?;
        }
        Ok(())
    });
    all.push(reasons.of(ChannelReason::ALL.iter().map(|reason| reason.as_str())));
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(of_channel(
            channel,
            &format!("note_{tag}"),
            "channel-note",
            move |offer| texts::get(&offer.note, &shown),
            move |offer, cell| {
                texts::put(&mut offer.note, &changed, cell);
                Ok(())
            },
        ));
    }
}

/// A column of a payment besides the ordinary fee. A cell that holds something makes the payment; a cell of one that is
/// not there is empty.
fn of_tier(
    (channel, number): (Channel, usize),
    part: &str,
    about: &'static str,
    get: impl Fn(&FeeTier) -> String + Send + Sync + 'static,
    set: impl Fn(&mut FeeTier, &str) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Column {
    let list = List::Fees(channel);
    let made = of_channel(
        channel,
        &format!("fee_{number}_{part}"),
        about,
        move |offer| offer.tiers.get(number - 1).map(&get).unwrap_or_default(),
        move |offer, cell| {
            if cell.is_empty() && offer.tiers.len() < number {
                return Ok(());
            }
            while offer.tiers.len() < number {
                offer.tiers.push(FeeTier { fee: Fee::Stated, added: false, condition: LangText::default() });
            }
            offer.tiers.get_mut(number - 1).map_or(Ok(()), |tier| set(tier, cell))
        },
    );
    Column { item: Some((list, number)), ..made }
}

fn tier(all: &mut Vec<Column>, shape: &Shape, channel: Channel, number: usize) {
    let at = (channel, number);
    let amount = |tier: &FeeTier| cell_of_fee(tier.fee);
    all.push(of_tier(at, "amount", "channel-fee-amount", amount, |tier, cell| {
        // Whether an empty one is wrong or the end of the payment is told by its other cells.
        if !cell.is_empty() {
            tier.fee = cells::fee(cell)?;
        }
        Ok(())
    }));
    let added = |tier: &FeeTier| String::from(if tier.added { "yes" } else { "" });
    let added = of_tier(at, "added", "channel-fee-added", added, |tier, cell| {
        tier.added = match cell {
            "yes" => true,
            "no" | "" => false,
            _ => return Err("table-word"),
        };
        Ok(())
    });
    all.push(added.of(["yes", "no"]));
    for tag in &shape.languages {
        let (shown, changed) = (tag.clone(), tag.clone());
        all.push(of_tier(
            at,
            &format!("case_{tag}"),
            "channel-fee-case",
            move |tier| texts::get(&tier.condition, &shown),
            move |tier, cell| {
                texts::put(&mut tier.condition, &changed, cell);
                Ok(())
            },
        ));
    }
}
