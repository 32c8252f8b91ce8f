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

    /// Whether it looks at the element at `path`, or at what that belongs to.
    pub(super) fn covers(&self, path: &str) -> bool {
        self.on.iter().any(|on| on == "*" || encloses(on, path))
    }
}

/// Whether a pattern names the element at `path`, or something around it: `channels` and `channels/*/fee` enclose
/// `channels/2/fee`.
fn encloses(pattern: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    let fits = |wanted: &str, part: &str| {
        wanted == part || (wanted == "*" && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    pattern.split('/').all(|wanted| parts.next().is_some_and(|part| fits(wanted, part)))
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
    FeeAddedFree,
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

    /// Whether it needs to know what the description does not say itself.
    const fn reads_context(&self) -> bool {
        matches!(
            self,
            Self::LawRepealed
                | Self::LinkDead
                | Self::Duplicate
                | Self::Alike
                | Self::NotConfirmed
                | Self::IdentificationMissing
                | Self::FormNotOffered
                | Self::ElectronicNowhere
        )
    }

    /// Whether it compares what the channels say.
    pub(super) const fn reads_channels(&self) -> bool {
        matches!(
            self,
            Self::StageWithoutChannel
                | Self::ChannelTwice
                | Self::FeeWithoutAmount
                | Self::FeeAddedFree
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

/// The most characters that the rules want the text at `path` to have; none where they do not mind.
#[must_use]
pub fn most_characters(path: &str) -> Option<usize> {
    let limit = |rule: &Rule| match rule.check {
        Check::TooLong { most } if rule.covers(path) => Some(most),
        _ => None,
    };
    rules().iter().filter_map(limit).min()
}

/// A publication is judged by the description alone, so that it waits for nothing and nobody else decides it: a rule that
/// needs to know more can warn and not block. One that is said to block would be shown as if it did, and is refused.
pub(crate) fn read(text: &str) -> Vec<Rule> {
    let understood = toml::from_str::<File>(text).map_err(|error| error.to_string()).and_then(|file| {
        let in_vain = |rule: &&Rule| rule.severity == Severity::Blocks && rule.check.reads_context();
        let refused = file.rule.iter().find(in_vain).map(|rule| rule.id.clone());
        match refused {
            Some(id) => Err(format!("{id}: what the description does not say itself cannot block")),
            None => Ok(file.rule),
        }
    });
    match understood {
        Ok(rules) => rules,
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
