//! The columns of each channel: what can be done in it, its fee, deadline, hours and address.

use super::cells::{self, Wrong};
use super::columns::{Column, column};
use super::shape::Shape;
use super::texts;
use crate::open::{cell_of_deadline, cell_of_fee};
use catalogue::{ChannelOffer, ChannelReason, Description, Fee, Stage};
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
                text.channels.push(new_offer(channel, stages));
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
}

fn new_offer(channel: Channel, stages: Vec<Stage>) -> ChannelOffer {
    ChannelOffer {
        channel,
        stages,
        fee: Fee::Free,
        deadline: None,
        hours: LangText::default(),
        opening: Vec::new(),
        link: None,
        reason: ChannelReason::Access,
        note: LangText::default(),
    }
}
