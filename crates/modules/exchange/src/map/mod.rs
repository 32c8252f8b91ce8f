//! The map file: which column of a log means what, and to which service its cases belong.

mod known;

use crate::log::Row;
use cases::{Outcome, State};
use chrono_tz::Tz;
use kernel::{Channel, Error, LangText, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

/// Maps that the project carries, by file name.
const EMBEDDED: [(&str, &str); 2] = [
    ("receipt.toml", include_str!("../../maps/receipt.toml")),
    ("running-example.toml", include_str!("../../maps/running-example.toml")),
];

/// How a log is read.
#[derive(Debug, Clone, Deserialize)]
pub struct Map {
    /// The log as a whole.
    pub log: LogPart,
    /// The institution that holds the service.
    pub holder: Named,
    /// The service whose cases these are.
    pub service: Described,
    /// Column names.
    pub columns: Columns,
    /// Words of the channel column.
    pub channels: ChannelWords,
    /// Stages that tell the state of a case.
    pub states: StateWords,
    /// Stages that tell the outcome of a case.
    #[serde(default)]
    pub outcomes: OutcomeWords,
}

/// `[log]`.
#[derive(Debug, Clone, Deserialize)]
pub struct LogPart {
    /// Name of the source; with the ids in the file it makes the import repeatable.
    pub source: String,
    /// Zone of times without an offset.
    #[serde(deserialize_with = "zone")]
    pub time_zone: Tz,
    /// Form of local times, if it is an unusual one (the signs of `strftime`).
    #[serde(default)]
    pub time_format: Option<String>,
    /// Separator of CSV fields: one ASCII character.
    #[serde(default = "comma")]
    pub delimiter: char,
    /// Words that mean "no value".
    #[serde(default)]
    pub missing: Vec<String>,
    /// What becomes of the names of those who did the work.
    #[serde(default)]
    pub resources: Resources,
}

fn comma() -> char {
    ','
}

fn zone<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Tz, D::Error> {
    let name = String::deserialize(input)?;
    name.parse().map_err(|_| serde::de::Error::custom(format!("no time zone is called {name}")))
}

/// What becomes of names of staff: the event log of the platform keeps no personal data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resources {
    /// Each name becomes a mark that is the same throughout this source.
    #[default]
    Pseudonym,
    /// The file holds no names of people, only marks.
    AsGiven,
}

/// A name in both languages.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    /// Latvian.
    pub name_lv: String,
    /// English.
    pub name_en: String,
}

/// A name and a summary in both languages.
#[derive(Debug, Clone, Deserialize)]
pub struct Described {
    /// Latvian name.
    pub name_lv: String,
    /// English name.
    pub name_en: String,
    /// Latvian summary.
    pub summary_lv: String,
    /// English summary.
    pub summary_en: String,
}

/// `[columns]`: names in the file; values of the case begin with `case:`.
#[derive(Debug, Clone, Deserialize)]
pub struct Columns {
    /// Id of the case.
    pub case: String,
    /// What was done.
    pub activity: String,
    /// When.
    pub time: String,
    /// Id of the event; without it one is derived from the event's values.
    pub event: Option<String>,
    /// Transition of the activity (start, complete…).
    pub lifecycle: Option<String>,
    /// Who did it.
    pub resource: Option<String>,
    /// By which channel the case came.
    pub channel: Option<String>,
    /// Unit of the institution.
    pub unit: Option<String>,
    /// Who answers for the case.
    pub responsible: Option<String>,
    /// When the case was requested.
    pub start: Option<String>,
    /// Until when it must end.
    pub deadline: Option<String>,
    /// When it was planned to end.
    pub planned_end: Option<String>,
    /// When it ended.
    pub end: Option<String>,
}

/// `[channels]`.
#[derive(Debug, Clone, Deserialize)]
pub struct ChannelWords {
    /// For cases without a channel or with an unknown word (these are flagged).
    pub default: Channel,
    /// Word of the file to channel.
    #[serde(default)]
    pub values: BTreeMap<String, Channel>,
}

/// `[states]`.
#[derive(Debug, Clone, Deserialize)]
pub struct StateWords {
    /// When no stage tells more.
    pub default: Word<State>,
    /// When the case has an end, and no stage says that it was taken back.
    pub ended: Word<State>,
    /// Activity to state.
    #[serde(default)]
    pub values: BTreeMap<String, Word<State>>,
}

