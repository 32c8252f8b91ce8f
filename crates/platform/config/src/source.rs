//! Gathers values from defaults, file, environment and command line, and refuses what no key describes.
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::nearest::nearest;
use crate::schema::{KEYS, Key};
use crate::{ConfigError, Secret};

/// The variable that names the file; every other `DURVIS_…` variable must be a key.
const FILE_VARIABLE: &str = "DURVIS_CONFIG";

/// Where values come from. Handed in, so that tests need no environment of their own.
#[derive(Debug, Default, Clone)]
pub struct Sources {
    /// What stands in the place of a key's own default: key and value. The demonstration has such.
    pub defaults: Vec<(&'static str, String)>,
    /// The file named on the command line.
    pub file: Option<PathBuf>,
    /// All variables of the environment.
    pub environment: Vec<(String, String)>,
    /// Options of the command line: key and value.
    pub overrides: Vec<(&'static str, String)>,
}

impl Sources {
    /// The process's environment, with this file and these options.
    pub fn process(file: Option<PathBuf>, overrides: Vec<(&'static str, String)>) -> Self {
        Self { file, environment: environment(std::env::vars_os()), overrides, ..Self::default() }
    }
}

/// Names and values as text. What is no text may be anybody's and stops nothing: signs that cannot be read are marked as such,
/// and a value of ours that has them is told as it was read.
pub(crate) fn environment(variables: impl Iterator<Item = (OsString, OsString)>) -> Vec<(String, String)> {
    let text = |part: OsString| part.to_string_lossy().into_owned();
    variables.map(|(name, value)| (text(name), text(value))).collect()
}

/// Checked values by key.
pub(crate) struct Values(BTreeMap<&'static str, String>);

impl Values {
    pub(crate) fn gather(sources: &Sources) -> Result<Self, ConfigError> {
        let defaults = KEYS.iter().filter_map(|key| key.default.map(|value| (key.name, value.to_owned())));
        let mut values = Self(defaults.collect());
        for (key, value) in &sources.defaults {
            values.set(key, value.clone(), "the defaults of this command")?;
        }
        if let Some(path) = file_of(sources) {
            values.read_file(&path)?;
        }
        for (name, value) in &sources.environment {
            if let Some(rest) = name.strip_prefix("DURVIS_").filter(|_| name != FILE_VARIABLE) {
                let key = rest.to_ascii_lowercase().replacen("__", ".", 1);
                values.set(&key, value.clone(), &format!("the environment variable {name}"))?;
            }
        }
        for (key, value) in &sources.overrides {
            values.set(key, value.clone(), "the command line")?;
        }
        Ok(values)
    }

    fn read_file(&mut self, path: &Path) -> Result<(), ConfigError> {
        let shown = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|e| ConfigError::File { path: shown.clone(), reason: e.to_string() })?;
        let table: toml::Table = text
            .parse()
            .map_err(|e: toml::de::Error| ConfigError::Syntax { path: shown.clone(), reason: e.to_string() })?;
        for (section, value) in table {
            let toml::Value::Table(keys) = value else {
                return Err(unknown(&section, &shown));
            };
            for (name, value) in keys {
                self.set(&format!("{section}.{name}"), scalar(&value), &shown)?;
            }
        }
        Ok(())
    }

    fn set(&mut self, name: &str, value: String, place: &str) -> Result<(), ConfigError> {
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            return Err(unknown(name, place));
        };
        check(key, &value, place)?;
        self.0.insert(key.name, value);
        Ok(())
    }

    /// The value, when it has one.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }

    /// The value of a key that has a default.
    pub(crate) fn text(&self, name: &str) -> Result<String, ConfigError> {
        self.get(name)
            .ok_or_else(|| ConfigError::Missing { key: name.to_owned(), reason: "it has no default".to_owned() })
    }

    /// The number of a key that has a default.
    pub(crate) fn number<N: TryFrom<u64>>(&self, name: &str) -> Result<N, ConfigError> {
        let text = self.text(name)?;
        text.parse::<u64>().ok().and_then(|n| N::try_from(n).ok()).ok_or_else(|| ConfigError::Value {
            key: name.to_owned(),
            place: "the configuration".to_owned(),
            value: text,
            expected: "a whole number of a smaller size".to_owned(),
        })
    }

    /// The switch of a key that has a default.
    pub(crate) fn switch(&self, name: &str) -> Result<bool, ConfigError> {
        Ok(self.text(name)? == "true")
    }

    /// What the file named by this key holds, without the line end.
    pub(crate) fn secret(&self, name: &str) -> Result<Option<Secret>, ConfigError> {
        let Some(path) = self.get(name) else { return Ok(None) };
        let text = std::fs::read_to_string(&path)
            .map_err(|e| ConfigError::File { path: format!("{path} (named by `{name}`)"), reason: e.to_string() })?;
        Ok(Some(Secret::new(text.trim_end_matches(['\r', '\n']))))
    }
}

fn file_of(sources: &Sources) -> Option<PathBuf> {
    let named =
        sources.environment.iter().find(|(name, _)| name == FILE_VARIABLE).map(|(_, value)| PathBuf::from(value));
    sources.file.clone().or(named)
}

fn scalar(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn check(key: &Key, value: &str, place: &str) -> Result<(), ConfigError> {
    if key.kind.accepts(value) {
        return Ok(());
    }
    Err(ConfigError::Value {
        key: key.name.to_owned(),
        place: place.to_owned(),
        value: value.to_owned(),
        expected: key.kind.expected(),
    })
}

fn unknown(key: &str, place: &str) -> ConfigError {
    let near = nearest(key, KEYS.iter().map(|k| k.name)).map(str::to_owned);
    ConfigError::UnknownKey { key: key.to_owned(), place: place.to_owned(), nearest: near }
}
