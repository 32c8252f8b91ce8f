//! The keys a map may have. A misspelt key would otherwise be passed over in silence, and a column with it.

use kernel::{Error, Result};
use toml::{Table, Value};

/// Keys of each section; a section whose keys are words of the file (`values`) is not listed.
const KEYS: [(&str, &[&str]); 8] = [
    ("", &["log", "holder", "service", "columns", "channels", "states", "outcomes"]),
    ("log", &["source", "time_zone", "time_format", "delimiter", "missing", "resources"]),
    ("holder", &["name_lv", "name_en"]),
    ("service", &["name_lv", "name_en", "summary_lv", "summary_en"]),
    (
        "columns",
        &[
            "case",
            "activity",
            "time",
            "event",
            "lifecycle",
            "resource",
            "channel",
            "unit",
            "responsible",
            "start",
            "deadline",
            "planned_end",
            "end",
        ],
    ),
    ("channels", &["default", "values"]),
    ("states", &["default", "ended", "values"]),
    ("outcomes", &["values"]),
];

/// Refuses unknown keys, naming the nearest known one.
pub(super) fn check_keys(table: &Table) -> Result<()> {
    for (section, keys) in KEYS {
        let part = if section.is_empty() { Some(table) } else { table.get(section).and_then(Value::as_table) };
        let unknown = part.into_iter().flat_map(Table::keys).find(|key| !keys.contains(&key.as_str()));
        if let Some(key) = unknown {
            let path = if section.is_empty() { key.clone() } else { format!("{section}.{key}") };
            let nearest = nearest(key, keys.iter().copied()).unwrap_or("-");
            return Err(Error::invalid("import-map-key").arg("key", path).arg("nearest", nearest));
        }
    }
    Ok(())
}

/// The candidate that differs from `word` in the fewest letters.
pub(super) fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    candidates.min_by_key(|candidate| distance(word, candidate))
}

/// Levenshtein's distance: letters to change, insert or delete.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let change = previous[column] + usize::from(letter != *other);
            current.push(change.min(previous[column + 1] + 1).min(current[column] + 1));
        }
        previous = current;
    }
    previous.last().copied().unwrap_or(0)
}