/// `[outcomes]`.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct OutcomeWords {
    /// Activity to outcome.
    #[serde(default)]
    pub values: BTreeMap<String, Word<Outcome>>,
}

/// A word of the case module: a state or an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<T>(pub T);

impl<'de, T: FromStr> Deserialize<'de> for Word<T> {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let word = String::deserialize(input)?;
        word.parse().map(Self).map_err(|_| serde::de::Error::custom(format!("unknown word {word}")))
    }
}

impl Map {
    /// Reads a map from TOML.
    ///
    /// # Errors
    /// Invalid `import-map-key` (an unknown key, with the nearest known one), `import-map-broken` (no TOML, or a
    /// value of the wrong kind), `import-map-empty` (a name without text).
    pub fn parse(text: &str) -> Result<Self> {
        let broken = |error: toml::de::Error| {
            let words = error.message().to_owned();
            Error::invalid("import-map-broken").arg("problem", words).source(error)
        };
        let table: toml::Table = toml::from_str(text).map_err(broken)?;
        known::check_keys(&table)?;
        let map: Self = toml::from_str(text).map_err(broken)?;
        map.check()?;
        Ok(map)
    }

    /// Reads the map at `path`; when there is no such file, the map of that name that the project carries.
    ///
    /// # Errors
    /// Not found `import-map-missing`; else as [`Map::parse`].
    pub fn load(path: &Path) -> Result<Self> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text),
            Err(error) => match Self::embedded(&path.to_string_lossy()) {
                Some(text) => Self::parse(text),
                None => Err(Error::not_found("import-map-missing")
                    .arg("path", path.display())
                    .arg("known", EMBEDDED.map(|(name, _)| name).join(", "))
                    .source(error)),
            },
        }
    }

    fn embedded(name: &str) -> Option<&'static str> {
        EMBEDDED.into_iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }

    /// The holder's name.
    pub fn holder_name(&self) -> LangText {
        LangText::new(&self.holder.name_lv, &self.holder.name_en)
    }

    /// The service's name.
    pub fn service_name(&self) -> LangText {
        LangText::new(&self.service.name_lv, &self.service.name_en)
    }

    /// The service's summary.
    pub fn service_summary(&self) -> LangText {
        LangText::new(&self.service.summary_lv, &self.service.summary_en)
    }

    /// The value of `column` in `row`, unless it is one of the words for "no value".
    pub(crate) fn value<'r>(&self, row: &'r Row, column: Option<&String>) -> Option<&'r str> {
        row.get(column?).filter(|value| !self.log.missing.iter().any(|word| word == value))
    }

    /// Checks the columns of a file against the map.
    ///
    /// # Errors
    /// Invalid `import-column-missing`, naming the nearest column that the file has.
    pub(crate) fn check_columns(&self, present: &[String]) -> Result<()> {
        for column in self.columns.all() {
            if !present.contains(column) {
                let nearest = known::nearest(column, present.iter().map(String::as_str)).unwrap_or("-");
                return Err(Error::invalid("import-column-missing").arg("column", column).arg("nearest", nearest));
            }
        }
        Ok(())
    }

    fn check(&self) -> Result<()> {
        let texts = [
            ("log.source", &self.log.source),
            ("holder.name_lv", &self.holder.name_lv),
            ("holder.name_en", &self.holder.name_en),
            ("service.name_lv", &self.service.name_lv),
            ("service.name_en", &self.service.name_en),
            ("columns.case", &self.columns.case),
            ("columns.activity", &self.columns.activity),
            ("columns.time", &self.columns.time),
        ];
        for (key, text) in texts {
            if text.trim().is_empty() {
                return Err(Error::invalid("import-map-empty").arg("key", key));
            }
        }
        if !self.log.delimiter.is_ascii() {
            return Err(Error::invalid("import-map-broken").arg("problem", "log.delimiter must be one ASCII character"));
        }
        Ok(())
    }
}

impl Columns {
    fn all(&self) -> impl Iterator<Item = &String> {
        let needed = [&self.case, &self.activity, &self.time];
        let optional = [
            &self.event,
            &self.lifecycle,
            &self.resource,
            &self.channel,
            &self.unit,
            &self.responsible,
            &self.start,
            &self.deadline,
            &self.planned_end,
            &self.end,
        ];
        needed.into_iter().chain(optional.into_iter().flatten())
    }
}
