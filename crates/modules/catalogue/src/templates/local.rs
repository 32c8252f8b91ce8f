//! What the content files say of the service of one holder, and the description that it makes.

use super::{TemplateText, create_service};
use crate::{
    ChannelOffer, ChannelReason, Contact, Deadline, Description, DigitalMode, DigitalScope, Fee, FeeTier, Flags, Stage,
};
use institutions::Institution;
use kernel::{Channel, LangText, Locale, Money};
use search::analysis::fold;
use serde::Deserialize;

/// Where municipalities take applications on-line.
const ONLINE: &str = "https://www.epakalpojumi.lv/";

/// The service of one holder: invented, and marked as such.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Local {
    /// Code of the holder.
    pub code: String,
    /// In cents.
    fee: i64,
    /// In cents, where asking on-line is cheaper.
    online_fee: Option<i64>,
    /// Other payments, in every channel.
    #[serde(default)]
    tiers: Vec<FeeTier>,
    /// Working days.
    days: u16,
    /// Electronic, institution, centre, post, by first letter.
    #[serde(default = "all_channels")]
    channels: String,
    /// A recommended step that it does not describe.
    skip_step: Option<usize>,
    /// Its own words instead of the harmonised ones.
    pub own: Option<OwnWords>,
}

/// Words of a holder's own.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnWords {
    name: LangText,
    summary: LangText,
    /// Whether the service is attached to the template nevertheless.
    pub attached: bool,
    /// What the holder says about being different.
    pub note: Option<LangText>,
}

fn all_channels() -> String {
    "ecip".to_owned()
}

impl Local {
    /// The whole description; `place` is the holder's place in the file.
    pub(super) fn description(
        &self,
        text: &TemplateText,
        holder: &Institution,
        place: usize,
        minutes: u16,
        minimum_basket: bool,
    ) -> Description {
        let mut description = create_service::description(text, holder);
        if let Some(own) = &self.own {
            description.name = own.name.clone();
            description.summary = own.summary.clone();
        }
        if let Some(step) = self.skip_step
            && step < description.steps.len()
        {
            description.steps.remove(step);
        }
        let contact = contact(holder, place);
        for provider in &mut description.providers {
            provider.contact = contact.clone();
        }
        description.channels = self.channels.chars().filter_map(|letter| self.offer(letter, place)).collect();
        description.digital = self.channels.contains('e').then(|| DigitalMode {
            mode: DigitalScope::PrimarilyDigital,
            since: None,
            support: LangText::new(
                "Ja nevarat pieteikties internetā, palīdzēsim klātienē vai pa tālruni.",
                "If you cannot apply online, we help in person or by phone.",
            ),
        });
        description.flags = Flags { minimum_basket, e_assistant: self.channels.contains('c'), ..Flags::default() };
        description.minutes_to_fill = Some(minutes);
        description.notice = Some(LangText::new(
            "Izdomāts paraugs: maksa, termiņš un kontakti nav īsti. Īstos noteikumus skatiet iestādes tīmekļvietnē.",
            "Invented example: fee, deadline and contacts are not real. See the institution's website for the real rules.",
        ));
        description
    }

    fn offer(&self, letter: char, place: usize) -> Option<ChannelOffer> {
        let (channel, hours, reason, note) = match letter {
            'e' => (
                Channel::Electronic,
                LangText::new("Visu diennakti", "Around the clock"),
                ChannelReason::Access,
                LangText::new("Bez ceļa un gaidīšanas.", "No travel and no waiting."),
            ),
            'i' => (
                Channel::Institution,
                office_hours(place),
                ChannelReason::ClientNeeds,
                LangText::new("Saruna ar darbinieku, kurš pazīst vietu.", "A talk with staff who know the place."),
            ),
            'c' => (
                Channel::Centre,
                LangText::new("Darba dienās 8.30–17.00", "Working days 8.30–17.00"),
                ChannelReason::ClientNeeds,
                LangText::new("Palīdzība tuvāk mājām.", "Help closer to home."),
            ),
            'p' => (
                Channel::Post,
                LangText::new("Vēstuli var nosūtīt jebkurā laikā", "A letter may be sent at any time"),
                ChannelReason::Access,
                LangText::new("Tiem, kas nelieto internetu.", "For those who do not use the internet."),
            ),
            _ => return None,
        };
        let online = channel == Channel::Electronic;
        let cents = self.online_fee.filter(|_| online).unwrap_or(self.fee);
        Some(ChannelOffer {
            channel,
            stages: vec![Stage::Request, Stage::Receipt],
            fee: if cents == 0 { Fee::Free } else { Fee::Amount(Money::cents(cents)) },
            tiers: self.tiers.clone(),
            deadline: Some(Deadline::WorkingDays(self.days)),
            hours,
            opening: Vec::new(),
            link: online.then(|| ONLINE.to_owned()),
            sign_in: None,
            places: Vec::new(),
            reason,
            note,
        })
    }
}

fn office_hours(place: usize) -> LangText {
    match place % 3 {
        0 => LangText::new(
            "Pirmdienās 8.00–18.00, citās darba dienās 8.00–16.30",
            "Mondays 8.00–18.00, other working days 8.00–16.30",
        ),
        1 => LangText::new("Darba dienās 8.30–17.00", "Working days 8.30–17.00"),
        _ => LangText::new(
            "Pirmdienās un ceturtdienās 9.00–18.00, piektdienās līdz 14.00",
            "Mondays and Thursdays 9.00–18.00, Fridays until 14.00",
        ),
    }
}

/// An invented way to reach the holder, in a domain that does not exist.
fn contact(holder: &Institution, place: usize) -> Contact {
    let name = fold(&holder.name.get(Locale::En).to_lowercase());
    let slug = name.split_whitespace().next().unwrap_or("pasvaldiba");
    Contact {
        phone: Some(format!("+371 60000{:03}", 100 + place)),
        email: Some(format!("pasts@{slug}.example")),
        address: None,
        website: holder.website.clone(),
    }
}
