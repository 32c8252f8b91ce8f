//! How wide a table is: how many items of each list it shows, and in which languages.

use super::texts;
use catalogue::Description;
use kernel::{Channel, LangText};
use std::collections::BTreeSet;

/// The most languages beside Latvian and English.
const MOST_LANGUAGES: usize = 24;

/// The lists of a description whose items stand in numbered columns: `step_1_stage`, `step_1_title_lv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// What to do and what happens.
    Steps,
    /// Documents and forms.
    Documents,
    /// What comes of it.
    Outputs,
    /// Who provides which stage.
    Providers,
    /// What a channel costs besides its ordinary fee.
    Fees(Channel),
}

impl List {
    /// Every list, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Steps,
        Self::Documents,
        Self::Outputs,
        Self::Providers,
        Self::Fees(Channel::Electronic),
        Self::Fees(Channel::Phone),
        Self::Fees(Channel::Post),
        Self::Fees(Channel::Centre),
        Self::Fees(Channel::Institution),
    ];

    /// What headings begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Steps => "step",
            Self::Documents => "document",
            Self::Outputs => "output",
            Self::Providers => "provider",
            Self::Fees(Channel::Electronic) => "electronic_fee",
            Self::Fees(Channel::Phone) => "phone_fee",
            Self::Fees(Channel::Post) => "post_fee",
            Self::Fees(Channel::Centre) => "centre_fee",
            Self::Fees(Channel::Institution) => "institution_fee",
        }
    }

    /// The part that every item says in a word: an item without it is none.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Steps | Self::Providers => "stage",
            Self::Documents | Self::Outputs => "kind",
            Self::Fees(_) => "amount",
        }
    }

    /// The most items that have columns; further ones stay as they are.
    pub const fn most(self) -> usize {
        match self {
            Self::Steps | Self::Documents => 30,
            Self::Outputs | Self::Fees(_) => 10,
            Self::Providers => 12,
        }
    }

    /// As many items have columns in every table that is written out.
    const fn least(self) -> usize {
        match self {
            Self::Steps | Self::Documents | Self::Providers => 3,
            Self::Outputs | Self::Fees(_) => 1,
        }
    }

    /// The heading of a part of the item with this number, from 1.
    pub fn heading(self, number: usize, part: &str) -> String {
        format!("{}_{number}_{part}", self.prefix())
    }

    /// How many items a description has.
    pub fn length(self, text: &Description) -> usize {
        match self {
            Self::Steps => text.steps.len(),
            Self::Documents => text.documents.len(),
            Self::Outputs => text.outputs.len(),
            Self::Providers => text.providers.len(),
            Self::Fees(channel) => {
                let offer = text.channels.iter().find(|offer| offer.channel == channel);
                offer.map_or(0, |offer| offer.tiers.len())
            }
        }
    }

    /// Leaves the items with these numbers.
    pub fn keep(self, text: &mut Description, numbers: &[usize]) {
        match self {
            Self::Steps => kept(&mut text.steps, numbers),
            Self::Documents => kept(&mut text.documents, numbers),
            Self::Outputs => kept(&mut text.outputs, numbers),
            Self::Providers => kept(&mut text.providers, numbers),
            Self::Fees(channel) => {
                if let Some(offer) = text.channels.iter_mut().find(|offer| offer.channel == channel) {
                    kept(&mut offer.tiers, numbers);
                }
            }
        }
    }

    /// The number in a heading of this list.
    fn number_in(self, heading: &str) -> Option<usize> {
        let rest = heading.strip_prefix(self.prefix())?.strip_prefix('_')?;
        rest.split_once('_')?.0.parse().ok()
    }
}

fn kept<T>(items: &mut Vec<T>, numbers: &[usize]) {
    let mut number = 0;
    items.retain(|_| {
        number += 1;
        numbers.contains(&number)
    });
}

/// How wide a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// Tags of the languages of its texts: Latvian, English, then the others.
    pub languages: Vec<String>,
    /// How many items of each list have columns, in the order of [`List::ALL`].
    counts: [usize; List::ALL.len()],
}

impl Shape {
    /// Wide enough for these descriptions, with room for one more item in each list.
    pub fn of_descriptions<'a>(descriptions: impl Iterator<Item = &'a Description> + Clone) -> Self {
        let counts = List::ALL.map(|list| {
            let longest = descriptions.clone().map(|text| list.length(text)).max().unwrap_or_default();
            (longest + 1).clamp(list.least(), list.most())
        });
        let tags = descriptions.flat_map(languages).collect();
        Self { languages: with_own(tags), counts }
    }

    /// As wide as these headings say. Which of them are columns at all is told by the columns of the shape.
    pub fn of_headings(headings: &[String]) -> Self {
        let counts = List::ALL.map(|list| {
            let largest = headings.iter().filter_map(|heading| list.number_in(heading)).max();
            largest.unwrap_or_default().min(list.most())
        });
        let tags = headings.iter().filter_map(|heading| heading.rsplit_once('_'));
        let tags = tags.map(|(_, tag)| tag).filter(|tag| texts::is_further(tag)).map(str::to_owned).collect();
        Self { languages: with_own(tags), counts }
    }

    /// How many items of a list have columns.
    pub fn count(&self, list: List) -> usize {
        let counts = List::ALL.iter().zip(self.counts);
        counts.filter(|(known, _)| **known == list).map(|(_, count)| count).sum()
    }
}

fn with_own(further: BTreeSet<String>) -> Vec<String> {
    let own = ["lv", "en"].map(str::to_owned);
    own.into_iter().chain(further.into_iter().take(MOST_LANGUAGES)).collect()
}

/// The further languages of the texts that have columns.
fn languages(text: &Description) -> BTreeSet<String> {
    let mut all: Vec<&LangText> = vec![&text.name, &text.summary, &text.audience, &text.appeal];
    all.extend(&text.notice);
    all.extend(&text.payment);
    all.extend(&text.conditions);
    all.extend(text.steps.iter().flat_map(|step| [&step.title, &step.text]));
    all.extend(text.documents.iter().map(|document| &document.name));
    all.extend(text.documents.iter().filter_map(|document| document.note.as_ref()));
    all.extend(text.outputs.iter().map(|output| &output.name));
    all.extend(text.channels.iter().flat_map(|offer| [&offer.hours, &offer.note]));
    all.extend(text.channels.iter().flat_map(|offer| offer.tiers.iter().map(|tier| &tier.condition)));
    all.extend(text.digital.iter().map(|digital| &digital.support));
    let tags = all.into_iter().flat_map(|text| text.other.keys());
    tags.filter(|tag| texts::is_further(tag)).cloned().collect()
}
