//! The rules: read once from `content/quality/rules.toml`.

use super::Severity;
use serde::Deserialize;
use std::sync::OnceLock;

/// One rule.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id; texts are found by it.
    pub id: String,
    /// The elements it looks at, `*` for a place in a list; `*` alone for every text.
    pub on: Vec<String>,
    /// What it looks for.
    pub(super) check: Check,
    /// How serious it is.
    pub severity: Severity,
    /// Points of 100 for each place.
    pub weight: u32,
}

impl Rule {
    /// Whether the rule looks at the elements of this pattern.
    pub(super) fn looks_at(&self, pattern: &str) -> bool {
        self.on.iter().any(|on| on == "*" || on == pattern)
    }
}

/// What a rule looks for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Check {
    TextMissing,
    LatvianMissing,
    EnglishMissing,
    EnglishIdentical,
    TooLong {
        most: usize,
    },
    TooShort {
        least: usize,
    },
    SentencesLong {
        most_words: usize,
    },
    WordsLong {
        letters: usize,
        most_percent: usize,
        least_words: usize,
    },
    Officialese,
    Passive {
        most: usize,
    },
    Abbreviation,
    Capitals {
        letters: usize,
    },
    Spacing,
    Markup,
    ListMissing,
    TerritoryMissing,
    ValidityOrder,
    CofogUnknown,
    StageWithoutProvider,
    JointAlone,
    StageWithoutContact,
    DigitalMissing,
    DigitalDateMissing,
    KeywordsFew {
        least: usize,
    },
    LawRepealed,
    LawLinkMissing,
    LawElsewhere {
        hosts: Vec<String>,
    },
    LinkFaulty,
    LinkDead,
    EmailFaulty,
    EvidenceForNothing,
    DocumentChannelMissing,
    Duplicate,
    Alike,
    NotConfirmed,
    StageWithoutChannel,
    ChannelTwice,
    FeeWithoutAmount,
    DeadlineNotStated,
    OnlineSlower,
    OnlineDearer,
    IdentificationMissing,
    DigitalOnlyInPerson,
    DigitalWithoutChannel,
    FormNotOffered,
    ElectronicNowhere,
    OpeningTimes,
    /// The rules cannot be read.
    #[serde(skip)]
    Unreadable,
}

impl Check {
    /// Whether it looks at single texts.
    pub(super) const fn reads_texts(&self) -> bool {
        matches!(
            self,
            Self::TextMissing
                | Self::LatvianMissing
                | Self::EnglishMissing
                | Self::EnglishIdentical
                | Self::TooLong { .. }
                | Self::TooShort { .. }
                | Self::SentencesLong { .. }
                | Self::WordsLong { .. }
                | Self::Officialese
                | Self::Passive { .. }
                | Self::Abbreviation
                | Self::Capitals { .. }
                | Self::Spacing
                | Self::Markup
        )
    }

    /// Whether it compares what the channels say.
    pub(super) const fn reads_channels(&self) -> bool {
        matches!(
            self,
            Self::StageWithoutChannel
                | Self::ChannelTwice
                | Self::FeeWithoutAmount
                | Self::DeadlineNotStated
                | Self::OnlineSlower
                | Self::OnlineDearer
                | Self::IdentificationMissing
                | Self::DigitalOnlyInPerson
                | Self::DigitalWithoutChannel
                | Self::FormNotOffered
                | Self::ElectronicNowhere
                | Self::OpeningTimes
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

/// Every rule, in the order of the file. Should the file be unreadable, the one rule that is left keeps everything from
/// being published.
#[must_use]
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| read(include_str!("../../content/quality/rules.toml")))
}

pub(crate) fn read(text: &str) -> Vec<Rule> {
    match toml::from_str::<File>(text) {
        Ok(file) => file.rule,
        Err(error) => {
            tracing::error!(%error, "the rules of quality control cannot be read");
            vec![Rule {
                id: "rules-unreadable".to_owned(),
                on: vec!["*".to_owned()],
                check: Check::Unreadable,
                severity: Severity::Blocks,
                weight: 100,
            }]
        }
    }
}
